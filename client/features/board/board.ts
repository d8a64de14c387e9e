/**
 * `<plenary-board>`: the shared board of a workshop. Owns opening and closing the board's line, the sections and what their editors may ask.
 * Must not know how editors work inside. It has no shadow root of its own: see README.md.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fullName } from '../../../shared/directory/names.ts';
import type { PersonId, SeatId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { FRAGMENT_GENERAL, type BlockKind } from '../../../shared/notes/blocks.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { BoardConnection } from '../../notes/board-connection.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { boardBar } from './board-bar.ts';
import './board-section.ts';
import type { BoardSection } from './board-section.ts';
import { adoptStyles } from './board-styles.ts';
import { fragmentHasContent, holdsBlock } from './fragments.ts';
import { Pictures } from './pictures.ts';
import { sectionsOf, type Section } from './sections.ts';
import type { PersonChoice, Surroundings } from './surroundings.ts';
import { appendBlock, kindAtCaret, presetOf, toggleBlock } from './typed-blocks.ts';

/** How long the editor needs to take over what was composed. */
const COMPOSITION_SETTLES_MS = 60;
/** A composition whose end is never heard of does not keep others' words away for ever. */
const LONGEST_COMPOSITION_MS = 20_000;

interface Open {
  readonly board: BoardConnection;
  readonly pictures: Pictures;
  readonly around: Surroundings;
}

@customElement('plenary-board')
export class Board extends SignalWatcher(LitElement) {
  @property({ attribute: false }) declare connection: Connection;
  @property({ attribute: false }) declare store: WorkshopStore;
  @property({ attribute: false }) declare language: Language;
  @state() declare private active: BlockKind | null;
  @state() declare private warning: 'pasteTooLarge' | null;
  #open: Open | null = null;
  #loaded = false;
  #lastUsed: string | null = null;
  #release: ReturnType<typeof setTimeout> | undefined;
  readonly #hearing = new Set<() => void>();

  constructor() {
    super();
    this.language = 'en';
    this.active = null;
    this.warning = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add('board');
    adoptStyles(this.getRootNode());
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => this.isConnected || this.#end());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('connection') && changed.get('connection') !== undefined) this.#end();
    if (this.#open === null && this.isConnected) this.#open = this.#begin(this.connection);
  }

  protected override updated(): void {
    for (const hear of this.#hearing) hear();
  }

  protected override render() {
    const open = this.#open;
    const view = this.store.view$.get();
    if (open === null) return nothing;
    this.#loaded ||= open.board.synced$.get();
    const saved = open.board.saved$.get();
    if (!this.#loaded || view === null) {
      return html`<p class="board-loading" role="status">${say(boardArea, this.language, 'loading')}</p>`;
    }
    const editable = this.#editable(open);
    const sections = sectionsOf(view.agenda, this.language, (name) => fragmentHasContent(open.board.document, name));
    const holder = view.floor.holder;
    return html`${boardBar({
        language: this.language,
        saved,
        warning: this.warning,
        editable,
        active: this.active,
        holder: holder === null ? null : this.#nameOf(view, holder.person),
        currentTitle: sections.find(({ standing }) => standing === 'current')?.title ?? null,
        make: (kind) => this.#make(kind),
        capture: () => this.captureStatement(),
        showCurrent: () => this.showCurrent(),
      })}
      <div
        class="board-page"
        @board-section-focus=${this.#used}
        @board-caret=${this.#caret}
        @compositionstart=${this.#composing}
        @compositionend=${this.#composed}
      >
        ${repeat(
          sections,
          ({ fragment }) => fragment,
          (section) => this.#section(open, section, editable),
        )}
      </div>`;
  }

  /** Brings the current item's section into view and puts the caret at its end. */
  showCurrent(): void {
    const section = this.#sectionOf(this.store.view$.get()?.agenda.current ?? FRAGMENT_GENERAL);
    section?.scrollIntoView({ block: 'start' });
    section?.editor?.commands.focus('end');
  }

  /** A statement of whoever has the floor, waiting to be written, under the current item. */
  captureStatement(): void {
    const open = this.#open;
    const editor = this.#sectionOf(this.store.view$.get()?.agenda.current ?? FRAGMENT_GENERAL)?.editor;
    if (open === null || editor === null || editor === undefined || !editor.isEditable) return;
    appendBlock(editor, 'statement', presetOf('statement', open.around));
  }

  #section(open: Open, section: Section, editable: boolean) {
    return html`<plenary-board-section
      data-fragment=${section.fragment}
      class=${`board-section board-section-${section.standing}`}
      .section=${section}
      .board=${open.board}
      .around=${open.around}
      .seat=${this.connection.seat}
      .language=${this.language}
      .editable=${editable}
      .taken=${(blockId: string) => holdsBlock(open.board.document, blockId)}
    ></plenary-board-section>`;
  }

  #sectionOf(fragment: string): BoardSection | null {
    const sections = [...this.querySelectorAll('plenary-board-section')];
    return sections.find((section) => section.section.fragment === fragment) ?? null;
  }

  #editable({ board }: Open): boolean {
    // Offline one may go on: what may be written is asked again by the server when it is back.
    return board.mayWrite$.get() && this.store.may('notes.write');
  }

  #used = (event: Event): void => {
    if (event.target instanceof HTMLElement) this.#lastUsed = event.target.dataset['fragment'] ?? null;
    this.#caret(event);
  };

  #caret = (event: Event): void => {
    const section = event.target as BoardSection;
    this.warning = null;
    if (section.editor !== null && section.editor.isFocused) this.active = kindAtCaret(section.editor);
  };

  #composing = (): void => {
    clearTimeout(this.#release);
    this.#open?.board.hold();
    this.#release = setTimeout(() => this.#open?.board.release(), LONGEST_COMPOSITION_MS);
  };

  #composed = (): void => {
    clearTimeout(this.#release);
    this.#release = setTimeout(() => this.#open?.board.release(), COMPOSITION_SETTLES_MS);
  };

  #make(kind: BlockKind): void {
    const current = this.store.view$.get()?.agenda.current ?? FRAGMENT_GENERAL;
    const editor = (this.#sectionOf(this.#lastUsed ?? current) ?? this.#sectionOf(current))?.editor;
    if (editor !== null && editor !== undefined && this.#open !== null) toggleBlock(editor, kind, this.#open.around);
  }

  #begin(connection: Connection): Open {
    const base = new URL(location.origin);
    base.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
    const pictures = new Pictures(connection);
    const around: Surroundings = {
      language: () => this.language,
      people: () => this.#people(),
      holder: () => this.store.view$.get()?.floor.holder?.person ?? null,
      nameOf: (seat) => this.#seated(seat),
      fits: (characters) => this.#open?.board.fits(characters) ?? false,
      pasteRefused: () => (this.warning = 'pasteTooLarge'),
      keepPicture: (picture) => pictures.keep(picture),
      pictureAddress: (file) => pictures.addressOf(file),
      onChange: (hear) => {
        this.#hearing.add(hear);
        return () => this.#hearing.delete(hear);
      },
    };
    const board = new BoardConnection({
      base: base.origin,
      workshop: connection.workshop,
      ticket: () => connection.notesTicket(),
    });
    return { board, pictures, around };
  }

  #end(): void {
    clearTimeout(this.#release);
    this.#open?.board.close();
    this.#open?.pictures.close();
    this.#open = null;
    this.#loaded = false;
  }

  #people(): readonly PersonChoice[] {
    const view = this.store.view$.get();
    if (view === null) return [];
    const people = Object.values(view.roster.people).map(({ id, name }) => ({
      id,
      name: fullName(name, this.language),
    }));
    return people.sort((one, other) => one.name.localeCompare(other.name, this.language));
  }

  #nameOf(view: WorkshopState, person: PersonId): string {
    const known = view.roster.people[person];
    return known === undefined ? '' : fullName(known.name, this.language);
  }

  #seated(seat: unknown): string {
    const view = this.store.view$.get();
    if (view === null || typeof seat !== 'string' || !Object.hasOwn(view.participants.seats, seat)) return '';
    const person = view.participants.seats[seat as SeatId]?.person;
    return person === undefined ? '' : this.#nameOf(view, person);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-board': Board;
  }
}
