/**
 * SHA-256 (FIPS 180-4) of a short ASCII text, as 64 hexadecimal digits: the same on both sides, at once, and also where the browser offers no
 * `crypto.subtle`. For seals of random tokens; must not be used for passwords.
 */
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};

/** The first 32 bits of a root's fraction. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;

const ROUNDS = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const START = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const padded = (text: string): DataView => {
  const view = new DataView(new ArrayBuffer((((text.length + 8) >> 6) + 1) << 6));
  for (let at = 0; at < text.length; at += 1) view.setUint8(at, text.charCodeAt(at));
  view.setUint8(text.length, 0x80);
  view.setUint32(view.byteLength - 4, text.length * 8);
  return view;
};

const scheduleOf = (view: DataView, from: number): Int32Array => {
  const words = new Int32Array(64);
  for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(from + n * 4);
  const at = (index: number): number => words[index] ?? 0;
  for (let n = 16; n < 64; n += 1) {
    const [early, late] = [at(n - 15), at(n - 2)];
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[n] = at(n - 16) + s0 + at(n - 7) + s1;
  }
  return words;
};

const compress = (state: readonly number[], words: Int32Array): readonly number[] => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  words.forEach((word, n) => {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUNDS[n] ?? 0) + word) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  });
  return [a, b, c, d, e, f, g, h].map((word, n) => ((state[n] ?? 0) + word) | 0);
};

export const sha256 = (text: string): string => {
  const view = padded(text);
  let state: readonly number[] = START;
  for (let from = 0; from < view.byteLength; from += 64) state = compress(state, scheduleOf(view, from));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};
