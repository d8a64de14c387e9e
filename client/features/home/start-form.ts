/** "Start a workshop now": title, name, language, whose it is, time zone. Owns the form. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { homeArea } from '../../../shared/languages/areas/home.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { startWorkshop } from '../../connection/api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { me$ } from '../../store/account.ts';
import { recall, remember } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { fieldFault, wordsOfFault } from '../faults.ts';
import { titleIn } from '../title.ts';
import { enterFounded } from './founded.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();

@customElement('plenary-start-form')
export class PlenaryStartForm extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields];

  @property({ attribute: false }) language: Language = 'en';
  @state() private starting = false;
  @state() private fault: ApiFault | null = null;

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private readonly start = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.starting || !(event.target instanceof HTMLFormElement)) return;
    const [title = '', name = '', timeZone = HERE] = ['title', 'name', 'timeZone'].map((key) =>
      valueOf(event.target as HTMLFormElement, key),
    );
    const language = LANGUAGES.find((one) => one === valueOf(event.target as HTMLFormElement, 'language')) ?? 'en';
    this.starting = true;
    remember('plenary.name', name);
    const organization = valueOf(event.target, 'organization');
    const answer = await startWorkshop({
      ...{ title, language, name, timeZone },
      ...(organization !== '' && { organization }),
    });
    this.starting = false;
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) enterFounded(this, answer.value, title);
  };

  /** Nobody is asked who has no choice. */
  private renderOwners(): TemplateResult | typeof nothing {
    const { language } = this;
    const own = (me$.get()?.organizations ?? []).filter(({ role }) => memberMay(role, 'workshops.create'));
    if (own.length < 2) return nothing;
    return html`<div class="field">
      <label for="organization">${say(homeArea, language, 'whose')}</label>
      <select id="organization" name="organization">
        ${own.map(({ id, name }) => html`<option value=${id}>${titleIn(name, language)}</option>`)}
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const { language, fault } = this;
    const t = (key: keyof (typeof homeArea)['en']): string => say(homeArea, language, key);
    return html`<form @submit=${this.start}>
      ${field({
        name: 'title',
        label: t('startTitle'),
        required: true,
        maxLength: 300,
        fault: fieldFault(fault, 'title', language),
      })}
      ${field({
        name: 'name',
        label: t('yourName'),
        hint: t('yourNameHint'),
        value: recall('plenary.name') ?? '',
        required: true,
        autocomplete: 'name',
        fault: fieldFault(fault, 'name', language),
      })}
      <div class="field">
        <label for="language">${t('language')}</label>
        <select id="language" name="language">
          ${LANGUAGES.map((one) => html`<option value=${one} ?selected=${one === language}>${NAMES[one]}</option>`)}
        </select>
      </div>
      ${this.renderOwners()}
      <div class="field">
        <label for="zone">${t('timeZone')}</label>
        <select id="zone" name="timeZone">
          ${ZONES.map((zone) => html`<option value=${zone} ?selected=${zone === HERE}>${zone.replaceAll('_', ' ')}</option>`)}
        </select>
      </div>
      ${fault === null ? nothing : html`<p class="fault" role="alert">${wordsOfFault(fault, language)}</p>`}
      <div class="steps">
        <button class="primary" ?disabled=${this.starting}>${t(this.starting ? 'starting' : 'startNow')}</button>
      </div>
    </form>`;
  }
}
