/** What stands at an address that leads nowhere. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { shellArea } from '../../shared/languages/areas/shell.ts';
import { PageShown } from '../features/page.ts';
import { base, buttons } from '../ui/base.css.ts';

@customElement('plenary-not-found')
export class PlenaryNotFound extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        max-width: 40rem;
        margin: 0 auto;
        padding: var(--gap-6) var(--gap-5);
      }

      p {
        margin-block: var(--gap-4) var(--gap-5);
        font-size: var(--size-3);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';

  override firstUpdated(): void {
    this.dispatchEvent(new PageShown(say(shellArea, this.language, 'notFound')));
  }

  override render(): TemplateResult {
    const t = (key: 'notFound' | 'notFoundText' | 'toHome'): string => say(shellArea, this.language, key);
    return html`<h1 tabindex="-1">${t('notFound')}</h1>
      <p>${t('notFoundText')}</p>
      <a class="button" href="/">${t('toHome')}</a>`;
  }
}
