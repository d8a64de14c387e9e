/**
 * Everything an archive holds, read and put together before anything is taken: each file with what is wrong with it, and the updates that come of
 * them, both languages of one together. Owns pairing and what stops a file.
 */
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { isTaken, type ImportFault } from '../../../shared/publication/import-faults.ts';
import { BadBundle, type Bundle } from './bundle.ts';
import { createPictureFinder } from './pictures.ts';
import { readFile, type ReadFile, type Reading } from './read-file.ts';

export interface PlannedFile extends ReadFile {
  readonly pictures: number;
}

/** One update: a file for each language it has. */
export interface PlannedUpdate {
  readonly source: string;
  readonly files: { readonly [L in Language]?: PlannedFile };
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly updates: readonly PlannedUpdate[];
}

const IS_TEXT = /\.(?:html?|xhtml|md|markdown)$/i;

const picturesOf = (file: ReadFile, find: ReturnType<typeof createPictureFinder>): PlannedFile => {
  const faults: ImportFault[] = [];
  let pictures = 0;
  for (const block of file.blocks) {
    if (block.kind !== 'picture') continue;
    const { kind } = find(file.path, block.source);
    const about = block.source.slice(0, 200);
    if (kind === 'missing') faults.push({ code: 'file/pictureMissing', about });
    else if (kind === 'elsewhere') faults.push({ code: 'file/pictureElsewhere', about });
    else pictures += 1;
  }
  return { ...file, pictures, faults: [...file.faults, ...faults] };
};

export const planImport = async (
  bundle: Bundle,
  reading: Reading,
  progress: (done: number, total: number) => void,
): Promise<ImportPlan> => {
  const find = createPictureFinder(bundle.names);
  const paths = bundle.names.filter((name) => IS_TEXT.test(name));
  const files: PlannedFile[] = [];
  const updates = new Map<string, { source: string; files: { [L in Language]?: PlannedFile } }>();
  for (const path of paths) {
    const bytes = await bundle.read(path).catch((cause: unknown) => {
      if (cause instanceof BadBundle) return null;
      throw cause;
    });
    let file = picturesOf(readFile(path, bytes ?? new Uint8Array([0]), reading), find);
    const update = updates.get(file.pair) ?? { source: file.pair, files: {} };
    if (isTaken(file.faults) && update.files[file.language]) {
      file = {
        ...file,
        faults: [...file.faults, { code: 'file/sameLanguageTwice', about: update.files[file.language]?.path ?? '' }],
      };
    }
    files.push(file);
    if (isTaken(file.faults)) {
      update.files[file.language] = file;
      updates.set(file.pair, update);
    }
    progress(files.length, paths.length);
    // Other people's requests come between two files.
    if (files.length % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { files, updates: [...updates.values()].filter((one) => LANGUAGES.some((language) => one.files[language])) };
};
