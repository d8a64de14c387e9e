/** Asking those who are quoted or pictured, and where each of them stands. Owns the links as they are made; a link is shown once. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { approvalsArea, type ApprovalsPhrase } from '../../../shared/languages/areas/approvals.ts';
import {
  askApproval,
  readApprovals,
  revokeApproval,
  type ApprovalOverview,
  type ApprovalSubject,
} from '../../connection/drafting-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { dayOf } from '../when.ts';
import { approvalStyles } from './approval-styles.ts';
import type { Sheet } from './sheet.ts';
import { wordsOfApprovalFault } from '../approval/words.ts';

type Person = ApprovalOverview['people'][number];

@customElement('plenary-approvals')
export class PlenaryApprovals extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    approvalStyles,
    css`
      :host {
        padding-block: var(--gap-3);
        border-block-start: 1px solid var(--hairline);
      }
    `,
  ];
  @property({ attribute: false }) sheet!: Sheet;
  @state() private overview: ApprovalOverview | null = null;
  /** Links made on this page, by person. */
  @state() private links: Readonly<Record<string, string>> = {};
  #seq = -1;

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('sheet') || this.sheet.state.seq === this.#seq) return;
    this.#seq = this.sheet.state.seq;
    const { workshop, authorization } = this.sheet.session;
    void readApprovals(workshop, authorization).then(this.#take);
  }

  readonly #take = (answer: Answer<ApprovalOverview>): void => {
    if (answer.ok) this.overview = answer.value;
    else toast(wordsOfApprovalFault(answer.fault, this.sheet.language), 'harm');
  };

  #say(key: ApprovalsPhrase, values?: Values): string {
    return say(approvalsArea, this.sheet.language, key, values);
  }

  readonly #ask = async (event: SubmitEvent, { person }: Person): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const mail = valueOf(form, `mail-${person}`);
    const language = LANGUAGES.find((one) => one === valueOf(form, `language-${person}`)) ?? 'en';
    const { workshop, authorization } = this.sheet.session;
    const answer = await askApproval(workshop, authorization, { person, language, mail: mail === '' ? null : mail });
    if (!answer.ok) return toast(wordsOfApprovalFault(answer.fault, this.sheet.language), 'harm');
    this.overview = answer.value.overview;
    this.links = { ...this.links, [person]: answer.value.url };
    if (mail !== '') toast(this.#say('mailed'));
  };

  readonly #revoke = async ({ person }: Person): Promise<void> => {
    const { workshop, authorization } = this.sheet.session;
    this.#take(await revokeApproval(workshop, authorization, person));
    const { [person]: _, ...others } = this.links;
    this.links = others;
  };

  readonly #copy = async (url: string): Promise<void> => {
    await navigator.clipboard?.writeText(url);
    toast(this.#say('copied'));
  };

  #takeSuggestion({ text, suggestion, language }: ApprovalSubject): void {
    const piece = language && this.sheet.state.copies[language]?.pieces.find((one) => one.text === text);
    if (!piece || suggestion === null) return;
    void this.sheet.send({ type: 'edit', language, piece: piece.id, base: text, text: suggestion });
  }

  #subject(one: ApprovalSubject): TemplateResult {
    const words = one.kind === 'portrait' ? (one.caption ?? '') : one.text;
    return html`<li>
      <span class="state ${one.answer ?? 'none'}">${this.#say(`answer.${one.answer ?? 'none'}`)}</span>
      <span class="soft small">${this.#say(`kind.${one.kind}`)}</span>
      <p lang=${one.language ?? nothing}>${words}</p>
      ${
        one.suggestion === null
          ? nothing
          : html`<p class="soft small">${this.#say('suggestion')}</p>
              <p lang=${one.language ?? nothing}>${one.suggestion}</p>
              <button @click=${() => this.#takeSuggestion(one)}>${this.#say('takeSuggested')}</button>`
      }
    </li>`;
  }

  #person(one: Person): TemplateResult {
    const { language } = this.sheet;
    const { person, link } = one;
    const url = this.links[person];
    const option = (each: Language): TemplateResult =>
      html`<option value=${each} ?selected=${each === (link?.language ?? 'zh-Hans')}>
        ${this.#say(`side.${each}`)}
      </option>`;
    return html`<li class="person">
      <h4>${one.name}</h4>
      <ul>
        ${one.subjects.map((each) => this.#subject(each))}
      </ul>
      <p class="soft small">
        ${
          link === null
            ? this.#say('linkNone')
            : this.#say('linkOut', { day: dayOf(link.askedAt, language), until: dayOf(link.expiresAt, language) })
        }
        ${link?.opened ? this.#say('linkOpened') : nothing}
      </p>
      ${
        url === undefined
          ? nothing
          : html`<div class="link">
              <label for="link-${person}">${this.#say('theLink')}</label>
              <div class="steps">
                <input id="link-${person}" readonly .value=${url} />
                <button @click=${() => void this.#copy(url)}>${this.#say('copyLink')}</button>
              </div>
            </div>`
      }
      <form class="ask" @submit=${(event: SubmitEvent) => void this.#ask(event, one)}>
        ${field({ name: `mail-${person}`, label: this.#say('mail'), type: 'email', maxLength: 250 })}
        <div class="field">
          <label for="language-${person}">${this.#say('linkLanguage')}</label>
          <select id="language-${person}" name="language-${person}">
            ${LANGUAGES.map(option)}
          </select>
        </div>
        <div class="steps">
          <button>${this.#say(link === null ? 'ask' : 'remind')}</button>
          ${link === null ? nothing : html`<button type="button" class="quiet" @click=${() => void this.#revoke(one)}>${this.#say('revoke')}</button>`}
        </div>
      </form>
    </li>`;
  }

  override render(): TemplateResult {
    const { overview, sheet } = this;
    const { rules } = sheet.reply.me;
    return html`<h3>${this.#say('approvals')}</h3>
      <p class="soft">${this.#say('approvalsAbout')}</p>
      <label class="asks">
        <input
          type="checkbox"
          .checked=${sheet.state.asksApproval}
          ?disabled=${!rules}
          @change=${(event: Event) =>
            event.target instanceof HTMLInputElement &&
            void sheet.send({ type: 'askApproval', asks: event.target.checked })}
        />
        <span
          >${this.#say('asks')}${rules ? nothing : html` <span class="soft small">${this.#say('asksDenied')}</span>`}</span
        >
      </label>
      ${overview?.people.length === 0 ? html`<p class="soft">${this.#say('nobodyAsked')}</p>` : nothing}
      <ul class="people">
        ${overview?.people.map((one) => this.#person(one))}
      </ul>`;
  }
}
