/**
 * Letters of every script that names of people come in: which font has which. Owns the order of fonts and what stands for a sign that none has.
 * Noto Sans SC has Latin as far as Western Europe goes and GB 2312; the rest comes from its sister for other scripts.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { unwrapWoff } from './woff.ts';

export type Weight = 400 | 700;

export interface Face {
  readonly name: string;
  /** An OpenType font, as the PDF embeds it. */
  readonly font: Buffer;
  /** How far above the line it reaches, of its size. */
  readonly ascent: number;
  has(codePoint: number): boolean;
}

/** Text that one font has whole. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

const FILES = [
  'noto-sans-sc/files/noto-sans-sc-chinese-simplified',
  'noto-sans/files/noto-sans-latin-ext',
  'noto-sans/files/noto-sans-vietnamese',
  'noto-sans/files/noto-sans-cyrillic',
  'noto-sans/files/noto-sans-cyrillic-ext',
  'noto-sans/files/noto-sans-greek',
] as const;

const { resolve } = createRequire(import.meta.url);

const load = async (file: string, weight: Weight): Promise<Face> => {
  const font = unwrapWoff(await readFile(resolve(`@fontsource/${file}-${weight}-normal.woff`)));
  const opened = fontkit.create(font);
  if (!('characterSet' in opened)) throw new Error(`${file} is a collection of fonts`);
  const known = new Set(opened.characterSet);
  return {
    name: `${file}-${weight}`,
    font,
    ascent: opened.ascent / opened.unitsPerEm,
    has: (codePoint) => known.has(codePoint),
  };
};

let loaded: Promise<Readonly<Record<Weight, readonly Face[]>>> | null = null;

/** Read once: the files are small, but unpacking them for each document would not be. */
export const openFaces = (): Promise<Readonly<Record<Weight, readonly Face[]>>> => {
  loaded ??= (async () => {
    const of = (weight: Weight): Promise<readonly Face[]> => Promise.all(FILES.map((file) => load(file, weight)));
    const [regular, bold] = await Promise.all([of(400), of(700)]);
    return { 400: regular, 700: bold };
  })();
  return loaded;
};

const faceOf = (faces: readonly Face[], letter: string): Face | undefined =>
  faces.find((face) => face.has(letter.codePointAt(0) ?? 0));

const MISSING = '\u25a1';

/** Signs such as ℃ or ① stand in no font here; what Unicode says they are made of does. */
const known = (faces: readonly Face[], letter: string): string => {
  if (faceOf(faces, letter)) return letter;
  const plain = letter.normalize('NFKC');
  return [...plain].every((one) => faceOf(faces, one)) ? plain : MISSING;
};

/** The text as runs, each in the first font that has all of it; control signs and what joins nothing visible are left out. */
export const runsOf = (faces: readonly Face[], text: string): readonly Run[] => {
  const runs: { face: Face; text: string }[] = [];
  const [first] = faces;
  for (const sign of text.normalize('NFC').replaceAll(/\p{Cf}|\p{Mn}/gu, '')) {
    for (const letter of known(faces, /\s/u.test(sign) ? ' ' : sign)) {
      const last = runs.at(-1);
      const face = last?.face === first && first?.has(letter.codePointAt(0) ?? 0) ? first : faceOf(faces, letter);
      if (!face) continue;
      if (last?.face === face) last.text += letter;
      else runs.push({ face, text: letter });
    }
  }
  return runs;
};
