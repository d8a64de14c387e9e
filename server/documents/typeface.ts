/**
 * Letters of every script that names of people come in: which font has which. Owns the order of fonts and what stands for a sign that none has.
 * Noto Sans SC has Chinese and Latin as far as Western Europe goes; the rest comes from its sister for other scripts.
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

/** Read for every document; the rest of Noto Sans SC stands in slices of some hundred letters, read when a text has one of them. */
const ALWAYS = [
  'noto-sans-sc/files/noto-sans-sc-chinese-simplified',
  'noto-sans/files/noto-sans-latin-ext',
  'noto-sans/files/noto-sans-vietnamese',
  'noto-sans/files/noto-sans-cyrillic',
  'noto-sans/files/noto-sans-cyrillic-ext',
  'noto-sans/files/noto-sans-greek',
] as const;

/** Stands for a sign that no font has. */
const MISSING = '\u25a1';

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

/** Kept once read: the files are small, but unpacking them for each document would not be. */
const kept = new Map<string, Promise<Face>>();

const face = (file: string, weight: Weight): Promise<Face> => {
  const key = `${file}-${weight}`;
  const known = kept.get(key) ?? load(file, weight);
  kept.set(key, known);
  return known;
};

type Slice = readonly [file: string, has: (codePoint: number) => boolean];

/** From the package's own table of ranges, such as `U+4e00-4e03,U+4e07` by `[61]`. */
const readSlices = async (): Promise<readonly Slice[]> => {
  const table: unknown = JSON.parse(await readFile(resolve('@fontsource/noto-sans-sc/unicode.json'), 'utf8'));
  return Object.entries(table ?? {}).flatMap(([name, written]: [string, unknown]): Slice[] => {
    const number = /^\[(\d+)\]$/.exec(name)?.[1];
    if (number === undefined || typeof written !== 'string') return [];
    const ranges = [...written.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(
      ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
    );
    const has = (codePoint: number): boolean => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
    return [[`noto-sans-sc/files/noto-sans-sc-${number}`, has]];
  });
};
let slices: Promise<readonly Slice[]> | null = null;

/** The fonts that this text needs, in the order in which they are tried. */
export const openFaces = async (text: string): Promise<Readonly<Record<Weight, readonly Face[]>>> => {
  slices ??= readSlices();
  const of = async (weight: Weight): Promise<readonly Face[]> => {
    const always = await Promise.all(ALWAYS.map((file) => face(file, weight)));
    const rare = new Set(
      [...`${text}${MISSING}`]
        .map((sign) => sign.codePointAt(0) ?? 0)
        .filter((sign) => !always.some((one) => one.has(sign))),
    );
    const wanted = ((await slices) ?? []).filter(([, has]) => [...rare].some(has));
    return [...always, ...(await Promise.all(wanted.map(([file]) => face(file, weight))))];
  };
  const [regular, bold] = await Promise.all([of(400), of(700)]);
  return { 400: regular, 700: bold };
};

const faceOf = (faces: readonly Face[], letter: string): Face | undefined =>
  faces.find((face) => face.has(letter.codePointAt(0) ?? 0));

/** Some signs stand in no font here; what Unicode says they are made of may. */
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
