/** What the forms of people, organizations and groups have in common: text fields to facts. Must not know a form. */
import type { LocalText } from '../../../shared/kernel/language.ts';

export type DraftFault =
  | 'noName'
  | 'halfName'
  | 'noTitle'
  | 'badDate'
  | 'badPeriod'
  | 'badEmail'
  | 'badIdentifier'
  | 'badCount'
  | 'fewerThanNamed'
  | 'noOrganization'
  | 'tooMany';

/** By the field each is about. */
export type FieldFaults = Record<string, DraftFault>;

/** The wish as far as the form allows; it is only sent when there is no fault. */
export interface Checked<Wish> {
  readonly wish: Wish;
  readonly faults: Readonly<FieldFaults>;
}

export const localOf = ({ en, zh }: { readonly en: string; readonly zh: string }): LocalText => ({
  ...(en.trim() !== '' && { en: en.trim() }),
  ...(zh.trim() !== '' && { 'zh-Hans': zh.trim() }),
});

/** One a line, each once. */
export const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
