/** The newest program updates on the first page; nothing when there are none. Owns fetching them. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { readLatestUpdates, type LatestUpdate } from '../../connection/publications-api.ts';
import { base } from '../../ui/base.css.ts';

@customElement('plenary-latest-updates')
export class PlenaryLatestUpdates extends LitElement {
  static override styles = [
    base,
    css`
      h2 {
        margin-block: var(--gap-6) var(--gap-2);
      }

      li {
        padding-block: var(--gap-3);
        border-block-start: 1px solid var(--hairline);
      }

      li a {
        font: 600 var(--size-3) / 1.4 var(--serif);
        overflow-wrap: anywhere;
      }

      .all {
        display: inline-block;
        padding-block: var(--gap-2);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private updates: readonly LatestUpdate[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('language')) void this.fetch();
  }

  private async fetch(): Promise<void> {
    const { language } = this;
    const answer = await readLatestUpdates(language);
    // What is only told here can be left out when it cannot be had; the lists beside it say so already.
    if (language === this.language) this.updates = answer.ok ? answer.value.updates : [];
  }

  override render(): TemplateResult | typeof nothing {
    const { language, updates } = this;
    if (updates.length === 0) return nothing;
    return html`<section aria-labelledby="latest">
      <h2 id="latest">${say(homeArea, language, 'latest')}</h2>
      <ul>
        ${updates.map(
          (one) =>
            html`<li>
              <span class="soft small">${one.day}</span><br /><a href=${one.href} lang=${one.language}
                >${one.headline}</a
              >
              <p lang=${one.language}>${one.teaser}</p>
            </li>`,
        )}
      </ul>
      <a class="all" href="/updates?language=${language}">${say(homeArea, language, 'allUpdates')}</a>
    </section>`;
  }
}
