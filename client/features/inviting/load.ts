/** Which page of invitations a route shows: the desk's, or that of who was invited; each fetched when it is first needed. */
import { html, type TemplateResult } from 'lit';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';

export const loadInviting = async ({
  page,
  workshop,
}: {
  readonly page: 'inviting' | 'invitation';
  readonly workshop: WorkshopId;
}): Promise<(language: Language) => TemplateResult> => {
  if (page === 'inviting') {
    await import('./inviting-page.ts');
    return (language) => html`<plenary-inviting .workshop=${workshop} .language=${language}></plenary-inviting>`;
  }
  await import('../invitation/invitation-page.ts');
  return (language) => html`<plenary-invitation .workshop=${workshop} .language=${language}></plenary-invitation>`;
};
