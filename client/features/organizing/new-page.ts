/** Beginning a workshop: a title, a language and what the agenda begins from; the plan itself is the next page. What is typed survives a reload. */
import { SignalWatcher } from '@lit-labs/signals';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import { makeDraft, readTemplates, type AgendaTemplate } from '../../connection/planning-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { me$ } from '../../store/account.ts';
import { keepSeat, recall, remember } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { go, PageShown } from '../page.ts';
import { titleIn } from '../title.ts';
import { ownZone } from '../in-both-zones.ts';
import { organizingFault } from './fault-words.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };
const KEPT = { en: 'plenary.new.en', 'zh-Hans': 'plenary.new.zh' } as const;

@customElement('plenary-new-workshop')
export class NewWorkshop extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        max-width: 40rem;
        margin: 0 auto;
        padding: var(--gap-5) var(--gap-4) var(--gap-6);
      }
      h1 + p {
        margin-block: var(--gap-2) var(--gap-5);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private templates: readonly AgendaTemplate[] = [];
  @state() private isMaking = false;
  @state() private isTitleMissing = false;
  @state() private fault: ApiFault | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void readTemplates().then((answer) => {
      if (answer.ok) this.templates = answer.value.templates;
    });
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('language')) this.dispatchEvent(new PageShown(this.t('newHeading')));
  }

  private t(key: OrganizingPhrase, values?: Values): string {
    return say(organizingArea, this.language, key, values);
  }

  private readonly make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (this.isMaking || !(form instanceof HTMLFormElement)) return;
    const title = Object.fromEntries(
      LANGUAGES.map((language) => [language, valueOf(form, language)] as const).filter(([, text]) => text !== ''),
    );
    this.isTitleMissing = Object.keys(title).length === 0;
    if (this.isTitleMissing) return form.querySelector<HTMLInputElement>('#title-en')?.focus();
    const name = valueOf(form, 'name');
    if (name !== '') remember('plenary.name', name);
    this.isMaking = true;
    const answer = await makeDraft({
      title,
      language: LANGUAGES.find((one) => one === valueOf(form, 'language')) ?? 'en',
      timeZone: ownZone(),
      startsAt: null,
      template: valueOf(form, 'template') || null,
      ...(name !== '' && { name }),
    });
    this.isMaking = false;
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok) return;
    for (const language of LANGUAGES) remember(KEPT[language], null);
    const { workshop, seat, seatToken } = answer.value;
    keepSeat(workshop, { seat, seatToken });
    go(this, `/w/${workshop}/plan`);
  };

  private renderTitle(language: Language): TemplateResult {
    return html`<div class="field">
      <label for=${language === 'en' ? 'title-en' : 'title-zh'}
        >${this.t(language === 'en' ? 'titleEn' : 'titleZh')}</label
      >
      <input
        id=${language === 'en' ? 'title-en' : 'title-zh'}
        name=${language}
        lang=${language}
        maxlength="300"
        autocomplete="off"
        aria-invalid=${this.isTitleMissing ? 'true' : nothing}
        aria-describedby=${this.isTitleMissing ? 'missing' : nothing}
        .value=${recall(KEPT[language]) ?? ''}
        @input=${(event: Event) =>
          event.target instanceof HTMLInputElement && remember(KEPT[language], event.target.value)}
      />
    </div>`;
  }

  override render(): TemplateResult {
    const { language, fault } = this;
    return html`<h1 tabindex="-1">${this.t('newHeading')}</h1>
      <p class="soft">${this.t('newIntro')}</p>
      <form novalidate @submit=${this.make}>
        ${LANGUAGES.map((one) => this.renderTitle(one))}
        ${this.isTitleMissing ? html`<p class="fault" id="missing" role="alert">${this.t('titleMissing')}</p>` : nothing}
        ${
          me$.get() === null
            ? html`<div class="field">
                <label for="name">${this.t('yourName')}</label>
                <input
                  id="name"
                  name="name"
                  maxlength="200"
                  autocomplete="name"
                  .value=${recall('plenary.name') ?? ''}
                />
              </div>`
            : nothing
        }
        <div class="field">
          <label for="language">${this.t('language')}</label>
          <select id="language" name="language">
            ${LANGUAGES.map((one) => html`<option value=${one} ?selected=${one === language}>${NAMES[one]}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="template">${this.t('begin')}</label>
          <select id="template" name="template">
            <option value="">${this.t('empty')}</option>
            ${this.templates.map(
              ({ id, name, items }) =>
                html`<option value=${id}>
                  ${this.t('minutes', {
                    name: titleIn(name, language),
                    minutes: items.reduce((sum, { minutes, buffer }) => sum + minutes + buffer, 0),
                  })}
                </option>`,
            )}
          </select>
        </div>
        ${fault === null ? nothing : html`<p class="fault" role="alert">${organizingFault(fault, language)}</p>`}
        <div class="steps">
          <button class="primary" ?disabled=${this.isMaking}>${this.t(this.isMaking ? 'makingIt' : 'goOn')}</button>
        </div>
      </form>`;
  }
}
