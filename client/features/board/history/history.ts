/**
 * `<plenary-board-history>`: goes back and forth in the board's history, over all items or one, shows what differs from now, and puts single blocks
 * back. Owns the time that is looked at and the asking; past-section.ts draws, restore.ts puts back. It leaves the page when it is closed.
 */
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type * as Y from 'yjs';
import type { Language } from '../../../../shared/kernel/language.ts';
import { say, type Values } from '../../../../shared/languages/area.ts';
import { boardHistoryArea } from '../../../../shared/languages/areas/board-history.ts';
import { anchorOf, compareSections, type Compared, type ComparedBlock } from '../../../../shared/notes/compare.ts';
import {
  readSections,
  readVersions,
  type BoardVersion,
  type PastSections,
} from '../../../connection/board-history-api.ts';
import type { Connection } from '../../../connection/connection.ts';
import { announce } from '../../../ui/live-region.ts';
import '../../../ui/dialog.ts';
import { controls } from '../../room/styles.ts';
import { dayOf } from '../../when.ts';
import type { BoardSection } from '../board-section.ts';
import type { Surroundings } from '../surroundings.ts';
import { pastSection, pastStyles } from './past-section.ts';
import { putBack } from './restore.ts';

const ALL = '';

type Shown = 'loading' | 'ready' | 'denied' | 'offline' | 'failed';

@customElement('plenary-board-history')
export class BoardHistory extends LitElement {
  static override styles = [
    ...controls,
    pastStyles,
    css`
      .where {
        display: grid;
        gap: var(--gap-2);
        margin-block-end: var(--gap-4);
      }
      input[type='range'] {
        width: 100%;
        accent-color: var(--green);
      }
      .when {
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) connection!: Pick<Connection, 'workshop' | 'authorization'>;
  @property({ attribute: false }) document!: Y.Doc;
  @property({ attribute: false }) language!: Language;
  @property({ attribute: false }) around!: Pick<Surroundings, 'nameOf'>;
  /** Every section that stands on the page, in its order. */
  @property({ attribute: false }) sections!: () => readonly BoardSection[];
  @property({ attribute: false }) taken!: (blockId: string) => boolean;
  @state() private shown: Shown = 'loading';
  @state() private versions: readonly BoardVersion[] = [];
  @state() private section = ALL;
  /** The time that is looked at, among those of the section; counted from the oldest. */
  @state() private place = 0;
  @state() private past: PastSections | null = null;
  @state() private onlyDifferences = false;
  @state() private told = '';
  readonly #known = new Map<number, PastSections>();
  readonly #written = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.document.on('update', this.#written);
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.document.off('update', this.#written);
  }

  readonly #read = async (): Promise<void> => {
    this.shown = 'loading';
    const answer = await readVersions(this.connection);
    if (!answer.ok) {
      const { status } = answer.fault;
      this.shown = status === 0 ? 'offline' : status === 401 || status === 403 ? 'denied' : 'failed';
      return;
    }
    this.versions = answer.value.versions;
    this.shown = 'ready';
    await this.#goTo(this.#times().length - 1);
  };

  /** When anything was kept of what is looked at, oldest first. */
  #times(): readonly number[] {
    const of = this.versions.filter(({ fragment }) => this.section === ALL || fragment === this.section);
    return [...new Set(of.map(({ at }) => at))].toSorted((one, other) => one - other);
  }

  async #goTo(place: number): Promise<void> {
    const times = this.#times();
    this.place = Math.min(Math.max(0, place), Math.max(0, times.length - 1));
    this.told = '';
    const at = times[this.place];
    if (at === undefined) return;
    const known = this.#known.get(at);
    if (known !== undefined) return void (this.past = known);
    const answer = await readSections(this.connection, at);
    if (answer.ok) this.#known.set(at, answer.value.sections);
    // Drawn on meanwhile: what came belongs to another time.
    if (this.#times()[this.place] !== at) return;
    if (answer.ok) this.past = answer.value.sections;
    else this.shown = answer.fault.status === 0 ? 'offline' : 'failed';
  }

  #say(key: keyof (typeof boardHistoryArea)['en'], values?: Values): string {
    return say(boardHistoryArea, this.language, key, values);
  }

  #titleOf(name: string): string {
    const standing = this.sections().find(({ section }) => section.fragment === name);
    if (standing === undefined) return this.#say('noLongerThere');
    return standing.section.title ?? this.#say('general');
  }

  /** In the order of the page; what no longer stands there last. */
  #names(): readonly string[] {
    const kept = new Set(this.versions.map(({ fragment }) => fragment));
    const onPage = this.sections().map(({ section }) => section.fragment);
    return [...onPage.filter((name) => kept.has(name)), ...[...kept].filter((name) => !onPage.includes(name))];
  }

  readonly #choose = (event: Event): void => {
    const looked = this.#times()[this.place] ?? 0;
    this.section = event.target instanceof HTMLSelectElement ? event.target.value : ALL;
    // The same time as before, or the last before it.
    const place = this.#times().findLastIndex((at) => at <= looked);
    void this.#goTo(place);
  };

  readonly #draw = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) void this.#goTo(event.target.valueAsNumber);
  };

  #put(name: string, compared: Compared, block: ComparedBlock): void {
    const editor = this.sections().find(({ section }) => section.fragment === name)?.editor ?? null;
    const behind = block.standing === 'changed' ? block.key : anchorOf(compared.was, block.key);
    const done = editor !== null && putBack(editor, { node: block.node, behind, taken: this.taken });
    this.told = this.#say(done ? 'broughtBack' : 'notBroughtBack');
    announce(this.told);
  }

  readonly #close = (): void => {
    this.remove();
    this.dispatchEvent(new Event('close'));
  };

  protected override render(): TemplateResult {
    return html`<ui-dialog
      .heading=${this.#say('heading')}
      .closeLabel=${this.#say('close')}
      .open=${true}
      @close=${this.#close}
      >${this.#content()}</ui-dialog
    >`;
  }

  #content(): TemplateResult {
    if (this.shown === 'loading') return html`<p role="status">${this.#say('loading')}</p>`;
    if (this.shown !== 'ready') {
      return html`<p role="alert">${this.#say(this.shown)}</p>
        ${this.shown === 'denied' ? nothing : html`<button @click=${this.#read}>${this.#say('tryAgain')}</button>`}`;
    }
    if (this.versions.length === 0) return html`<p>${this.#say('none')}</p>`;
    return html`${this.#where()} ${this.#sections()}`;
  }

  #where(): TemplateResult {
    const times = this.#times();
    const at = times[this.place] ?? 0;
    const writers = this.versions
      .filter((version) => version.at === at && (this.section === ALL || version.fragment === this.section))
      .flatMap(({ seats }) => seats.map((seat) => this.around.nameOf(seat)));
    const names = [...new Set(writers)].filter((name) => name !== '');
    const when = dayOf(at, this.language);
    const step = (by: -1 | 1) =>
      html`<button
        ?disabled=${this.place + by < 0 || this.place + by >= times.length}
        @click=${() => this.#goTo(this.place + by)}
      >
        ${this.#say(by < 0 ? 'earlier' : 'later')}
      </button>`;
    return html`<div class="where">
      <label for="section">${this.#say('section')}</label>
      <select id="section" @change=${this.#choose}>
        <option value=${ALL}>${this.#say('all')}</option>
        ${this.#names().map((name) => html`<option value=${name}>${this.#titleOf(name)}</option>`)}
      </select>
      <label for="time">${this.#say('time')}</label>
      <input
        id="time"
        type="range"
        min="0"
        max=${times.length - 1}
        .value=${String(this.place)}
        aria-valuetext=${when}
        ?disabled=${times.length < 2}
        @input=${this.#draw}
      />
      <div class="row">
        ${step(-1)} ${step(1)}
        <span class="when">${when}</span>
        <span class="quiet-words">${this.#say('placeOf', { place: this.place + 1, count: times.length })}</span>
      </div>
      ${
        names.length === 0
          ? nothing
          : html`<p class="quiet-words">
              ${this.#say('by', { names: names.join(this.language === 'en' ? ', ' : '、') })}
            </p>`
      }
      <label>
        <input
          type="checkbox"
          .checked=${this.onlyDifferences}
          @change=${() => (this.onlyDifferences = !this.onlyDifferences)}
        />
        ${this.#say('onlyDifferences')}
      </label>
      <p role="status">${this.told}</p>
    </div>`;
  }

  #sections(): TemplateResult {
    const { past, language, onlyDifferences } = this;
    if (past === null) return html`<p role="status">${this.#say('loading')}</p>`;
    const names = this.#names().filter((name) => this.section === ALL || name === this.section);
    return html`${names.map((name) => {
      const now = yXmlFragmentToProsemirrorJSON(this.document.getXmlFragment(name));
      const compared = compareSections(past[name]?.section, now);
      const isOnPage = this.sections().some(({ section, editor }) => section.fragment === name && editor?.isEditable);
      return pastSection({
        language,
        title: this.#titleOf(name),
        compared,
        onlyDifferences,
        putBack: isOnPage ? (block) => this.#put(name, compared, block) : null,
      });
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-board-history': BoardHistory;
  }
}
