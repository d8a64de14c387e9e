/** One field's value in words, as two entries are compared. Owns the wording of values; which field it is, is merging.ts. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryPosition } from '../../../shared/directory/entries.ts';
import type { ExternalId } from '../../../shared/directory/external-ids.ts';
import { fullName, positionText } from '../../../shared/directory/names.ts';
import { organizationInShort } from '../../../shared/directory/organizations.ts';
import type { Honorific, PersonName } from '../../../shared/directory/person.ts';
import type { FileId } from '../../../shared/kernel/ids.ts';
import { textIn, textsOf, type Language, type LocalText } from '../../../shared/kernel/language.ts';
import { portraitPath, type KeptEntry } from '../../connection/directory-api.ts';
import { words } from './form.ts';
import type { MergeField } from './merging.ts';

const positionWords = (
  { title, organization, from, until }: DirectoryPosition,
  among: readonly KeptEntry[],
  language: Language,
): string => {
  const found = among.find(({ entry }) => entry.id === organization)?.entry;
  const where = found?.kind === 'organization' ? organizationInShort(found, language) : null;
  const said = textIn(title, language);
  const line = said === '' ? (where ?? '') : positionText(said, where, language);
  return from === undefined && until === undefined ? line : `${line} (${from ?? ''}–${until ?? ''})`;
};

export const valueWords = (
  field: MergeField,
  value: unknown,
  among: readonly KeptEntry[],
  language: Language,
): TemplateResult | string | typeof nothing => {
  if (value === undefined) return nothing;
  switch (field) {
    case 'latin':
      return fullName({ latin: value } as PersonName, 'en');
    case 'han':
      return fullName({ han: value } as PersonName, 'zh-Hans');
    case 'honorific':
    case 'chineseHonorific':
      return words(language, `honorific.${value as Honorific}`);
    case 'positions':
      return html`${(value as readonly DirectoryPosition[]).map((one) => html`<p>${positionWords(one, among, language)}</p>`)}`;
    case 'externalIds':
      return html`${(value as readonly ExternalId[]).map((one) => html`<p>${words(language, one.scheme)} ${one.value}</p>`)}`;
    case 'aliases':
      return (value as readonly string[]).join(' · ');
    case 'abbreviation':
      return textsOf(value as LocalText).join(' · ');
    case 'portrait':
      return html`<img src=${portraitPath(value as FileId)} alt=${words(language, 'portrait')} />`;
    default:
      return typeof value === 'string' ? value : '';
  }
};
