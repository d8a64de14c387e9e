/** The house styles of this installation: those that come with it and its own files. A file that cannot be read is told, and left out. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHouseStyle, SHIPPED_STYLES, USUAL_STYLE, type HouseStyle } from '../../../shared/update/house-style.ts';

export interface Styles {
  readonly all: readonly HouseStyle[];
  /** The first of these keys that names a style, else the usual one. */
  find(...keys: readonly (string | null)[]): HouseStyle;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Read once, at the start. A file with the key of a shipped style takes its place. */
export const loadStyles = async (
  folder: string,
  onProblem: (file: string, problems: readonly string[]) => void,
): Promise<Styles> => {
  const styles = new Map(SHIPPED_STYLES.map((style) => [style.key, style]));
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const file = join(folder, name);
    const read = readHouseStyle(parsed(await readFile(file, 'utf8')));
    if (read.ok) styles.set(read.style.key, read.style);
    else onProblem(file, read.problems);
  }
  return {
    all: [...styles.values()],
    find: (...keys) => keys.map((key) => styles.get(key ?? '')).find((style) => style !== undefined) ?? USUAL_STYLE,
  };
};
