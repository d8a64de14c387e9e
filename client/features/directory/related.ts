/** Who names an organization: the groups it belongs to and the people at it. Owns asking; must not know the form beside it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DirectoryId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { searchDirectory, type Listed } from '../../connection/directory-api.ts';
import { base } from '../../ui/base.css.ts';
import { entryWords } from './entry-words.ts';
import { words } from './form.ts';
import { formStyles } from './form-styles.ts';
import { pathOfEntry } from './paths.ts';

const SHOWN = 20;

@customElement('plenary-related')
export class Related extends LitElement {
  static override styles = [base, formStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) organization!: DirectoryId;
  @state() private groups: Listed | null = null;
  @state() private people: Listed | null = null;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('organization')) void this.look();
  }

  private async look(): Promise<void> {
    const sort = this.language === 'en' ? 'latin' : 'pinyin';
    const ask = { q: '', sort, offset: 0, limit: SHOWN, organization: this.organization } as const;
    const [groups, people] = await Promise.all([
      searchDirectory({ ...ask, kind: 'group' }),
      searchDirectory({ ...ask, kind: 'person' }),
    ]);
    this.groups = groups.ok ? groups.value : null;
    this.people = people.ok ? people.value : null;
  }

  private list(name: 'memberOf' | 'peopleHere', listed: Listed | null): TemplateResult | typeof nothing {
    if (listed === null) return nothing;
    const more = listed.total - listed.entries.length;
    return html`<section aria-labelledby=${name}>
      <h2 id=${name}>${words(this.language, name)}</h2>
      ${listed.entries.length === 0 ? html`<p class="soft">${words(this.language, 'noneHere')}</p>` : nothing}
      <ul>
        ${listed.entries.map(
          ({ entry }) =>
            html`<li>
              <a href=${pathOfEntry(entry)}>${entryWords(entry, listed.organizations, this.language)}</a>
            </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="soft small">+ ${more}</p>` : nothing}
    </section>`;
  }

  override render(): TemplateResult {
    return html`${this.list('memberOf', this.groups)}${this.list('peopleHere', this.people)}`;
  }
}
