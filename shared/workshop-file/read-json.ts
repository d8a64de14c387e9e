/**
 * Reads JSON and remembers where each value stands, so that a fault can name its line. Strict: one document, no duplicate and no reserved
 * keys, a bounded depth. Strings and numbers are decoded by the platform's own JSON.parse. Must not know workshops.
 */
import { pathText, type FileFaultCode, type Path } from './faults.ts';

const DEPTH_LIMIT = 32;
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

export interface PlacedJson {
  readonly value: unknown;
  /** Path as text → offset of the value. */
  readonly places: ReadonlyMap<string, number>;
}

const TOKEN =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

class JsonReader {
  readonly #text: string;
  readonly places = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    const value = this.#value([]);
    this.#space();
    if (this.#at < this.#text.length) throw new JsonFault('file/notJson', this.#at, []);
    return value;
  }

  #space(): void {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #take(mark: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #need(mark: string, path: Path): void {
    if (!this.#take(mark)) throw new JsonFault('file/notJson', this.#at, path);
  }

  #token(path: Path): unknown {
    this.#space();
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    if (found === null) throw new JsonFault('file/notJson', this.#at, path);
    this.#at = TOKEN.lastIndex;
    return JSON.parse(found[0]);
  }

  #value(path: Path): unknown {
    this.#space();
    this.places.set(pathText(path), this.#at);
    if (path.length > DEPTH_LIMIT) throw new JsonFault('file/tooDeep', this.#at, path.slice(0, 4));
    if (this.#take('{')) return this.#object(path);
    if (this.#take('[')) return this.#array(path);
    return this.#token(path);
  }

  #object(path: Path): unknown {
    const found: Record<string, unknown> = {};
    if (this.#take('}')) return found;
    do {
      this.#space();
      const start = this.#at;
      const key = this.#token(path);
      if (typeof key !== 'string') throw new JsonFault('file/notJson', start, path);
      if (RESERVED.has(key)) throw new JsonFault('file/reservedKey', start, [...path, key]);
      if (Object.hasOwn(found, key)) throw new JsonFault('file/duplicateKey', start, [...path, key]);
      this.#need(':', path);
      found[key] = this.#value([...path, key]);
    } while (this.#take(','));
    this.#need('}', path);
    return found;
  }

  #array(path: Path): unknown {
    const found: unknown[] = [];
    if (this.#take(']')) return found;
    do found.push(this.#value([...path, found.length]));
    while (this.#take(','));
    this.#need(']', path);
    return found;
  }
}

/** Throws JsonFault, which read.ts turns into data; nothing else leaves this folder as an exception. */
export const readJson = (text: string): PlacedJson => {
  const reader = new JsonReader(text);
  return { value: reader.document(), places: reader.places };
};

export const lineAndColumn = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
