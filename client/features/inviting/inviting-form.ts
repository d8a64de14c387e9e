/** Whom to invite: the roster's people with their addresses, and others line by line. Owns the form; what is to be sent is told by an event. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { invitingArea, type InvitingPhrase } from '../../../shared/languages/areas/inviting.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { ROLES } from '../../../shared/workshop/roles.ts';
import type { InvitationsOverview, InvitationWish } from '../../connection/invitation-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { isMail, readAddresses } from './addresses.ts';
import { invitingStyles } from './styles.ts';

export class Inviting extends Event {
  readonly wishes: readonly InvitationWish[];
  constructor(wishes: readonly InvitationWish[]) {
    super('plenary-inviting');
    this.wishes = wishes;
  }
}

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();

@customElement('plenary-inviting-form')
export class InvitingForm extends LitElement {
  static override styles = [base, buttons, fields, invitingStyles];
  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) people: InvitationsOverview['people'] = [];
  @property({ attribute: false }) spoken: Language = 'en';
  @property({ type: Boolean }) busy = false;
  @state() private count = 0;
  @state() private badLine: string | null = null;

  /** Empties what was sent. */
  reset(): void {
    this.renderRoot.querySelector('form')?.reset();
    this.count = 0;
  }

  #say(key: InvitingPhrase, values?: Values): string {
    return say(invitingArea, this.language, key, values);
  }

  #wishes(form: HTMLFormElement): readonly InvitationWish[] | { readonly line: string } {
    const timeZone = valueOf(form, 'zone') || null;
    const others = readAddresses(valueOf(form, 'others'));
    if (!others.ok) return others;
    const onRoster = this.people.flatMap(({ id }): InvitationWish[] => {
      const mail = valueOf(form, `mail-${id}`);
      const role = ROLES.find((one) => one === valueOf(form, `role-${id}`)) ?? 'participant';
      const language = valueOf(form, `language-${id}`) === 'en' ? 'en' : 'zh-Hans';
      return mail === '' ? [] : [{ person: id, mail, role, language, timeZone }];
    });
    const bad = onRoster.find(({ mail }) => !isMail(mail));
    if (bad) return { line: bad.mail };
    const { spoken: language } = this;
    return [
      ...onRoster,
      ...others.people.map(({ name, mail }): InvitationWish => ({
        person: null,
        name,
        mail,
        role: 'participant',
        language,
        timeZone,
      })),
    ];
  }

  readonly #changed = (event: Event): void => {
    const { currentTarget } = event;
    const wishes = currentTarget instanceof HTMLFormElement ? this.#wishes(currentTarget) : [];
    this.badLine = null;
    this.count = 'line' in wishes ? 0 : wishes.length;
  };

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy || !(event.target instanceof HTMLFormElement)) return;
    const wishes = this.#wishes(event.target);
    this.badLine = 'line' in wishes ? wishes.line : null;
    if (!('line' in wishes) && wishes.length > 0) this.dispatchEvent(new Inviting(wishes));
  };

  #row({ id, name, role }: InvitationsOverview['people'][number]): TemplateResult {
    return html`<div class="row">
      <span class="name">${name}</span>
      <input
        class="wide"
        type="email"
        name="mail-${id}"
        maxlength="254"
        autocomplete="off"
        placeholder=${this.#say('mail')}
        aria-label=${this.#say('mailOf', { name })}
      />
      <select name="role-${id}" aria-label=${this.#say('roleOf', { name })}>
        ${ROLES.toReversed().map(
          (one) => html`<option value=${one} ?selected=${one === role}>${say(rolesArea, this.language, one)}</option>`,
        )}
      </select>
      <select name="language-${id}" aria-label=${this.#say('languageOf', { name })}>
        <option value="en" lang="en" ?selected=${this.spoken === 'en'}>English</option>
        <option value="zh-Hans" lang="zh-Hans" ?selected=${this.spoken !== 'en'}>中文</option>
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const { count, people, busy } = this;
    return html`<form novalidate @submit=${this.#send} @input=${this.#changed}>
      ${
        people.length === 0
          ? nothing
          : html`<h3>${this.#say('people')}</h3>
              ${people.map((one) => this.#row(one))}`
      }
      <div class="field">
        <label for="others">${this.#say('others')}</label>
        <textarea id="others" name="others" rows="3" aria-describedby="others-more"></textarea>
        <p id="others-more" class="hint">${this.#say('othersHint')}</p>
      </div>
      <div class="field">
        <label for="zone">${this.#say('zone')}</label>
        <select id="zone" name="zone">
          <option value="">${this.#say('zoneUnknown')}</option>
          ${ZONES.map((zone) => html`<option>${zone}</option>`)}
        </select>
      </div>
      ${this.badLine === null ? nothing : html`<p class="fault" role="alert">${this.#say('badLine', { line: this.badLine })}</p>`}
      <div class="steps">
        <button class="primary" ?disabled=${busy}>
          ${busy ? this.#say('sending') : count === 0 ? this.#say('sendNone') : this.#say('send', { count })}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-inviting-form': InvitingForm;
  }
}
