/** What holds for the whole working copy: house style, authors, approvals. Owns the forms. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, textIn, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { draftingArea, type DraftingPhrase } from '../../../shared/languages/areas/drafting.ts';
import { chooseStyleForAll } from '../../connection/drafting-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import './approvals-panel.ts';
import { pageStyles } from './drafting-styles.ts';
import type { Sheet } from './sheet.ts';
import { wordsOfDraftFault } from './words.ts';

@customElement('plenary-draft-settings')
export class PlenaryDraftSettings extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    pageStyles,
    css`
      :host {
        max-width: none;
        padding: 0;
      }
    `,
  ];
  @property({ attribute: false }) sheet!: Sheet;

  #say(key: DraftingPhrase, values?: Values): string {
    return say(draftingArea, this.sheet.language, key, values);
  }

  readonly #style = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void this.sheet.send({ type: 'style', style: event.target.value });
  };

  readonly #forAll = async (): Promise<void> => {
    const { session, reply, language } = this.sheet;
    const answer = await chooseStyleForAll(session.workshop, session.authorization, reply.style);
    toast(
      answer.ok ? this.#say('styleForAllDone') : wordsOfDraftFault(answer.fault, language),
      answer.ok ? 'plain' : 'harm',
    );
  };

  readonly #authors = async (event: SubmitEvent, language: Language): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const authors = valueOf(event.target, `authors-${language}`);
    const isDone = await this.sheet.send({ type: 'authors', language, authors: authors === '' ? null : authors });
    if (isDone) toast(this.#say('savedNow'));
  };

  override render(): TemplateResult {
    const { reply, language, state } = this.sheet;
    return html`<div class="settings">
        <div class="field">
          <label for="style">${this.#say('style')}</label>
          <select id="style" @change=${this.#style}>
            ${reply.styles.map(
              ({ key, name }) =>
                html`<option value=${key} ?selected=${key === reply.style}>${textIn(name, language)}</option>`,
            )}
          </select>
          ${reply.me.choosesForAll ? html`<p class="hint"><button @click=${this.#forAll}>${this.#say('styleForAll')}</button></p>` : nothing}
        </div>
        ${LANGUAGES.map(
          (one) =>
            html`<form @submit=${(event: SubmitEvent) => void this.#authors(event, one)}>
              ${field({
                name: `authors-${one}`,
                label: this.#say('authors', { language: this.#say(`side.${one}`) }),
                value: state.copies[one]?.authors ?? '',
                hint: this.#say('authorsHint'),
              })}
              <button>${this.#say('save')}</button>
            </form>`,
        )}
      </div>
      <plenary-approvals .sheet=${this.sheet}></plenary-approvals>`;
  }
}
