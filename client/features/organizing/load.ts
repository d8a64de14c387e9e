/** Which organizer's page is fetched. Apart, so that the shell names one script for all of them. */
import { html, type TemplateResult } from 'lit';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';

export const loadOrganizing = async (
  route: { readonly page: 'organizing' | 'newWorkshop' } | { readonly page: 'plan'; readonly workshop: WorkshopId },
): Promise<(language: Language) => TemplateResult> => {
  switch (route.page) {
    case 'plan': {
      await import('../planning/plan-page.ts');
      const { workshop } = route;
      return (language) => html`<plenary-plan .workshop=${workshop} .language=${language}></plenary-plan>`;
    }
    case 'organizing':
      await import('./organizing-page.ts');
      return (language) => html`<plenary-organizing .language=${language}></plenary-organizing>`;
    case 'newWorkshop':
      await import('./new-page.ts');
      return (language) => html`<plenary-new-workshop .language=${language}></plenary-new-workshop>`;
  }
};
