/** One publication: what an editor may change, what stands in the way, and the steps. Owns the form; rules are the server's. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { publicationsArea } from '../../../shared/languages/areas/publications.ts';
import type { Answer } from '../../connection/http.ts';
import {
  editPublication,
  readPublication,
  takeStep,
  type PublicationStep,
  type WholePublication,
} from '../../connection/publications-api.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { dayOf } from '../when.ts';
import { formStyles } from './publications-styles.ts';
import { wordsOfChange, wordsOfPublicationFault } from './words.ts';

type Phrase = keyof (typeof publicationsArea)['en'];

/** "English | 中文": either side may be missing. */
const themeOf = (line: string): object | null => {
  const [left = '', right = ''] = line.split(/[|｜]/).map((part) => part.trim());
  const given = right === '' && /\p{Script=Han}/u.test(left) ? { 'zh-Hans': left } : { en: left, 'zh-Hans': right };
  const filled = Object.entries(given).filter(([, words]) => words !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled);
};

@customElement('plenary-publication-form')
export class PlenaryPublicationForm extends LitElement {
  static override styles = [base, buttons, fields, formStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) publication = '';
  @state() private whole: WholePublication | null = null;
  @state() private fault = '';
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.take(readPublication(this.publication));
  }

  #say(key: Phrase, values?: Values): string {
    return say(publicationsArea, this.language, key, values);
  }

  private async take(asking: Promise<Answer<WholePublication>>, done?: Phrase): Promise<void> {
    this.busy = true;
    const answer = await asking;
    this.busy = false;
    this.fault = answer.ok ? '' : wordsOfPublicationFault(answer.fault, this.language);
    if (answer.ok) this.whole = answer.value;
    else if (answer.fault.code === 'publication/changedMeanwhile') {
      const again = await readPublication(this.publication);
      if (again.ok) this.whole = again.value;
    }
    if (answer.ok && done !== undefined) toast(this.#say(done));
    if (done !== undefined) this.dispatchEvent(new Event('changed'));
  }

  private step(step: PublicationStep, done: Phrase, given: object = {}): void {
    if (this.whole) void this.take(takeStep(this.publication, step, { version: this.whole.version, ...given }), done);
  }

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { whole } = this;
    const form = event.target;
    if (!whole || !(form instanceof HTMLFormElement)) return;
    const both = (name: string, languages: readonly Language[]): Record<string, string> =>
      Object.fromEntries<string>(
        languages.map((one) => [one, valueOf(form, `${name}.${one}`)] as const).filter(([, words]) => words !== ''),
      );
    const here = LANGUAGES.filter((one) => whole.editions[one]);
    const programme = both('programme', LANGUAGES);
    const editions = Object.fromEntries(
      here.map((one) => {
        const given = (name: string): string => valueOf(form, `${name}.${one}`);
        const words = { headline: given('headline'), teaser: given('teaser') };
        const filled = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== ''));
        return [one, { ...filled, authors: given('authors') || null }];
      }),
    );
    const hasChanged = here.some((one) => {
      const [before, after] = [whole.editions[one], editions[one]];
      return Object.entries(after ?? {}).some(([name, value]) => before?.[name as keyof typeof before] !== value);
    });
    const slugs = both('slug', here);
    const themes = valueOf(form, 'themes')
      .split('\n')
      .map(themeOf)
      .filter((theme) => theme !== null);
    const edits = {
      version: whole.version,
      programme: Object.keys(programme).length === 0 ? null : programme,
      themes,
      ...(Object.keys(slugs).length > 0 && { slugs }),
      ...(hasChanged && { editions }),
    };
    void this.take(editPublication(this.publication, edits), 'saved');
  };

  private field(
    name: 'headline' | 'teaser' | 'authors' | 'slug' | 'programme',
    one: Language,
    value: string,
  ): TemplateResult {
    const label = this.#say(name, { language: this.#say(`in.${one}`) });
    const key = `${name}.${one}`;
    if (name !== 'teaser') {
      return field({ name: key, label, value, ...(name === 'slug' && { hint: this.#say('slugHint'), maxLength: 80 }) });
    }
    return html`<div class="field">
      <label for=${key}>${label}</label
      ><textarea id=${key} name=${key} maxlength="600" lang=${one} .value=${value}></textarea>
    </div>`;
  }

  private renderForm(whole: WholePublication): TemplateResult {
    const here = LANGUAGES.filter((one) => whole.editions[one]);
    const themes = whole.themes
      .map(({ name }) => [name.en, name['zh-Hans']].filter((words) => words !== undefined).join(' | '))
      .join('\n');
    return html`<form @submit=${this.save}>
      ${(['headline', 'teaser', 'authors'] as const).map(
        (name) =>
          html`<div class="pair">${here.map((one) => this.field(name, one, whole.editions[one]?.[name] ?? ''))}</div>`,
      )}
      <div class="pair">${LANGUAGES.map((one) => this.field('programme', one, whole.programme?.name[one] ?? ''))}</div>
      <div class="field">
        <label for="themes">${this.#say('themes')}</label>
        <textarea id="themes" name="themes" aria-describedby="themes-more" .value=${themes}></textarea>
        <p class="hint" id="themes-more">${this.#say('themesHint')}</p>
      </div>
      ${
        Object.keys(whole.slugs).length === 0
          ? nothing
          : html`<div class="pair">${here.map((one) => this.field('slug', one, whole.slugs[one] ?? ''))}</div>`
      }
      <div class="steps">
        <button class="primary" ?disabled=${this.busy}>${this.#say('save')}</button>
        ${
          whole.workshop !== null && whole.status === 'draft'
            ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.step('renew', 'renewed')}>
                ${this.#say('renew')}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  private readonly publish = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const time = valueOf(event.target, 'when');
    this.step('publish', 'saved', time === '' ? {} : { at: new Date(time).getTime() });
  };

  private readonly correct = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const text: Record<string, string> = Object.fromEntries<string>(
      LANGUAGES.map((one) => [one, valueOf(form, `correction.${one}`)] as const).filter(([, words]) => words !== ''),
    );
    const renew = new FormData(form).get('renew') !== null;
    this.step('correct', 'saved', { text, ...(renew && { renew }) });
  };

  private renderSteps(whole: WholePublication): TemplateResult {
    if (!whole.mayPublish) return html`<p class="soft">${this.#say('mayNot')}</p>`;
    const { busy } = this;
    switch (whole.status) {
      case 'published':
        return html`<form @submit=${this.correct}>
            <div class="pair">
              ${LANGUAGES.filter((one) => whole.editions[one]).map((one) =>
                field({
                  name: `correction.${one}`,
                  label: this.#say('correction', { language: this.#say(`in.${one}`) }),
                  hint: this.#say('correctionHint'),
                  maxLength: 1000,
                  required: true,
                }),
              )}
            </div>
            ${
              whole.workshop === null
                ? nothing
                : html`<label class="renew">
                    <input type="checkbox" name="renew" /><span>${this.#say('correctRenew')}</span>
                  </label>`
            }
            <button ?disabled=${busy}>${this.#say('correct')}</button>
          </form>
          <div class="steps">
            <button
              class="danger"
              ?disabled=${busy}
              @click=${() => confirm(this.#say('withdrawAsk')) && this.step('withdraw', 'saved')}
            >
              ${this.#say('withdraw')}
            </button>
          </div>`;
      case 'embargoed':
        return html`<div class="steps">
          <button ?disabled=${busy} @click=${() => this.step('lift-embargo', 'saved')}>${this.#say('lift')}</button>
          <button class="primary" ?disabled=${busy} @click=${() => this.step('publish', 'saved')}>
            ${this.#say('publish')}
          </button>
        </div>`;
      case 'draft':
      case 'withdrawn':
        return html`<div class="steps">
            <button class="primary" ?disabled=${busy} @click=${() => this.step('publish', 'saved')}>
              ${this.#say('publish')}
            </button>
          </div>
          <form class="steps" @submit=${this.publish}>
            <div class="when">
              <label for="when">${this.#say('when')}</label
              ><input id="when" name="when" type="datetime-local" required />
            </div>
            <button ?disabled=${busy}>${this.#say('publishLater')}</button>
          </form>`;
    }
  }

  override render(): TemplateResult {
    const { whole, language } = this;
    const trouble = this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`;
    if (!whole)
      return html`${trouble}${this.fault === '' ? html`<p role="status">${this.#say('loading')}</p>` : nothing}`;
    return html`${trouble}${this.renderForm(whole)}
      <section>
        ${
          whole.obstacles.length === 0
            ? html`<p>${whole.status === 'draft' ? this.#say('ready') : nothing}</p>`
            : html`<h3>${this.#say('obstacles')}</h3>
                <ul class="obstacles">
                  ${whole.obstacles.map(
                    (one) =>
                      html`<li>
                        ${wordsOfPublicationFault(one, language)}${one.language ? html` (${this.#say(`in.${one.language}`)})` : nothing}
                        ${one.about === undefined ? nothing : html`<q>${one.about}</q>`}
                      </li>`,
                  )}
                </ul>`
        }
        ${this.renderSteps(whole)}
        <details>
          <summary>${this.#say('history')}</summary>
          <ol>
            ${whole.versions.map((one) => html`<li>${dayOf(one.at, language)} · ${wordsOfChange(one.change, language)}</li>`)}
          </ol>
        </details>
      </section>`;
  }
}
