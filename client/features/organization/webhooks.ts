/** An organization's webhooks: added, removed, and what became of each message. Owns which list of messages is open. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { programsArea } from '../../../shared/languages/areas/programs.ts';
import { HAPPENINGS } from '../../../shared/organization/scopes.ts';
import {
  addWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  replayDelivery,
  type DeliveryLine,
  type WebhookLine,
} from '../../connection/programs-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { accountStyles } from '../account/account-styles.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { ownZone, whenIn } from '../in-both-zones.ts';
import { programsFaultWords } from './programs-faults.ts';
import { shownOnce, type Once } from './once.ts';

@customElement('plenary-webhooks')
export class PlenaryWebhooks extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    accountStyles,
    css`
      :host {
        padding: 0;
      }

      fieldset {
        margin-block: var(--gap-4);
      }

      .messages {
        flex-basis: 100%;
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) organization = '';
  @state() private webhooks: readonly WebhookLine[] | null = null;
  @state() private shown: { readonly webhook: string; readonly messages: readonly DeliveryLine[] } | null = null;
  @state() private fault: string | null = null;
  @state() private once: Once | null = null;
  @state() private hasChosenNone = false;
  readonly #confirm = createRef<Confirm>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fetch();
  }

  #t(key: keyof (typeof programsArea)['en'], values?: Values): string {
    return say(programsArea, this.language, key, values);
  }

  readonly #fetch = async (): Promise<void> => {
    const answer = await listWebhooks(this.organization);
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.webhooks = answer.value.webhooks;
  };

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const chosen = new FormData(form).getAll('hears');
    const hears = HAPPENINGS.filter((kind) => chosen.includes(kind));
    this.hasChosenNone = hears.length === 0;
    if (this.hasChosenNone) return form.querySelector<HTMLInputElement>('[name=hears]')?.focus();
    const answer = await addWebhook(this.organization, { url: valueOf(form, 'url'), hears });
    if (answer.ok) {
      form.reset();
      this.once = { secret: answer.value.secret, words: 'secretOnce' };
    }
    await this.#fetch();
    if (!answer.ok) this.fault = answer.fault.code;
  };

  async #remove({ id, url }: WebhookLine): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#t('removeTitle'),
      text: this.#t('removeText', { url }),
      yes: this.#t('remove'),
      no: this.#t('keep'),
      harm: true,
    });
    if (sure !== true) return;
    const answer = await removeWebhook(this.organization, id);
    this.shown = null;
    await this.#fetch();
    if (!answer.ok) this.fault = answer.fault.code;
  }

  async #look(webhook: string): Promise<void> {
    const answer = await listDeliveries(this.organization, webhook);
    this.fault = answer.ok ? null : answer.fault.code;
    this.shown = answer.ok ? { webhook, messages: answer.value.deliveries } : null;
  }

  async #replay(webhook: string, delivery: string): Promise<void> {
    const answer = await replayDelivery(this.organization, delivery);
    await this.#look(webhook);
    if (answer.ok) toast(this.#t('replayed'));
    else this.fault = answer.fault.code;
  }

  #message(webhook: string, { id, kind, createdAt, state: fate, answer, nextAt, tried }: DeliveryLine): TemplateResult {
    const when = (at: number): string => whenIn(at, ownZone(), this.language).here;
    const more = [
      this.#t(`state.${fate}`),
      ...(answer === null ? [] : [this.#t('answer', { answer })]),
      ...(fate === 'waiting' && tried > 0 ? [this.#t('again', { when: when(nextAt) })] : []),
    ];
    const what = this.#t(`hears.${kind}`);
    return html`<li>
      <span class="what"
        >${what}
        <span class="soft small">${when(createdAt)}</span>
        <span class="soft small">${more.join(' · ')}</span></span
      >
      <button aria-label="${this.#t('replay')}: ${what}" @click=${() => this.#replay(webhook, id)}>
        ${this.#t('replay')}
      </button>
    </li>`;
  }

  #webhook(webhook: WebhookLine): TemplateResult {
    const { id, url, hears } = webhook;
    const messages = this.shown?.webhook === id ? this.shown.messages : null;
    return html`<li>
      <span class="what"
        >${url} <span class="soft small">${hears.map((kind) => this.#t(`hears.${kind}`)).join(' · ')}</span></span
      >
      <button
        aria-expanded=${messages === null ? 'false' : 'true'}
        @click=${() => (messages === null ? this.#look(id) : (this.shown = null))}
      >
        ${this.#t('messages')}
      </button>
      <button aria-label="${this.#t('remove')}: ${url}" @click=${() => this.#remove(webhook)}>
        ${this.#t('remove')}
      </button>
      ${
        messages === null
          ? nothing
          : html`<div class="messages">
              <button @click=${() => this.#look(id)}>${this.#t('refresh')}</button>
              ${
                messages.length === 0
                  ? html`<p class="soft">${this.#t('noMessages')}</p>`
                  : html`<ul>
                      ${messages.map((message) => this.#message(id, message))}
                    </ul>`
              }
            </div>`
      }
    </li>`;
  }

  override render(): TemplateResult {
    const { webhooks, fault, language } = this;
    return html`<section aria-labelledby="webhooks">
        <h2 id="webhooks">${this.#t('webhooks')}</h2>
        ${fault === null ? nothing : html`<p class="fault" role="alert">${programsFaultWords(fault, language)}</p>`}
        ${shownOnce(this.once, language)}
        ${
          webhooks === null
            ? html`<p class="soft" role="status">${this.#t('opening')}</p>`
            : webhooks.length === 0
              ? html`<p class="soft">${this.#t('noWebhooks')}</p>`
              : html`<ul>
                  ${webhooks.map((webhook) => this.#webhook(webhook))}
                </ul>`
        }
        <form @submit=${this.#add}>
          ${field({ name: 'url', label: this.#t('url'), required: true, maxLength: 1000 })}
          <fieldset aria-describedby=${this.hasChosenNone ? 'no-kind-chosen' : nothing}>
            <legend>${this.#t('hears')}</legend>
            ${HAPPENINGS.map(
              (kind) =>
                html`<label class="check">
                  <input type="checkbox" name="hears" value=${kind} /> ${this.#t(`hears.${kind}`)}
                </label>`,
            )}
            ${this.hasChosenNone ? html`<p class="fault" id="no-kind-chosen">${this.#t('chooseOne')}</p>` : nothing}
          </fieldset>
          <button class="primary">${this.#t('addWebhook')}</button>
        </form>
      </section>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }
}
