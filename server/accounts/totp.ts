/** Codes by time, RFC 6238 (HMAC-SHA-1, six digits, 30 seconds, as every authenticator app has them). Owns the sums; must not know accounts. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
/** A clock may be a step off, either way. */
const TOLERANCE = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding. */
export const toBase32 = (bytes: Uint8Array): string => {
  let [out, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += ALPHABET[(held >>> (bits - 5)) & 31];
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + ALPHABET[(held << (5 - bits)) & 31] : out;
};

export const fromBase32 = (text: string): Uint8Array => {
  const out: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of text) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    out.push((held >>> (bits - 8)) & 255);
    bits -= 8;
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(out);
};

export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

export const codeAt = (key: Uint8Array, step: number, digits = DIGITS): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
};

/** The step that the code belongs to, later than `after`; null: it belongs to none of now. A code that was used is not used again. */
export const stepOf = (key: Uint8Array, code: string, now: number, after: number): number | null => {
  const current = stepAt(now);
  let found: number | null = null;
  for (let step = current - TOLERANCE; step <= current + TOLERANCE; step += 1) {
    const isSame = code.length === DIGITS && timingSafeEqual(Buffer.from(codeAt(key, step)), Buffer.from(code));
    if (isSame && step > after) found ??= step;
  }
  return found;
};

/** What an authenticator app reads from the picture. */
export const totpAddress = (secret: string, account: string, issuer: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
};
