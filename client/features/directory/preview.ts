/** How an entry will be written while it is being filled in: in an article of each language and in an index. Owns the choice of lines only. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryEntry } from '../../../shared/directory/entries.ts';
import { indexName } from '../../../shared/directory/index-name.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { KeptEntry } from '../../connection/directory-api.ts';
import { entryWords } from './entry-words.ts';
import { words } from './form.ts';

export const preview = (
  entry: DirectoryEntry,
  organizations: readonly KeptEntry[],
  language: Language,
): TemplateResult => {
  // A number alone is no group yet.
  const isBegun = entry.kind !== 'group' || Object.keys(entry.members).length > 0;
  const line = (where: string, written: Language, text: string): TemplateResult =>
    html`<div>
      <dt class="soft small">${where} · ${words(language, written === 'en' ? 'english' : 'chinese')}</dt>
      <dd lang=${written}>${text.trim() === '' ? words(language, 'empty') : text}</dd>
    </div>`;
  return html`<section class="preview" aria-labelledby="preview">
    <h2 id="preview">${words(language, 'preview')}</h2>
    <dl>
      ${LANGUAGES.map((one) => line(words(language, 'inArticle'), one, isBegun ? entryWords(entry, organizations, one) : ''))}
      ${
        entry.kind === 'person'
          ? LANGUAGES.map((one) => line(words(language, 'inIndex'), one, indexName(entry.name, one)))
          : nothing
      }
    </dl>
  </section>`;
};
