/** What can be wrong with a workshop file, and where. Owns shapes and codes; the words are in languages/areas/workshop-file.ts. */
export type FileFaultCode =
  | 'file/tooLarge'
  | 'file/notJson'
  | 'file/tooDeep'
  | 'file/reservedKey'
  | 'file/duplicateKey'
  | 'file/otherFormat'
  | 'file/unknownVersion'
  | 'file/unknownKey'
  | 'file/missing'
  | 'file/wrongValue'
  | 'file/duplicateId'
  | 'file/unknownReference'
  | 'file/badTime'
  | 'file/badZone'
  | 'file/badOrder'
  | 'file/speakerWithoutVisit';

/** `path` as in "agenda[2].presenters[0].organization"; line and column count from 1. */
export interface FileFault {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: FileFaultCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

export type Path = readonly (string | number)[];

export const pathText = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
