/**
 * The room: puts agenda, queue, stage, board, people and bar in their places, keeps folds and widths, and hears the keys.
 * Must not know what happens inside a region, nor how one came to sit here.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { chatSeen, unreadLines } from '../../store/chat-seen.ts';
import { recall, remember } from '../../store/memory.ts';
import { measures } from '../../ui/measures.ts';
import '../agenda/agenda.ts';
import '../floor/queue.ts';
import type { Gist } from '../board/gist.ts';
import '../desk/late-card.ts';
import '../desk/presence.ts';
import '../desk/undo-line.ts';
import '../polls/poll-call.ts';
import '../sounds/sounds.ts';
import type { Stage } from '../stage/stage.ts';
import '../stage/stage.ts';
import { Announcing } from './announcing.ts';
import type { Bar } from './bar.ts';
import './bar.ts';
import { boardNote, opening } from './board-note.ts';
import './connection-line.ts';
import type { RoomDialogs } from './dialogs.ts';
import './dialogs.ts';
import type { PanelMoved } from './divider.ts';
import { divider } from './divider-between.ts';
import { readPanels, within, type Panels, type Side } from './panel-widths.ts';
import { Region } from './region.ts';
import { roomStyles } from './room-styles.ts';
import { afterwards, focusDesk, isSideTab, SIDES, sidePanels, type SideTab } from './side-panels.ts';
import { isInDialog, isWriting, shortcutOf, type Shortcut } from './shortcuts.ts';
import { hearPanels } from './panel-events.ts';
import { panelTabs, TABS, type Tab } from './panel-tabs.ts';
import { controls } from './styles.ts';
import { fetchRefusalWords } from './tell-no.ts';

const PANELS = 'plenary.panels';

@customElement('plenary-room')
export class Room extends Region {
  static override styles = [...controls, roomStyles];
  @property({ attribute: false }) connection!: Connection;
  /** Null while sound and picture are still being loaded. */
  @property({ attribute: false }) media: MediaSession | null = null;
  @state() private tab: Tab = 'agenda';
  @state() private side: SideTab = 'board';
  @state() private panels: Panels = readPanels(recall(PANELS));
  @state() private board: 'opening' | 'open' | 'failed' = 'opening';
  readonly #bar = createRef<Bar>();
  readonly #stage = createRef<Stage>();
  readonly #dialogs = createRef<RoomDialogs>();
  readonly #announcing = new Announcing();
  readonly #gist = (): Gist | null => this.renderRoot.querySelector('plenary-board')?.gist() ?? null;

  constructor() {
    super();
    hearPanels(this, {
      show: (tab) => this.#show(tab),
      put: (block) => this.renderRoot.querySelector('plenary-board')?.put(block) === true,
      slides: (item) => void this.#dialogs.value?.slides(item),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#pressed);
    void this.#openBoard();
    fetchRefusalWords().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#pressed);
  }

  async #openBoard(): Promise<void> {
    this.board = 'opening';
    try {
      await import('../board/board.ts');
      this.board = 'open';
    } catch {
      this.board = 'failed';
    }
  }

  override render(): TemplateResult {
    const { store, language, view, panels } = this;
    this.#announcing.hear(store.confirmed$.get(), store.seat, language, store.now());
    const line = html`<plenary-connection-line .store=${store} .language=${language}></plenary-connection-line>`;
    if (view === null) return html`${line}${opening(language)}`;
    return html`${line}
      <plenary-room-dialogs
        ${ref(this.#dialogs)}
        .store=${store}
        .language=${language}
        .connection=${this.connection}
      ></plenary-room-dialogs>
      <div
        class="room"
        data-tab=${this.tab}
        data-phase=${view.session.phase}
        data-shows=${view.slides.shown === null ? 'faces' : 'slides'}
        ${measures({ '--left': `${panels.left.width}px`, '--right': `${panels.right.width}px` })}
      >
        ${this.#tabs(
          view,
          TABS.filter((tab) => this.#isOffered(tab, view)),
          'narrow',
        )}
        <section
          class=${classMap({ left: true, folded: !panels.left.open })}
          aria-label=${say(roomArea, language, 'agenda')}
        >
          <plenary-sounds .store=${store} .language=${language}></plenary-sounds>
          <plenary-agenda tabindex="0" .store=${store} .language=${language}></plenary-agenda>
          ${
            view.session.phase === 'ended'
              ? nothing
              : html`<plenary-queue .store=${store} .language=${language}></plenary-queue>`
          }
        </section>
        ${this.#divider('left')} ${this.#stageSection(view)} ${this.#divider('right')} ${this.#right(view)}
      </div>
      <plenary-undo .store=${store} .language=${language}></plenary-undo>
      <plenary-bar
        ${ref(this.#bar)}
        .store=${store}
        .language=${language}
        .media=${this.media}
        @plenary-leave=${this.#leave}
        @plenary-show-people=${() => this.#show('people')}
        @plenary-show-shortcuts=${() => this.#dialogs.value?.shortcuts()}
      ></plenary-bar>`;
  }

  #stageSection(view: WorkshopState): TemplateResult {
    const { store, language } = this;
    return html`<section class="stage" aria-label=${say(roomArea, language, 'stage')}>
      ${
        view.session.phase === 'scheduled'
          ? html`<p class="before">${say(roomArea, language, 'notBegun')}</p>`
          : nothing
      }
      <plenary-presence .store=${store} .language=${language}></plenary-presence>
      <plenary-poll-call ?hidden=${this.tab === 'polls'} .store=${store} .language=${language}></plenary-poll-call>
      <plenary-own-entry .connection=${this.connection} .store=${store} .language=${language}></plenary-own-entry>
      <plenary-late-card .store=${store} .language=${language} .gist=${this.#gist}></plenary-late-card>
      ${
        view.session.phase === 'ended'
          ? afterwards({ store, language, connection: this.connection })
          : html`<plenary-stage
              ${ref(this.#stage)}
              .store=${store}
              .language=${language}
              .media=${this.media}
              .connection=${this.connection}
            ></plenary-stage>`
      }
    </section>`;
  }

  #right(view: WorkshopState): TemplateResult {
    const { store, language, connection, side } = this;
    const offered = SIDES.filter((tab) => this.#isOffered(tab, view));
    return html`<section
      class=${classMap({ right: true, folded: !this.panels.right.open })}
      aria-label=${say(roomArea, language, side)}
    >
      ${this.#tabs(view, offered, 'wide')}
      ${sidePanels(
        {
          store,
          language,
          connection,
          shown: side,
          board: this.#boardPanel(),
          invite: () => this.#dialogs.value?.links(),
          myConsents: () => this.#dialogs.value?.myConsents(),
        },
        offered,
      )}
    </section>`;
  }

  #isOffered(tab: Tab, view: WorkshopState): boolean {
    if (tab === 'queue') return view.session.phase !== 'ended';
    return tab !== 'desk' || this.store.may('desk.talk');
  }

  #boardPanel(): TemplateResult {
    const { language } = this;
    switch (this.board) {
      case 'open':
        return html`<plenary-board
          .connection=${this.connection}
          .store=${this.store}
          .language=${language}
        ></plenary-board>`;
      default:
        return boardNote(this.board, language, () => this.#openBoard());
    }
  }

  #tabs(view: WorkshopState, tabs: readonly Tab[], place: 'narrow' | 'wide'): TemplateResult {
    const shown = place === 'narrow' ? this.tab : this.side;
    const { language, store } = this;
    const unread = unreadLines(view.chat.lines, store.seat, chatSeen(store.workshop)).length;
    return panelTabs({ view, seat: store.seat, tabs, place, shown, language, unread, show: (tab) => this.#show(tab) });
  }

  #divider(side: Side): TemplateResult {
    return divider(side, this.panels[side], this.language, this.#panelMoved);
  }

  readonly #panelMoved = ({ side, panel }: PanelMoved): void => this.#place(side, panel.open, panel.width);

  #place(side: Side, open: boolean, width: number): void {
    this.panels = { ...this.panels, [side]: { open, width: within(side, width) } };
    remember(PANELS, JSON.stringify(this.panels));
  }

  #show(tab: Tab): void {
    this.tab = tab;
    if (!isSideTab(tab)) return;
    this.side = tab;
    this.#place('right', true, this.panels.right.width);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event, isWriting(event));
    if (shortcut === null || isInDialog(event)) return;
    event.preventDefault();
    this.#act(shortcut);
  };

  #act(shortcut: Shortcut): void {
    const { left, right } = this.panels;
    switch (shortcut) {
      case 'hand':
        return void this.#bar.value?.toggleHand();
      case 'microphone':
      case 'camera':
        return void this.#bar.value?.toggle(shortcut);
      case 'agenda':
        return this.#place('left', !left.open, left.width);
      case 'side':
        return this.#place('right', !right.open, right.width);
      case 'layout':
        return this.#stage.value?.switchLayout();
      case 'statement':
        return void this.#captureStatement();
      case 'desk':
        return void this.#toTheDesk();
      case 'undo':
        return void this.renderRoot.querySelector('plenary-undo')?.undo();
      case 'help':
        return void this.#dialogs.value?.shortcuts();
    }
  }

  async #captureStatement(): Promise<void> {
    if (this.board !== 'open' || !this.store.may('notes.write')) return;
    this.#show('board');
    await this.updateComplete;
    this.renderRoot.querySelector('plenary-board')?.captureStatement();
  }

  async #toTheDesk(): Promise<void> {
    if (!this.store.may('desk.talk')) return;
    this.#show('desk');
    await this.updateComplete;
    await focusDesk(this.renderRoot);
  }

  readonly #leave = async (): Promise<void> => {
    await this.connection.leave();
    this.dispatchEvent(new Event('plenary-left'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-room': Room;
  }
}
