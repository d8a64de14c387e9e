/** What a quoted or pictured person sees: the words exactly as they would be printed, and three answers. Owns the answers on their way. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { approvalsArea, type ApprovalsPhrase } from '../../../shared/languages/areas/approvals.ts';
import {
  answerApproval,
  approvalPicture,
  openApproval,
  type ApprovalPage,
  type ApprovalSubject,
} from '../../connection/drafting-api.ts';
import type { Answer } from '../../connection/http.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { valueOf } from '../../ui/field.ts';
import { wordsOfApprovalFault } from './words.ts';
import { PageShown } from '../page.ts';
import { dayOf } from '../when.ts';

const TITLES = { statement: 'pageStatement', quote: 'pageQuote', portrait: 'pagePortrait' } as const;
const SAID = { approved: 'pageAgreed', changed: 'pageChanged', refused: 'pageRefused' } as const;

@customElement('plenary-approval')
export class PlenaryApproval extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        max-width: 44rem;
        margin: 0 auto;
        padding: var(--gap-6) var(--gap-4);
      }
      .hello {
        margin-block: var(--gap-3) var(--gap-2);
        font-size: var(--size-3);
      }
      li {
        margin-block-start: var(--gap-5);
        padding: var(--gap-4);
        border: 1px solid var(--hairline);
        border-radius: var(--round);
        background: var(--leaf);
      }
      blockquote {
        margin: var(--gap-3) 0;
        font: 400 var(--size-3) / 1.75 var(--serif);
        overflow-wrap: anywhere;
      }
      img {
        display: block;
        max-width: 100%;
        height: auto;
        margin-block: var(--gap-3);
      }
      .steps {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-block-start: var(--gap-3);
      }
      .said {
        padding: var(--gap-2) var(--gap-3);
        border-inline-start: 3px solid var(--edge);
        background: var(--shade);
      }
      .said.approved {
        border-color: var(--green);
        background: var(--green-wash);
      }
      .said.refused {
        border-color: var(--red);
        background: var(--red-wash);
      }
      .fault,
      .notice {
        margin-block-start: var(--gap-4);
      }
    `,
  ];
  /** Of the interface, until the link says which one the person reads. */
  @property({ attribute: false }) language: Language = 'en';
  @state() private page: ApprovalPage | null = null;
  @state() private fault = '';
  @state() private thanks = false;
  @state() private changing: string | null = null;
  @state() private busy = false;
  @state() private pictures: Readonly<Record<string, string>> = {};
  readonly #secret = location.hash.slice(1);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  get #reads(): Language {
    return this.page?.language ?? this.language;
  }

  #say(key: ApprovalsPhrase, values?: Values): string {
    return say(approvalsArea, this.#reads, key, values);
  }

  readonly #open = async (): Promise<void> => {
    this.#take(await openApproval(this.#secret));
  };

  #take(answer: Answer<ApprovalPage>): void {
    if (!answer.ok) {
      this.fault = answer.fault.status === 400 ? this.#say('pageBad') : wordsOfApprovalFault(answer.fault, this.#reads);
      // What was shown is no longer what would be printed.
      if (answer.fault.code === 'approval/changedMeanwhile')
        void openApproval(this.#secret).then((again) => again.ok && this.#show(again.value));
      return;
    }
    this.fault = '';
    this.#show(answer.value);
  }

  #show(page: ApprovalPage): void {
    this.page = page;
    this.dispatchEvent(new PageShown(this.#say('pageTitle')));
    for (const { kind, text } of page.subjects)
      if (kind === 'portrait' && !(text in this.pictures))
        void approvalPicture(this.#secret, text).then((address) => {
          if (address !== null) this.pictures = { ...this.pictures, [text]: address };
        });
  }

  async #answer(given: Parameters<typeof answerApproval>[1]): Promise<void> {
    this.busy = true;
    const answer = await answerApproval(this.#secret, given);
    this.busy = false;
    this.thanks = answer.ok;
    if (answer.ok) this.changing = null;
    this.#take(answer);
  }

  readonly #change = (event: SubmitEvent, { hash }: ApprovalSubject): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const suggestion = valueOf(event.target, 'suggestion');
    if (suggestion !== '') void this.#answer({ hash, answer: 'changed', suggestion });
  };

  #subject(one: ApprovalSubject): TemplateResult {
    const { hash, kind, text, caption, answer, suggestion } = one;
    const picture = this.pictures[text];
    return html`<li>
      <h2>${this.#say(TITLES[kind])}</h2>
      ${
        kind === 'portrait'
          ? html`${picture === undefined ? nothing : html`<img src=${picture} alt=${caption ?? ''} />`}
            ${caption === null ? nothing : html`<p>${caption}</p>`}`
          : html`<blockquote lang=${one.language ?? nothing}>${text}</blockquote>`
      }
      ${
        answer === null
          ? nothing
          : html`<p class="said ${answer}">${this.#say(SAID[answer])}</p>
              ${suggestion === null ? nothing : html`<blockquote lang=${one.language ?? nothing}>${suggestion}</blockquote>`}`
      }
      ${
        this.changing === hash
          ? html`<form @submit=${(event: SubmitEvent) => this.#change(event, one)}>
              <label for="suggestion">${this.#say('pageSuggest')}</label>
              <textarea
                id="suggestion"
                name="suggestion"
                rows="5"
                maxlength="4000"
                required
                lang=${one.language ?? nothing}
              >
${suggestion ?? text}</textarea>
              <div class="steps">
                <button class="primary" ?disabled=${this.busy}>${this.#say('pageSendChange')}</button>
                <button type="button" @click=${() => (this.changing = null)}>${this.#say('cancel')}</button>
              </div>
            </form>`
          : html`<div class="steps">
              <button
                class=${answer === 'approved' ? '' : 'primary'}
                ?disabled=${this.busy || answer === 'approved'}
                @click=${() => void this.#answer({ hash, answer: 'approved' })}
              >
                ${this.#say('pageAgree')}
              </button>
              ${kind === 'portrait' ? nothing : html`<button ?disabled=${this.busy} @click=${() => (this.changing = hash)}>${this.#say('pageChange')}</button>`}
              <button
                class="danger"
                ?disabled=${this.busy || answer === 'refused'}
                @click=${() => void this.#answer({ hash, answer: 'refused' })}
              >
                ${this.#say('pageRefuse')}
              </button>
            </div>`
      }
    </li>`;
  }

  override render(): TemplateResult {
    const { page, fault } = this;
    const until = page === null ? '' : dayOf(page.expiresAt, this.#reads);
    return html`<div lang=${this.#reads}>
      <h1 tabindex="-1">${this.#say('pageTitle')}</h1>
      ${
        page === null
          ? fault === ''
            ? html`<p role="status" class="hello">${this.#say('pageLoading')}</p>`
            : nothing
          : html`<p class="hello">${this.#say('pageHello', { name: page.name, workshop: page.title })}</p>
              <p class="soft">${this.#say('pageAbout', { until })}</p>`
      }
      ${fault === '' ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
      ${fault !== '' && page === null ? html`<button @click=${this.#open}>${this.#say('tryAgain')}</button>` : nothing}
      <p role="status" class="for-ears">${this.thanks ? this.#say('pageThanks') : ''}</p>
      ${page?.subjects.length === 0 ? html`<p class="hello">${this.#say('pageNothing')}</p>` : nothing}
      <ul>
        ${page?.subjects.map((one) => this.#subject(one))}
      </ul>
    </div>`;
  }
}
