/** Reads a workshop file: text in, the file or every fault with its line out. Total: whatever the text, an answer comes. */
import type { z } from 'zod/mini';
import { pathText, type FileFault, type FileFaultCode, type Path } from './faults.ts';
import { JsonFault, lineAndColumn, placesOf, readJson } from './read-json.ts';
import { checkReferences } from './references.ts';
import { workshopFileSchema, type WorkshopFile } from './schema.ts';

/** In characters; far above any workshop's facts. */
const FILE_LIMIT = 4_000_000;
const FAULT_LIMIT = 50;

export type FileReading =
  { readonly ok: true; readonly file: WorkshopFile } | { readonly ok: false; readonly faults: readonly FileFault[] };

type Issue = z.core.$ZodIssue;

const codeOf = (issue: Issue, path: Path): FileFaultCode => {
  const [only] = path;
  if (path.length === 1 && only === 'format') return 'file/otherFormat';
  if (path.length === 1 && only === 'version') return 'file/unknownVersion';
  return issue.code === 'invalid_type' && issue.input === undefined ? 'file/missing' : 'file/wrongValue';
};

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

interface Unplaced {
  readonly path: Path;
  readonly code: FileFaultCode;
  readonly details?: FileFault['details'];
}

const placed = (text: string, found: readonly Unplaced[]): FileReading => {
  // Cut before each is placed: a file may hold nothing but faults.
  const told = found.slice(0, FAULT_LIMIT);
  const places = placesOf(
    text,
    told.map(({ path }) => path),
  );
  const faults = told.map(({ path, code, details }, at): FileFault => {
    const fault = { path: pathText(path), ...lineAndColumn(text, places[at] ?? 0), code };
    return details === undefined ? fault : { ...fault, details };
  });
  return { ok: false, faults };
};

const unplaced = (issue: Issue): readonly Unplaced[] => {
  const path = steps(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, FAULT_LIMIT)
      .map((key) => ({ path: [...path, key], code: 'file/unknownKey', details: { key } }));
  }
  return [{ path, code: codeOf(issue, path) }];
};

export const readWorkshopFile = (given: string): FileReading => {
  if (given.length > FILE_LIMIT)
    return {
      ok: false,
      faults: [{ path: '', line: 1, column: 1, code: 'file/tooLarge', details: { limit: FILE_LIMIT } }],
    };
  const text = given.startsWith('\uFEFF') ? ` ${given.slice(1)}` : given;
  let json: unknown;
  try {
    json = readJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    const { path, offset, code } = cause;
    return { ok: false, faults: [{ path: pathText(path), ...lineAndColumn(text, offset), code }] };
  }
  const shaped = workshopFileSchema.safeParse(json, { reportInput: true });
  if (!shaped.success) return placed(text, shaped.error.issues.slice(0, FAULT_LIMIT).flatMap(unplaced));
  const found = checkReferences(shaped.data);
  return found.length === 0 ? { ok: true, file: shaped.data } : placed(text, found);
};
