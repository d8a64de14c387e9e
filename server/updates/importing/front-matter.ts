/** What stands before the text of a file, in YAML between two lines of hyphens. Owns the names that archives give their fields. */
import { parse } from 'yaml';

export interface FrontMatter {
  text(...names: readonly string[]): string | null;
  list(...names: readonly string[]): readonly string[];
}

export interface WithFrontMatter {
  readonly fields: FrontMatter;
  readonly body: string;
}

const LONGEST = 64 * 1024;

const words = (value: unknown): string | null => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim() || null
    : null;
};

const fieldsOf = (given: object): FrontMatter => {
  const values = new Map(
    Object.entries(given).map(([name, value]) => [name.toLowerCase().replace(/[\s_-]/g, ''), value as unknown]),
  );
  const first = (names: readonly string[]): unknown =>
    names.map((name) => values.get(name)).find((value) => value !== undefined && value !== null);
  const list = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => words(one) ?? []);
    return (words(value) ?? '').split(/[,，;；、]/).flatMap((one) => one.trim() || []);
  };
  return { text: (...names) => words(first(names)), list: (...names) => list(first(names)).slice(0, 50) };
};

const NO_FIELDS: FrontMatter = fieldsOf({});

/** Null: there is a beginning, and it is no YAML. Dates stay as they are written: YAML would make an instant of a day. */
export const splitFrontMatter = (text: string): WithFrontMatter | null => {
  const [whole, yaml] = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (whole === undefined || yaml === undefined) return { fields: NO_FIELDS, body: text };
  if (yaml.length > LONGEST) return null;
  try {
    const read: unknown = parse(yaml, { schema: 'core', maxAliasCount: 20, prettyErrors: false });
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
    return { fields: fieldsOf(read), body: text.slice(whole.length) };
  } catch {
    return null;
  }
};
