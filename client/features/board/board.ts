/**
 * `<plenary-board>`: the shared board of a workshop. Owns opening and closing the board's line, the sections, and holding the line while something
 * is being composed. Must not know how editors work inside. It has no shadow root of its own: see README.md.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { boardArea } from '../../../shared/languages/areas/board.ts';
import { FRAGMENT_GENERAL } from '../../../shared/notes/blocks.ts';
import type { Connection } from '../../connection/connection.ts';
import { BoardConnection } from '../../notes/board-connection.ts';
import { dropCopy, KeptCopy } from '../../store/kept-copy.ts';
import { recall, remember } from '../../store/memory.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { boardBar } from './board-bar.ts';
import './board-section.ts';
import type { BoardSection } from './board-section.ts';
import { adoptStyles } from './board-styles.ts';
import { gistOf, type Gist } from './gist.ts';
import { fragmentHasContent, holdsBlock } from './fragments.ts';
import { Pictures } from './pictures.ts';
import { surroundingsOf } from './room-surroundings.ts';
import { personName } from './roster-names.ts';
import type { BoardBlock } from '../room/panel-events.ts';
import { sectionsOf, type Section } from './sections.ts';
import type { Surroundings } from './surroundings.ts';
import { appendWritten } from './typed-blocks.ts';
import { Writing } from './writing.ts';

/** How long the editor needs to take over what was composed. */
const COMPOSITION_SETTLES_MS = 60;
/** A composition whose end is never heard of does not keep others' words away for ever. */
const LONGEST_COMPOSITION_MS = 20_000;

const FOLLOWING = 'plenary.board.following';
const AUTHORS = 'plenary.board.authors';

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
  /** Whether the page goes along when the meeting goes on to another item. */
  @state() declare private following: boolean;
  /** Whether the margin says who wrote what. */
  @state() declare private authorsShown: boolean;
  #current: string | null = null;
  #open: Open | null = null;
  #loaded = false;
  #release: ReturnType<typeof setTimeout> | undefined;
  readonly #hearing = new Set<() => void>();
  readonly #writing = new Writing({
    sectionNow: () => this.#sectionNow(),
    changed: () => this.requestUpdate(),
  });

  constructor() {
    super();
    this.language = 'en';
    this.following = recall(FOLLOWING) === 'yes';
    this.authorsShown = recall(AUTHORS) === 'yes';
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
    const current = this.store.view$.get()?.agenda.current ?? null;
    if (current === this.#current) return;
    this.#current = current;
    // The caret stays where one writes; only the page moves.
    if (this.following && current !== null) this.#sectionNow()?.scrollIntoView({ block: 'start' });
  }

  protected override render() {
    const open = this.#open;
    const view = this.store.view$.get();
    if (open === null) return nothing;
    this.#loaded ||= open.board.synced$.get() || open.board.isKept$.get();
    const saved = open.board.saved$.get();
    const hasCopy = open.board.hasCopy$.get();
    // Read here so that the margin is drawn anew when somebody new has written.
    open.board.authors$.get();
    if (!this.#loaded || view === null) {
      return html`<p class="board-loading" role="status">${say(boardArea, this.language, 'loading')}</p>`;
    }
    const { language } = this;
    const { around } = open;
    const writing = this.#writing;
    const editable = this.#editable(open);
    const sections = sectionsOf(view.agenda, language, (name) => fragmentHasContent(open.board.document, name));
    const holder = view.floor.holder;
    return html`${boardBar({
        language,
        saved,
        hasCopy,
        warning: writing.warning,
        editable,
        caret: writing.caret,
        holder: holder === null ? null : personName(view, holder.person, language),
        currentTitle: sections.find(({ standing }) => standing === 'current')?.title ?? null,
        link: writing.linkRow({ language }, around),
        make: (kind) => writing.make(kind, around),
        use: (tool) => writing.use(tool),
        useTable: (deed) => writing.useTable(deed),
        insert: () => writing.insert(),
        capture: () => this.captureStatement(),
        following: this.following,
        showCurrent: () => this.showCurrent(),
        follow: () => this.#follow(),
        authorsShown: this.authorsShown,
        showAuthors: () => this.#showAuthors(),
        showHistory: this.store.may('notes.write') ? () => void this.#showHistory(open) : null,
      })}
      <div
        class=${this.authorsShown ? 'board-page board-with-authors' : 'board-page'}
        @board-section-focus=${(event: Event) => writing.look(event.target as BoardSection, true)}
        @board-caret=${(event: Event) => writing.look(event.target as BoardSection, false)}
        @board-link-wanted=${() => writing.writeAddress()}
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

  /** What was decided and what was written last; null while the board is not loaded. */
  gist(): Gist | null {
    const open = this.#open;
    const view = this.store.view$.get();
    return open === null || view === null || !this.#loaded ? null : gistOf(open.board.document, view.agenda.order);
  }

  /** Brings the current item's section into view and puts the caret at its end. */
  showCurrent(): void {
    const section = this.#sectionNow();
    section?.scrollIntoView({ block: 'start' });
    section?.editor?.commands.focus('end');
  }

  #follow(): void {
    this.following = !this.following;
    remember(FOLLOWING, this.following ? 'yes' : null);
    if (this.following) this.#sectionNow()?.scrollIntoView({ block: 'start' });
  }

  #showAuthors(): void {
    this.authorsShown = !this.authorsShown;
    remember(AUTHORS, this.authorsShown ? 'yes' : null);
  }

  /** Its script comes when it is first asked for; the dialog leaves by itself. */
  async #showHistory({ board, around }: Open): Promise<void> {
    try {
      const { BoardHistory } = await import('./history/history.ts');
      if (this.#open?.board !== board) return;
      const history = new BoardHistory();
      history.connection = this.connection;
      history.language = this.language;
      history.around = around;
      history.document = board.document;
      history.sections = () => this.#sections();
      history.taken = (blockId) => holdsBlock(board.document, blockId);
      this.append(history);
    } catch {
      this.#writing.warn('historyFailed');
    }
  }

  /** Puts a finished block at the end of its item's section; false when it cannot stand there. */
  put(block: BoardBlock): boolean {
    const fragment = block.item ?? FRAGMENT_GENERAL;
    const editor = this.#sections().find(({ section }) => section.fragment === fragment)?.editor ?? null;
    return editor !== null && appendWritten(editor, block);
  }

  captureStatement(): void {
    if (this.#open !== null) this.#writing.capture(this.#open.around);
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

  #sections(): readonly BoardSection[] {
    return [...this.querySelectorAll('plenary-board-section')];
  }

  #sectionNow(): BoardSection | null {
    const current = this.store.view$.get()?.agenda.current ?? FRAGMENT_GENERAL;
    return this.#sections().find(({ section }) => section.fragment === current) ?? null;
  }

  #editable({ board }: Open): boolean {
    // Offline one may go on: what may be written is asked again by the server when it is back.
    return board.mayWrite$.get() && this.store.may('notes.write');
  }

  #composing = (): void => {
    clearTimeout(this.#release);
    this.#open?.board.hold();
    this.#release = setTimeout(() => this.#open?.board.release(), LONGEST_COMPOSITION_MS);
  };

  #composed = (): void => {
    clearTimeout(this.#release);
    this.#release = setTimeout(() => this.#open?.board.release(), COMPOSITION_SETTLES_MS);
  };

  #begin(connection: Connection): Open {
    const base = new URL(location.origin);
    base.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
    const pictures = new Pictures(connection);
    const around = surroundingsOf({
      store: () => this.store,
      language: () => this.language,
      board: () => this.#open?.board ?? null,
      pictures,
      authorsShown: () => this.authorsShown,
      warn: (warning) => this.#writing.warn(warning),
      onChange: (hear) => {
        this.#hearing.add(hear);
        return () => this.#hearing.delete(hear);
      },
    });
    const board = new BoardConnection({
      base: base.origin,
      workshop: connection.workshop,
      ticket: () => connection.notesTicket(),
      copy: new KeptCopy(connection.workshop, connection.seat),
      over: () => dropCopy(connection.workshop, connection.seat),
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
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-board': Board;
  }
}
