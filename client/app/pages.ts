/** Which element shows which route, each fetched when it is first needed. Owns the imports; must not know what pages do. */
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../shared/kernel/language.ts';
import type { Route } from './routes.ts';

export interface LoadedPage {
  readonly render: (language: Language) => TemplateResult;
}

/** Rejects when the page's script cannot be fetched. */
export const loadPage = async (route: Route): Promise<LoadedPage> => {
  switch (route.page) {
    case 'home':
      await import('../features/home/home.ts');
      return { render: (language) => html`<plenary-home .language=${language}></plenary-home>` };
    case 'workshop':
      await import('../features/workshop/workshop-page.ts');
      return {
        render: (language) =>
          html`<plenary-workshop .workshop=${route.workshop} .language=${language}></plenary-workshop>`,
      };
    case 'draft':
      await import('../features/workshop/draft-page.ts');
      return {
        render: (language) =>
          html`<plenary-draft-page .workshop=${route.workshop} .language=${language}></plenary-draft-page>`,
      };
    case 'directory':
      await import('../features/directory/directory.ts');
      return { render: (language) => html`<plenary-directory .language=${language}></plenary-directory>` };
    case 'notFound':
      await import('./not-found.ts');
      return { render: (language) => html`<plenary-not-found .language=${language}></plenary-not-found>` };
  }
};
