/**
 * One's own consents: a line that asks what is open, and the dialog in which it is answered or changed. Owns the choice until it is saved; what
 * an answer allows is shared/workshop/consents. Nobody is kept from the room by being asked.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { consentsArea, type ConsentsPhrase } from '../../../shared/languages/areas/consents.ts';
import { privacyArea, type PrivacyPhrase } from '../../../shared/languages/areas/privacy.ts';
import { answersOf, policyOf, toAsk } from '../../../shared/workshop/consents/selectors.ts';
import { PURPOSES, TEXT_VERSIONS, type Purpose } from '../../../shared/workshop/consents/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { saveFile } from '../../connection/save-file.ts';
import '../../ui/dialog.ts';
import { toast } from '../../ui/toast.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { clockOf } from '../when.ts';
import { PrivacyAsked } from './privacy-asked.ts';

type Chosen = Partial<Record<Purpose, boolean>>;

@customElement('plenary-consents')
export class Consents extends Region {
  static override styles = [
    ...controls,
    css`
      fieldset {
        margin: 0;
        padding: var(--gap-3) 0;
        border: 0;
        border-bottom: 1px solid var(--hairline);
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2) var(--gap-4);
        margin-block-start: var(--gap-2);
      }
      .answers label {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        min-height: var(--target);
        margin: 0;
        font-weight: 400;
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--gap-2) var(--gap-3);
        padding: var(--gap-2) var(--gap-4);
        border-bottom: 1px solid var(--hairline);
        background: var(--green-wash);
      }
      p + p {
        margin-block-start: var(--gap-1);
      }
      section {
        margin-block-start: var(--gap-5);
        padding-block-start: var(--gap-4);
        border-block-start: 1px solid var(--hairline);
      }
      section h3 {
        margin-block-end: var(--gap-2);
      }
    `,
  ];
  @property({ attribute: false }) connection!: Connection;
  @state() private shown: readonly Purpose[] | null = null;
  @state() private chosen: Chosen = {};
  @state() private saving = false;
  @state() private putOff = false;

  /** All of them, with the answers given so far. */
  show(): void {
    const { view } = this;
    const person = view === null ? undefined : lookUp(view.participants.seats, this.store.seat)?.person;
    if (view === null || person === undefined) return;
    const answers = answersOf(view, person);
    this.chosen = Object.fromEntries(
      PURPOSES.flatMap((purpose) => {
        const answer = answers[purpose];
        return answer ? [[purpose, answer.given]] : [];
      }),
    );
    this.shown = PURPOSES;
  }

  /** What is still open for this person; nothing once it was put off, or the workshop is over. */
  #open(view: WorkshopState): readonly Purpose[] {
    const person = lookUp(view.participants.seats, this.store.seat)?.person;
    return this.putOff || person === undefined || view.session.phase === 'ended' ? [] : toAsk(view, person);
  }

  override render(): TemplateResult | typeof nothing {
    const { view, shown } = this;
    if (view === null) return nothing;
    const open = this.#open(view);
    return html`${
        open.length === 0
          ? nothing
          : html`<div class="ask" role="region" aria-label=${this.#say('title')}>
              <span>${this.#say('ask', { count: open.length })}</span>
              <button class="primary" @click=${() => (this.shown = open)}>${this.#say('answer')}</button>
              <button @click=${() => (this.putOff = true)}>${this.#say('later')}</button>
            </div>`
      }
      <ui-dialog
        .open=${shown !== null}
        .heading=${this.#say(shown === PURPOSES ? 'mine' : 'title')}
        .closeLabel=${this.#say('close')}
        @close=${() => (this.shown = null)}
      >
        ${
          shown === null
            ? nothing
            : html`<form @submit=${this.#save}>
                  <p>${this.#say('text')}</p>
                  ${shown.map((purpose) => this.#purpose(view, purpose))}
                  <div class="steps">
                    <button class="primary" ?disabled=${this.saving || Object.keys(this.chosen).length === 0}>
                      ${this.#say('save')}
                    </button>
                    <button type="button" @click=${() => (this.shown = null)}>${this.#say('later')}</button>
                  </div>
                </form>
                ${shown === PURPOSES ? this.#own() : nothing}`
        }
      </ui-dialog>`;
  }

  #say(key: ConsentsPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(consentsArea, this.language, key, values);
  }

  #own(): TemplateResult {
    const words = (key: PrivacyPhrase): string => say(privacyArea, this.language, key);
    return html`<section aria-labelledby="own">
      <h3 id="own">${words('ownTitle')}</h3>
      <p class="quiet-words">${words('ownText')}</p>
      <div class="steps">
        <button @click=${this.#download}>${words('download')}</button>
        <button class="danger" @click=${this.#takeName}>${words('takeOwn')}</button>
      </div>
    </section>`;
  }

  readonly #download = async (): Promise<void> => {
    const { connection } = this;
    const path = `/api/workshops/${encodeURIComponent(connection.workshop)}/own-data`;
    const isSaved = await saveFile(path, 'plenary-own-data.zip', connection.authorization());
    if (!isSaved) toast(say(privacyArea, this.language, 'downloadFailed'), 'harm');
  };

  /** The question is the table's to ask: its script is fetched by those who come to it. */
  readonly #takeName = (): void => {
    const person = lookUp(this.view?.participants.seats ?? {}, this.store.seat)?.person;
    this.shown = null;
    if (person !== undefined) this.dispatchEvent(new PrivacyAsked({ person }));
  };

  #purpose(view: WorkshopState, purpose: Purpose): TemplateResult {
    const policy = policyOf(view, purpose);
    const person = lookUp(view.participants.seats, this.store.seat)?.person;
    const before = person === undefined ? undefined : answersOf(view, person)[purpose];
    const note = policy === 'require' ? 'required' : policy === 'obtained' && before === undefined ? 'obtained' : null;
    const choice = (given: boolean): TemplateResult =>
      html`<label>
        <input
          type="radio"
          name=${purpose}
          .checked=${this.chosen[purpose] === given}
          @change=${() => (this.chosen = { ...this.chosen, [purpose]: given })}
        />
        ${this.#say(given ? 'yes' : 'no')}
      </label>`;
    return html`<fieldset>
      <legend>${this.#say(`${purpose}.title`)}</legend>
      <p>${this.#say(`${purpose}.text`)}</p>
      ${note === null ? nothing : html`<p class="quiet-words">${this.#say(note)}</p>`}
      ${
        before === undefined
          ? nothing
          : html`<p class="quiet-words">${this.#say('answered', { time: clockOf(before.at, this.language) })}</p>`
      }
      <div class="answers">${choice(true)} ${choice(false)}</div>
    </fieldset>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.saving = true;
    const given = PURPOSES.flatMap((purpose) => {
      const yes = this.chosen[purpose];
      return yes === undefined ? [] : [{ purpose, yes }];
    });
    const answers = await Promise.all(
      given.map(({ purpose, yes }) =>
        this.ask({ type: 'consents/answer', purpose, given: yes, version: TEXT_VERSIONS[purpose] }),
      ),
    );
    this.saving = false;
    if (!answers.every(Boolean)) return;
    this.shown = null;
    toast(this.#say('saved'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-consents': Consents;
  }
}
