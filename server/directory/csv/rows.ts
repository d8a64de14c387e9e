/**
 * A row's cells as a person or an organization, or the faults of its cells by column. Owns what each cell may hold. Organizations are only
 * named here; which ones they are is for the import to find out.
 */
import {
  readExternalId,
  SCHEMES_OF_ORGANIZATIONS,
  SCHEMES_OF_PEOPLE,
  type ExternalId,
} from '../../../shared/directory/external-ids.ts';
import { isDate, isInOrder, type Period } from '../../../shared/directory/period.ts';
import { HONORIFICS, type Honorific, type PersonName } from '../../../shared/directory/person.ts';
import { nameInOnePiece, splitHan } from '../../../shared/directory/split-name.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import { emailAddress } from '../../../shared/protocol/account-schemas.ts';
import { directoryId, line } from '../../../shared/protocol/text-schemas.ts';

export type CellFault =
  | 'csv/noName'
  | 'csv/badValue'
  | 'csv/tooLong'
  | 'csv/badEmail'
  | 'csv/badIdentifier'
  | 'csv/badHonorific'
  | 'csv/badOrder'
  | 'csv/badDate'
  | 'csv/badPeriod'
  | 'csv/badCountry'
  | 'csv/halfName'
  | 'csv/tooManyCells'
  | 'csv/sameAsRow'
  | 'csv/unknownId';

export interface RowFault {
  readonly column: string;
  readonly code: CellFault;
}

export interface PersonRow {
  readonly kind: 'person';
  readonly id: string | null;
  readonly name: PersonName;
  readonly aliases?: readonly string[];
  readonly honorific?: Honorific;
  readonly chineseHonorific?: Honorific;
  readonly email?: string;
  readonly positions: readonly (Period & { readonly title: LocalText; readonly organization: LocalText | null })[];
  readonly externalIds: readonly ExternalId[];
}
export interface OrganizationRow {
  readonly kind: 'organization';
  readonly id: string | null;
  readonly name: LocalText;
  readonly abbreviation?: LocalText;
  readonly aliases?: readonly string[];
  readonly country?: string;
  readonly externalIds: readonly ExternalId[];
}
export type ReadRow = PersonRow | OrganizationRow;

const HONORIFIC_WORDS: Readonly<Record<string, Honorific>> = {
  'mr.': 'mr',
  'ms.': 'ms',
  mrs: 'ms',
  'mrs.': 'ms',
  miss: 'ms',
  'mx.': 'mx',
  'dr.': 'dr',
  'prof.': 'prof',
  professor: 'prof',
  先生: 'mr',
  女士: 'ms',
  小姐: 'ms',
  博士: 'dr',
  教授: 'prof',
};

type Cells = Readonly<Record<string, string>>;

/** Reads cells one by one and gathers what is wrong with them. */
class CellReader {
  readonly faults: RowFault[] = [];
  readonly #cells: Cells;
  constructor(cells: Cells) {
    this.#cells = cells;
  }

  raw(column: string): string {
    return (this.#cells[column] ?? '').trim();
  }

  fault(column: string, code: CellFault): null {
    this.faults.push({ column, code });
    return null;
  }

  text(column: string, limit: number): string | undefined {
    const text = this.raw(column).replace(/\s*[\r\n]+\s*/g, ' ');
    if (text === '') return undefined;
    const read = line(limit).safeParse(text);
    if (read.success) return read.data;
    this.fault(column, text.length > limit ? 'csv/tooLong' : 'csv/badValue');
    return undefined;
  }

  local(stem: string, limit: number): LocalText | null {
    const [en, zh] = [this.text(`${stem}_en`, limit), this.text(`${stem}_zh`, limit)];
    if (en === undefined && zh === undefined) return null;
    return { ...(en !== undefined && { en }), ...(zh !== undefined && { 'zh-Hans': zh }) };
  }

  /** Several in one cell, with semicolons between them. */
  aliases(): readonly string[] {
    const all = this.raw('other_names')
      .split(/[;；]/)
      .map((one) => one.trim());
    const names = [...new Set(all)].filter((one) => one !== '');
    if (names.length > 20 || names.some((one) => !line(200).safeParse(one).success))
      this.fault('other_names', 'csv/badValue');
    return names;
  }

  honorific(column: string): Honorific | undefined {
    const title = this.raw(column).toLowerCase();
    const found = HONORIFICS.find((one) => one === title) ?? HONORIFIC_WORDS[title];
    if (title !== '' && found === undefined) this.fault(column, 'csv/badHonorific');
    return found;
  }

  /** A spreadsheet likes to write days with slashes or dots. */
  period(stem: string): Period {
    const at = (end: 'from' | 'until'): string | undefined => {
      const text = this.raw(`${stem}_${end}`)
        .replace(/[/.]/g, '-')
        .replace(/-(\d)(?=-|$)/g, '-0$1');
      if (text === '') return undefined;
      if (!isDate(text)) this.fault(`${stem}_${end}`, 'csv/badDate');
      return text;
    };
    const [from, until] = [at('from'), at('until')];
    const period = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
    if (!isInOrder(period)) this.fault(`${stem}_until`, 'csv/badPeriod');
    return period;
  }

  id(): string | null {
    const text = this.raw('id');
    if (text === '') return null;
    return directoryId.safeParse(text).success ? text : this.fault('id', 'csv/unknownId');
  }

  externalIds(schemes: readonly ExternalId['scheme'][]): readonly ExternalId[] {
    return schemes.flatMap((scheme) => {
      const text = this.raw(scheme);
      if (text === '') return [];
      const value = readExternalId(scheme, text);
      if (value === null) this.fault(scheme, 'csv/badIdentifier');
      return value === null ? [] : [{ scheme, value }];
    });
  }
}

const nameOf = (cells: CellReader): PersonName | null => {
  const [family, given] = [cells.text('family_name', 200), cells.text('given_name', 200)];
  const [hanFamily, hanGiven] = [cells.text('chinese_family_name', 20), cells.text('chinese_given_name', 40)];
  const order = cells.raw('name_order').toLowerCase() || (hanFamily === undefined ? 'given-first' : 'family-first');
  if (order !== 'family-first' && order !== 'given-first') return cells.fault('name_order', 'csv/badOrder');
  const whole = [cells.text('name', 200), cells.text('name_latin', 200), cells.text('chinese_name', 60)];
  const pieces = whole.flatMap((text) => (text === undefined ? [] : [nameInOnePiece(text)]));
  const chinese = cells.text('chinese_name', 60);
  if (chinese !== undefined && !splitHan(chinese)) return cells.fault('chinese_name', 'csv/badValue');
  if (family !== undefined && given === undefined) return cells.fault('given_name', 'csv/halfName');
  if ((hanFamily === undefined) !== (hanGiven === undefined)) {
    return cells.fault(hanFamily === undefined ? 'chinese_family_name' : 'chinese_given_name', 'csv/halfName');
  }
  const parts: PersonName = {
    ...(given !== undefined && { latin: { ...(family !== undefined && { family }), given, order } }),
    ...(hanFamily !== undefined && hanGiven !== undefined && { han: { family: hanFamily, given: hanGiven } }),
  };
  const name = [parts, ...pieces].reduce<PersonName>((all, one) => ({ ...one, ...all }), {});
  return Object.keys(name).length > 0 ? name : cells.fault('name', 'csv/noName');
};

const personRow = (cells: CellReader): PersonRow | null => {
  const name = nameOf(cells);
  const [honorific, chineseHonorific] = [cells.honorific('honorific'), cells.honorific('chinese_honorific')];
  const aliases = cells.aliases();
  const email = cells.raw('email');
  if (email !== '' && !emailAddress.safeParse(email).success) cells.fault('email', 'csv/badEmail');
  const positions = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => {
    const [text, organization] = [cells.local(`position_${n}`, 200), cells.local(`organization_${n}`, 300)];
    const period = cells.period(`position_${n}`);
    return text === null && organization === null ? [] : [{ title: text ?? {}, organization, ...period }];
  });
  const externalIds = cells.externalIds(SCHEMES_OF_PEOPLE);
  const id = cells.id();
  if (name === null || cells.faults.length > 0) return null;
  return {
    kind: 'person',
    id,
    name,
    positions,
    externalIds,
    ...(aliases.length > 0 && { aliases }),
    ...(honorific && { honorific }),
    ...(chineseHonorific && { chineseHonorific }),
    ...(email !== '' && { email }),
  };
};

const organizationRow = (cells: CellReader): OrganizationRow | null => {
  const [name, abbreviation] = [cells.local('name', 300), cells.local('abbreviation', 60)];
  if (name === null && cells.faults.length === 0) cells.fault('name_en', 'csv/noName');
  const aliases = cells.aliases();
  const country = cells.raw('country').toUpperCase();
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) cells.fault('country', 'csv/badCountry');
  const externalIds = cells.externalIds(SCHEMES_OF_ORGANIZATIONS);
  const id = cells.id();
  if (name === null || cells.faults.length > 0) return null;
  return {
    kind: 'organization',
    id,
    name,
    externalIds,
    ...(abbreviation && { abbreviation }),
    ...(aliases.length > 0 && { aliases }),
    ...(country !== '' && { country }),
  };
};

export const readRow = (
  kind: ReadRow['kind'],
  cells: Cells,
): { readonly row: ReadRow | null; readonly faults: readonly RowFault[] } => {
  const reader = new CellReader(cells);
  const row = kind === 'person' ? personRow(reader) : organizationRow(reader);
  return { row, faults: reader.faults };
};
