/**
 * Reads JSON and tells where values stand, so that a fault can name its line. Strict: one document, no duplicate and no reserved keys, a bounded
 * depth and number of values. Time and memory grow with the text and no faster, whatever it holds. Must not know workshops.
 */
import type { FileFaultCode, Path } from './faults.ts';

const DEPTH_LIMIT = 32;
/** Several times what the longest log and board hold. */
const VALUE_LIMIT = 400_000;
/** Far beyond any number that JSON can mean. */
const SCALAR_LIMIT = 400;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

export class JsonFault extends Error {
  readonly code: FileFaultCode;
  readonly offset: number;
  readonly path: Path;
  constructor(code: FileFaultCode, offset: number, path: Path) {
    super(code);
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}

/** The places that are asked for, step by step; each is written down when its value is met. */
interface Wanted {
  readonly steps: Map<string | number, Wanted>;
  offset: number | null;
}

const newWanted = (): Wanted => ({ steps: new Map(), offset: null });

const SCALAR = new RegExp(`[-+.0-9A-Za-z]{1,${SCALAR_LIMIT}}`, 'y');

class JsonReader {
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(wanted: Wanted | undefined): unknown {
    const value = this.#value(wanted);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('file/notJson', this.#at);
    return value;
  }

  #fail(code: FileFaultCode, offset: number, ...more: Path): never {
    throw new JsonFault(code, offset, [...this.#path, ...more]);
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #take(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #need(mark: string): void {
    if (!this.#take(mark)) this.#fail('file/notJson', this.#at);
  }

  /** Where the string that begins here ends, after its quotation mark. */
  #stringEnd(): number {
    for (let end = this.#text.indexOf('"', this.#at + 1); end !== -1; end = this.#text.indexOf('"', end + 1)) {
      let escapes = 0;
      while (this.#text[end - 1 - escapes] === '\\') escapes += 1;
      if (escapes % 2 === 0) return end + 1;
    }
    return this.#fail('file/notJson', this.#at);
  }

  #scalarEnd(): number {
    SCALAR.lastIndex = this.#at;
    return SCALAR.test(this.#text) ? SCALAR.lastIndex : this.#fail('file/notJson', this.#at);
  }

  /** Its end is found here; what it means, and whether it is right, is the platform's own JSON. */
  #token(): unknown {
    this.#space();
    const end = this.#text[this.#at] === '"' ? this.#stringEnd() : this.#scalarEnd();
    try {
      const value: unknown = JSON.parse(this.#text.slice(this.#at, end));
      this.#at = end;
      return value;
    } catch {
      return this.#fail('file/notJson', this.#at);
    }
  }

  #value(wanted: Wanted | undefined): unknown {
    this.#space();
    if (wanted) wanted.offset = this.#at;
    this.#values += 1;
    if (this.#values > VALUE_LIMIT) this.#fail('file/tooLarge', this.#at);
    if (this.#path.length > DEPTH_LIMIT) throw new JsonFault('file/tooDeep', this.#at, this.#path.slice(0, 4));
    if (this.#take('{')) return this.#object(wanted);
    if (this.#take('[')) return this.#array(wanted);
    return this.#token();
  }

  #inner(step: string | number, wanted: Wanted | undefined): unknown {
    this.#path.push(step);
    const value = this.#value(wanted?.steps.get(step));
    this.#path.pop();
    return value;
  }

  #object(wanted: Wanted | undefined): unknown {
    const found: Record<string, unknown> = {};
    if (this.#take('}')) return found;
    do {
      this.#space();
      const start = this.#at;
      const key = this.#token();
      if (typeof key !== 'string') return this.#fail('file/notJson', start);
      if (RESERVED.has(key)) this.#fail('file/reservedKey', start, key);
      if (Object.hasOwn(found, key)) this.#fail('file/duplicateKey', start, key);
      this.#need(':');
      found[key] = this.#inner(key, wanted);
    } while (this.#take(','));
    this.#need('}');
    return found;
  }

  #array(wanted: Wanted | undefined): unknown {
    const found: unknown[] = [];
    if (this.#take(']')) return found;
    do found.push(this.#inner(found.length, wanted));
    while (this.#take(','));
    this.#need(']');
    return found;
  }
}

/** Throws JsonFault, which read.ts turns into data; nothing else leaves this folder as an exception. */
export const readJson = (text: string): unknown => new JsonReader(text).document(undefined);

/** The offset of each path's value in a text that readJson could read. A value that is missing has no place: its nearest ancestor has. */
export const placesOf = (text: string, paths: readonly Path[]): readonly number[] => {
  const root = newWanted();
  const asked = paths.map((path) => {
    const line = [root];
    for (const step of path) {
      const { steps } = line.at(-1) ?? root;
      const next = steps.get(step) ?? newWanted();
      steps.set(step, next);
      line.push(next);
    }
    return line;
  });
  new JsonReader(text).document(root);
  return asked.map((line) => line.findLast(({ offset }) => offset !== null)?.offset ?? 0);
};

export const lineAndColumn = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
};
