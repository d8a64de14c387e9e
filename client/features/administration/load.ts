/** Fetches the administrator's page that is asked for, and only that one: the frame around the pages stays as light as with one. */
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';

export const loadAdministration = async (
  part: 'audit' | 'retention' | 'installation',
): Promise<(language: Language) => TemplateResult> => {
  switch (part) {
    case 'audit':
      await import('./audit-page.ts');
      return (language) => html`<plenary-audit .language=${language}></plenary-audit>`;
    case 'retention':
      await import('./retention-page.ts');
      return (language) => html`<plenary-retention .language=${language}></plenary-retention>`;
    case 'installation':
      await import('./administration-page.ts');
      return (language) => html`<plenary-administration .language=${language}></plenary-administration>`;
  }
};
