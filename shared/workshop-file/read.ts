/** Reads a workshop file: text in, the file or every fault with its line out. Total: whatever the text, an answer comes. */
import type { z } from 'zod/mini';
import { pathText, type FileFault, type FileFaultCode, type Path } from './faults.ts';
import { JsonFault, lineAndColumn, readJson, type PlacedJson } from './read-json.ts';
import { checkReferences } from './references.ts';
import { workshopFileSchema, type WorkshopFile } from './schema.ts';

/** In characters; far above any workshop's facts. */
const FILE_LIMIT = 2_000_000;
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

export const readWorkshopFile = (text: string): FileReading => {
  /** A value that is missing has no place: its nearest ancestor has. */
  const placed = (
    code: FileFaultCode,
    path: Path,
    places: PlacedJson['places'],
    details?: FileFault['details'],
  ): FileFault => {
    let at = path;
    while (at.length > 0 && !places.has(pathText(at))) at = at.slice(0, -1);
    const fault = { path: pathText(path), ...lineAndColumn(text, places.get(pathText(at)) ?? 0), code };
    return details === undefined ? fault : { ...fault, details };
  };
  if (text.length > FILE_LIMIT)
    return {
      ok: false,
      faults: [{ path: '', line: 1, column: 1, code: 'file/tooLarge', details: { limit: FILE_LIMIT } }],
    };
  let json: PlacedJson;
  try {
    json = readJson(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    return {
      ok: false,
      faults: [{ path: pathText(cause.path), ...lineAndColumn(text, cause.offset), code: cause.code }],
    };
  }
  const shaped = workshopFileSchema.safeParse(json.value, { reportInput: true });
  if (!shaped.success) {
    const faults = shaped.error.issues.flatMap((issue): readonly FileFault[] => {
      const path = steps(issue.path);
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => placed('file/unknownKey', [...path, key], json.places, { key }));
      }
      return [placed(codeOf(issue, path), path, json.places)];
    });
    return { ok: false, faults: faults.slice(0, FAULT_LIMIT) };
  }
  const found = checkReferences(shaped.data);
  if (found.length === 0) return { ok: true, file: shaped.data };
  return {
    ok: false,
    faults: found.slice(0, FAULT_LIMIT).map((one) => placed(one.code, one.path, json.places, one.details)),
  };
};
