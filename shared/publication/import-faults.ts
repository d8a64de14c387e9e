/** What can be wrong with a file of an archive that moves in. `bad`: it is not taken; `note`: it is, and somebody should know. */

export const IMPORT_FAULTS = {
  'file/unreadable': 'bad',
  'file/tooLarge': 'bad',
  'file/tooDeep': 'bad',
  'file/badFrontMatter': 'bad',
  'file/noTitle': 'bad',
  'file/noText': 'bad',
  'file/noDate': 'bad',
  'file/dateAhead': 'bad',
  'file/otherLanguage': 'bad',
  'file/sameLanguageTwice': 'bad',
  'file/pictureMissing': 'note',
  'file/pictureElsewhere': 'note',
  'file/pictureUnreadable': 'note',
  'file/noCredit': 'note',
  'file/partsLeftOut': 'note',
  'file/languageGuessed': 'note',
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULTS;

export interface ImportFault {
  readonly code: ImportFaultCode;
  /** What is meant: the address of a picture, an element. */
  readonly about?: string;
}

export const isTaken = (faults: readonly ImportFault[]): boolean =>
  faults.every(({ code }) => IMPORT_FAULTS[code] === 'note');
