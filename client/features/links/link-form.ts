/** Makes one link: for which role, for whom, for how long, for once or often. Owns the form; the made link is told by an event. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { linksArea, type LinksPhrase } from '../../../shared/languages/areas/links.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import { ROLES, type Role } from '../../../shared/workshop/roles.ts';
import type { Connection } from '../../connection/connection.ts';
import type { ApiFault } from '../../connection/http.ts';
import { makeLink, type MadeLink } from '../../connection/links-api.ts';
import { valueOf } from '../../ui/field.ts';
import { wordsOfFault } from '../faults.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

export class LinkMade extends Event {
  readonly link: MadeLink;
  constructor(link: MadeLink) {
    super('plenary-link-made');
    this.link = link;
  }
}

const DAY_MS = 24 * 3_600_000;
const LIVES = ['ever', '1', '7', '30'] as const;

@customElement('plenary-link-form')
export class LinkForm extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        margin-block-start: var(--gap-4);
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: 0 var(--gap-4);
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;
  @state() private making = false;
  @state() private fault: ApiFault | null = null;

  override render(): TemplateResult | typeof nothing {
    const { view, language, fault } = this;
    if (view === null) return nothing;
    const gives = (role: Role): boolean => !roleMay(role, 'links.issue') || this.store.may('participants.assignRole');
    const people = valuesOf(view.roster.people)
      .map((person) => ({ id: person.id, name: fullName(person.name, language) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language));
    return html`<form @submit=${this.#make}>
      <div class="two">
        <div class="field">
          <label for="role">${this.#say('role')}</label>
          <select id="role" name="role">
            ${ROLES.filter(gives)
              .toReversed()
              .map(
                (role) =>
                  html`<option value=${role} ?selected=${role === 'participant'}>
                    ${say(rolesArea, language, role)}
                  </option>`,
              )}
          </select>
        </div>
        <div class="field">
          <label for="person">${this.#say('person')}</label>
          <select id="person" name="person">
            <option value="">${this.#say('anybody')}</option>
            ${people.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="label">${this.#say('label')}</label>
          <input id="label" name="label" maxlength="100" autocomplete="off" />
        </div>
        <div class="field">
          <label for="life">${this.#say('life')}</label>
          <select id="life" name="life">
            ${LIVES.map((life) => html`<option value=${life}>${this.#say(`life.${life}`)}</option>`)}
          </select>
        </div>
      </div>
      <label class="check"><input type="checkbox" name="once" /> ${this.#say('onceLong')}</label>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${wordsOfFault(fault, language)}</p>`}
      <div class="steps">
        <button class="primary" ?disabled=${this.making}>${this.#say(this.making ? 'making' : 'makeThis')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('plenary-link-dropped'))}>
          ${this.#say('cancel')}
        </button>
      </div>
    </form>`;
  }

  #say(key: LinksPhrase): string {
    return say(linksArea, this.language, key);
  }

  readonly #make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (this.making || !(form instanceof HTMLFormElement)) return;
    const [role, person, label, life] = ['role', 'person', 'label', 'life'].map((name) => valueOf(form, name));
    const wanted = ROLES.find((one) => one === role);
    if (wanted === undefined) return;
    const days = Number(life);
    this.making = true;
    const answer = await makeLink(this.connection, {
      role: wanted,
      ...(person && { person }),
      ...(label && { label }),
      ...(days > 0 && { expiresAt: this.store.now() + days * DAY_MS }),
      ...(valueOf(form, 'once') !== '' && { once: true }),
    });
    this.making = false;
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) this.dispatchEvent(new LinkMade(answer.value));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-link-form': LinkForm;
  }
}
