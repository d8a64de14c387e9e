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
    case 'inviting':
    case 'invitation': {
      const { loadInviting } = await import('../features/inviting/load.ts');
      return { render: await loadInviting({ ...route, page: route.page }) };
    }
    case 'plan':
    case 'organizing':
    case 'newWorkshop': {
      const { loadOrganizing } = await import('../features/organizing/load.ts');
      return { render: await loadOrganizing(route.page === 'plan' ? route : { page: route.page }) };
    }
    case 'directory':
      await import('../features/directory/directory.ts');
      return { render: (language) => html`<plenary-directory .language=${language}></plenary-directory>` };
    case 'entry':
      await import('../features/directory/entry-page.ts');
      return {
        render: (language) =>
          html`<plenary-entry .kind=${route.kind} .entry=${route.entry} .language=${language}></plenary-entry>`,
      };
    case 'signIn':
      await import('../features/account/sign-in-page.ts');
      return { render: (language) => html`<plenary-sign-in .language=${language}></plenary-sign-in>` };
    case 'administrator':
    case 'join': {
      const of = route.page === 'join' ? 'invitation' : 'administrator';
      await import('../features/account/arrival-page.ts');
      return { render: (language) => html`<plenary-arrival of=${of} .language=${language}></plenary-arrival>` };
    }
    case 'account':
      await import('../features/account/account-page.ts');
      return { render: (language) => html`<plenary-account .language=${language}></plenary-account>` };
    case 'administration': {
      const { loadAdministration } = await import('../features/administration/load.ts');
      return { render: await loadAdministration(route.part) };
    }
    case 'organization':
      await import('../features/organization/organization-page.ts');
      return {
        render: (language) =>
          html`<plenary-organization .organization=${route.organization} .language=${language}></plenary-organization>`,
      };
    case 'publications':
      await import('../features/publications/publications.ts');
      return { render: (language) => html`<plenary-publications .language=${language}></plenary-publications>` };
    case 'approve':
      await import('../features/approval/approval-page.ts');
      return { render: (language) => html`<plenary-approval .language=${language}></plenary-approval>` };
    case 'notFound':
      await import('./not-found.ts');
      return { render: (language) => html`<plenary-not-found .language=${language}></plenary-not-found>` };
  }
};
