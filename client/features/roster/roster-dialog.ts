/**
 * The roster as the desk keeps it: who is on it, and people and organizations found in the directory and copied in as of the workshop's day.
 * Owns the search and the list; copying is copying.ts, who is named as attending attending.ts.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DIRECTORY_KINDS, type DirectoryKind } from '../../../shared/directory/entries.ts';
import { introduction } from '../../../shared/directory/introduction.ts';
import { id, type OrganizationId } from '../../../shared/kernel/ids.ts';
import { lookUp, valuesOf } from '../../../shared/kernel/records.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { rosterArea, type RosterPhrase } from '../../../shared/languages/areas/roster.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { searchDirectory, type KeptEntry, type Listed } from '../../connection/directory-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { fields } from '../../ui/base.css.ts';
import '../../ui/dialog.ts';
import { typedIn } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { entryTitle, entryWords } from '../directory/entry-words.ts';
import { wordsOfFault } from '../faults.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { attendingList } from './attending.ts';
import { copyIn, copyOf } from './copying.ts';

@customElement('plenary-roster-dialog')
export class RosterDialog extends Region {
  static override styles = [
    ...controls,
    fields,
    css`
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-block: var(--gap-3);
      }

      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap-3);
        padding-block: var(--gap-2);
        border-block-end: 1px solid var(--hairline);
        overflow-wrap: anywhere;
      }

      .tick {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        min-height: 2.75rem;
      }

      h3 {
        margin-block: var(--gap-5) var(--gap-2);
      }
    `,
  ];
  @state() private open = false;
  @state() private kind: DirectoryKind = 'person';
  @state() private found: Listed | null = null;
  @state() private fault: ApiFault | null = null;
  @state() private isBusy = false;
  private q = '';
  private asked = 0;

  show(): void {
    this.open = true;
  }

  #say(key: RosterPhrase, values?: Values): string {
    return say(rosterArea, this.language, key, values);
  }

  async #look(): Promise<void> {
    const asked = ++this.asked;
    this.fault = null;
    if (this.q.trim() === '') {
      this.found = null;
      return;
    }
    const sort = this.language === 'en' ? 'latin' : 'pinyin';
    const answer = await searchDirectory({ kind: this.kind, q: this.q, sort, offset: 0, limit: 10 });
    if (asked !== this.asked) return;
    this.found = answer.ok ? answer.value : null;
    this.fault = answer.ok ? null : answer.fault;
  }

  async #add({ entry }: KeptEntry): Promise<void> {
    const { view, found } = this;
    if (view === null || found === null || this.isBusy) return;
    this.isBusy = true;
    const done = await copyIn(view, entry, found.organizations, (command) => this.ask(command));
    this.isBusy = false;
    if (done) toast(this.#say('added', { name: entryTitle(entry, found.organizations, this.language) }));
  }

  #found(view: WorkshopState): TemplateResult | typeof nothing {
    const { found, fault, language } = this;
    if (fault !== null) {
      const isStranger = fault.status === 401 || fault.status === 403;
      return html`<p class="fault" role="alert">
        ${isStranger ? this.#say('members') : wordsOfFault(fault, language)}
      </p>`;
    }
    if (found === null) return nothing;
    if (found.entries.length === 0) return html`<p role="status">${this.#say('notFound')}</p>`;
    return html`<ul>
      ${repeat(
        found.entries,
        ({ entry }) => entry.id,
        (one) => {
          const name = entryTitle(one.entry, found.organizations, language);
          const again = copyOf(view, one.entry) !== undefined;
          return html`<li>
            <span>${entryWords(one.entry, found.organizations, language)}</span>
            <button
              aria-label=${this.#say(again ? 'againNamed' : 'addNamed', { name })}
              ?disabled=${this.isBusy}
              @click=${() => this.#add(one)}
            >
              ${this.#say(again ? 'again' : 'add')}
            </button>
          </li>`;
        },
      )}
    </ul>`;
  }

  #roster({ roster }: WorkshopState): TemplateResult {
    const people = valuesOf(roster.people);
    const find = (one: string) => lookUp(roster.organizations, id<OrganizationId>(one));
    return html`<h3>${this.#say('here', { count: people.length })}</h3>
      ${people.length === 0 ? html`<p>${this.#say('none')}</p>` : nothing}
      <ul>
        ${people.map(
          (person) =>
            html`<li>
              <span>${introduction(person, find, this.language)}</span>
              ${
                Object.hasOwn(roster.confirmed, person.id)
                  ? html`<span class="quiet-words">${this.#say('confirmed')}</span>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
      ${attendingList(roster, this.language, (attending) => void this.ask({ type: 'roster/setAttending', attending }))}`;
  }

  override render(): TemplateResult {
    const { view, open } = this;
    return html`<ui-dialog
      .open=${open}
      .heading=${this.#say('title')}
      .closeLabel=${this.#say('close')}
      @close=${() => (this.open = false)}
    >
      ${
        !open || view === null
          ? nothing
          : html`${view.session.phase === 'ended' ? nothing : this.#search(view)}${this.#roster(view)}`
      }
    </ui-dialog>`;
  }

  #search(view: WorkshopState): TemplateResult {
    return html`<p class="quiet-words">${this.#say('text')}</p>
      <div class="kinds" role="group" aria-label=${this.#say('kinds')}>
        ${DIRECTORY_KINDS.map(
          (one) =>
            html`<button
              aria-pressed=${one === this.kind ? 'true' : 'false'}
              @click=${() => {
                this.kind = one;
                this.found = null;
                void this.#look();
              }}
            >
              ${this.#say(one)}
            </button>`,
        )}
      </div>
      <label for="q">${this.#say('search')}</label>
      <input
        id="q"
        type="search"
        maxlength="200"
        autocomplete="off"
        aria-describedby="q-more"
        .value=${this.q}
        @input=${(event: Event) => {
          this.q = typedIn(event);
          void this.#look();
        }}
      />
      <p class="hint" id="q-more">${this.#say('hint')}</p>
      ${this.#found(view)}`;
  }
}
