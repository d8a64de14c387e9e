/** The files of an archive as a table: what each is and what is wrong with it. Owns the table; what may be done with it stands around it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { importUpdatesArea } from '../../../shared/languages/areas/import-updates.ts';
import type { ImportUnderWay } from '../../connection/import-api.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

const dayIn = (at: number | null, timeZone: string, language: Language): string => {
  if (at === null) return '—';
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  }
};

export const importTable = (
  files: ImportUnderWay['files'],
  {
    language,
    timeZone,
    wordsOf,
  }: { readonly language: Language; readonly timeZone: string; readonly wordsOf: (code: string) => string },
): TemplateResult => {
  const t = (key: keyof (typeof importUpdatesArea)['en']): string => say(importUpdatesArea, language, key);
  return html`<div class="table" tabindex="0" role="region" aria-label=${t('title')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('column.title')}</th>
          <th scope="col">${t('column.date')}</th>
          <th scope="col">${t('column.language')}</th>
          <th scope="col">${t('column.pictures')}</th>
          <th scope="col">${t('column.remarks')}</th>
        </tr>
      </thead>
      <tbody>
        ${files.map(
          (file) =>
            html`<tr class=${file.isTaken ? nothing : 'bad'}>
              <td data-label=${t('column.title')}>
                <b lang=${file.language}>${file.title || '—'}</b>
                <span class="path">${file.path}</span>
              </td>
              <td data-label=${t('column.date')}>${dayIn(file.publishedAt, timeZone, language)}</td>
              <td data-label=${t('column.language')}>${NAMES[file.language]}</td>
              <td data-label=${t('column.pictures')}>${file.pictures}</td>
              <td data-label=${t('column.remarks')}>
                ${file.isTaken ? nothing : html`<b class="no">${t('notTaken')}</b>`}
                ${file.faults.map(
                  ({ code, about }) =>
                    html`<span class="remark">${wordsOf(code)}${about ? html` <q>${about}</q>` : nothing}</span>`,
                )}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};
