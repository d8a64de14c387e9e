// Valid things made wrong in one place: a JSON value by its meaning, a text by its characters. What a test does with them is its own.
import fc from 'fast-check';

type Path = readonly (string | number)[];

const isBranch = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;

/** Every place in a value, its root apart. */
const placesIn = (value: unknown, path: Path = []): readonly Path[] =>
  isBranch(value)
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        return [here, ...placesIn(inner, here)];
      })
    : [];

/** What a careless or hostile hand writes instead of a value. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '\u0000',
    'A\u202eB',
    '\ud800',
    'constructor',
    '__proto__',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '9999-12-31T23:59',
    '-271821-04-20T00:00',
    '2020-02-30',
    'x'.repeat(100_000),
    [],
    {},
    [[]],
    { en: 'x' },
  ),
  fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(text)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

type Change =
  | { readonly kind: 'replace'; readonly by: unknown }
  | { readonly kind: 'drop' | 'double' | 'wrap' | 'rename' }
  | { readonly kind: 'add'; readonly key: string; readonly by: unknown };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: hostileValue.map((by): Change => ({ kind: 'replace', by })) },
  { weight: 3, arbitrary: fc.constantFrom<Change>({ kind: 'drop' }, { kind: 'double' }, { kind: 'wrap' }) },
  { weight: 1, arbitrary: fc.constant<Change>({ kind: 'rename' }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ key: fc.constantFrom('__proto__', 'constructor', 'extra', 'id', ''), by: hostileValue })
      .map((one): Change => ({ kind: 'add', ...one })),
  },
);

const set = (holder: object, key: string | number, value: unknown): void => {
  // As JSON.parse does it: an own property, also when it is called __proto__.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const changed = (whole: unknown, path: Path, what: Change): unknown => {
  // Not structuredClone: it loses an own __proto__.
  const copy: unknown = JSON.parse(JSON.stringify(whole));
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  const value = holder[key];
  switch (what.kind) {
    case 'replace':
      set(holder, key, what.by);
      break;
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 'double':
      if (Array.isArray(holder)) holder.push(value);
      else set(holder, `${key}2`, value);
      break;
    case 'wrap':
      set(holder, key, [value]);
      break;
    case 'rename':
      if (Array.isArray(holder)) break;
      delete holder[key];
      set(holder, `${key}x`, value);
      break;
    case 'add':
      set(isBranch(value) && !Array.isArray(value) ? value : holder, what.key, what.by);
  }
  return copy;
};

/** The value with one to three places changed. */
export const mutated = (whole: unknown): fc.Arbitrary<unknown> => {
  const step = (value: unknown): fc.Arbitrary<unknown> => {
    const places = placesIn(value);
    return places.length === 0
      ? hostileValue
      : fc.tuple(fc.constantFrom(...places), change).map(([path, what]) => changed(value, path, what));
  };
  return fc.oneof(
    { weight: 3, arbitrary: step(whole) },
    { weight: 1, arbitrary: step(whole).chain(step) },
    { weight: 1, arbitrary: step(whole).chain(step).chain(step) },
  );
};

/** The text with characters lost, doubled, changed or put between. */
export const mutatedText = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: Math.max(0, text.length - 1) }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('cut', 'drop', 'double', 'change', 'between'),
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('"', '}', ']', ',', '\\', '\u0000', '\ufeff', '1e999')),
    )
    .map(
      ([at, length, how, other]) =>
        ({
          cut: text.slice(0, at),
          drop: text.slice(0, at) + text.slice(at + length),
          double: text.slice(0, at + length) + text.slice(at),
          change: text.slice(0, at) + other + text.slice(at + 1),
          between: text.slice(0, at) + other + text.slice(at),
        })[how],
    );
