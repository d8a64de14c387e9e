/**
 * A seat at the table: the connection, the store and the media of one seat, and which region they are shown in. Owns opening and closing
 * them and every way in which a seat can be over; what the regions do is theirs.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea, type DoorPhrase } from '../../../shared/languages/areas/door.ts';
import { viewClass } from '../../../shared/workshop/view-for.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Connection } from '../../connection/connection.ts';
import { connectSeat } from '../../connection/socket-connection.ts';
import type { MediaSession } from '../../media/media-session.ts';
import { keepWorkshop, type KeptSeat } from '../../store/memory.ts';
import { mintId } from '../../store/mint.ts';
import { replicaStore } from '../../store/replica-store.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { keepForOffline } from '../../offline/register.ts';
import { base } from '../../ui/base.css.ts';
import type { PrivacyAsked } from '../consents/privacy-asked.ts';
import { PageShown } from '../page.ts';
import { LastSeen } from './last-seen.ts';
import { overSteps, overWords } from './over.ts';
import './notice.ts';

type RoomScript = 'unasked' | 'loading' | 'ready' | 'failed';

@customElement('plenary-table')
export class PlenaryTable extends SignalWatcher(LitElement) {
  static override styles = [
    base,
    css`
      :host {
        height: 100%;
      }

      plenary-room {
        height: 100%;
      }

      .line {
        padding: var(--gap-2) var(--gap-4);
        background: var(--amber-wash);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) kept!: KeptSeat;
  @property({ attribute: false }) language: Language = 'en';
  @state() private room: RoomScript = 'unasked';
  @state() private hasLobby = false;
  @state() private hasLeft = false;
  @state() private media: MediaSession | null = null;
  private connection: Connection | null = null;
  private store: WorkshopStore | null = null;
  private shownTitle = '';
  private lastSeen: LastSeen | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.shut();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('kept') || changed.has('workshop')) this.open();
  }

  private readonly open = (): void => {
    this.shut();
    this.hasLeft = false;
    this.shownTitle = '';
    const { seat, seatToken } = this.kept;
    this.lastSeen = new LastSeen(this.workshop, seat);
    const line = connectSeat({ workshop: this.workshop, seat, seatToken, tab: mintId() });
    this.connection = { ...line, leave: () => this.leave(line) };
    this.store = replicaStore({
      connection: this.connection,
      mint: mintId,
      monotonic: () => performance.now(),
      wall: () => Date.now(),
    });
    this.requestUpdate();
  };

  private shut(): void {
    this.hush();
    this.connection?.close();
    this.lastSeen?.close();
    this.connection = null;
    this.store = null;
    if (this.room === 'ready') this.room = 'unasked';
  }

  /** A seat that is over neither hears nor is heard; the camera's light goes out. */
  private hush(): void {
    this.media?.close();
    this.media = null;
  }

  /** A line that breaks while leaving has left as well: the server notices by itself. */
  private async leave(line: Connection): Promise<void> {
    // Without a line nobody knows whether all that was written is safe: then it stays in this browser.
    const isUp = line.state$.get().kind === 'up';
    await line.leave().catch(() => undefined);
    const { lastSeen } = this;
    this.hasLeft = true;
    this.shut();
    if (isUp) lastSeen?.drop();
  }

  private readonly loadLobby = async (): Promise<void> => {
    await Promise.all([import('../lobby/lobby.ts'), import('../own-entry/own-entry.ts')]);
    this.hasLobby = true;
  };

  /** The room is shown as soon as its own script is here; sound and picture follow. */
  private readonly loadRoom = async (): Promise<void> => {
    const { connection } = this;
    if (!connection) return;
    this.room = 'loading';
    const session = import('../../media/mediasoup/session.ts');
    try {
      await import('../room/room.ts');
      this.room = 'ready';
      keepForOffline();
      // What stands beside the room: without these scripts it is whole.
      void import('../own-entry/own-entry.ts').catch(() => undefined);
      void import('../consents/consents.ts').catch(() => undefined);
      void import('../people/face.ts').catch(() => undefined);
      void import('../green-room/media-watch.ts').catch(() => undefined);
      void import('../green-room/line-of.ts').catch(() => undefined);
      const { createMediaSession } = await session;
      if (this.connection !== connection) return;
      this.media = createMediaSession(connection);
      this.media.start();
    } catch {
      this.room = 'failed';
    }
  };

  override updated(): void {
    const line = this.connection?.state$.get();
    if (line?.kind === 'ended') {
      if (line.error.code === 'protocol/removed' || line.error.code === 'protocol/notSeated') this.lastSeen?.drop();
      return this.hush();
    }
    const view = this.store?.view$.get() ?? null;
    if (view === null && this.store !== null && line !== undefined) void this.lastSeen?.show(this.store, line);
    if (view === null || this.store === null) return;
    const viewer = viewClass(view, this.store.seat);
    if (viewer === 'waiting' && !this.hasLobby) void this.loadLobby();
    // Sent back to the door: nobody waits with an open microphone, and the room is entered anew.
    if (viewer === 'waiting' && this.room === 'ready') {
      this.hush();
      this.room = 'unasked';
      this.shownTitle = '';
    }
    const isInside = viewer !== 'stranger' && viewer !== 'waiting';
    if (isInside && this.room === 'unasked') void this.loadRoom();
    const confirmed = this.store.confirmed$.get();
    if (isInside && line?.kind === 'up' && confirmed !== null) this.lastSeen?.keep(confirmed);
    const title = textIn(view.brief.title, this.language);
    if (isInside && this.room === 'ready' && title !== this.shownTitle) {
      this.shownTitle = title;
      keepWorkshop({ id: this.workshop, title });
      this.dispatchEvent(new PageShown(title, true));
    }
  }

  private readonly openRoster = async (): Promise<void> => {
    const { RosterDialog } = await import('../roster/roster-dialog.ts');
    const dialog = this.renderRoot.querySelector('plenary-roster-dialog');
    if (dialog instanceof RosterDialog) dialog.show();
  };

  private readonly openDevices = async (): Promise<void> => {
    const { DevicesDialog } = await import('../green-room/devices-dialog.ts');
    const dialog = this.renderRoot.querySelector('plenary-devices-dialog');
    if (dialog instanceof DevicesDialog) dialog.show();
  };

  private readonly openPrivacy = async ({ wish }: PrivacyAsked): Promise<void> => {
    const { openPrivacy } = await import('../consents/privacy.ts');
    openPrivacy(this.renderRoot, wish);
  };

  private say(key: DoorPhrase): string {
    return say(doorArea, this.language, key);
  }

  private renderLine(): TemplateResult | typeof nothing {
    const state = this.store?.connection$.get();
    if (state?.kind === 'offline') return html`<p class="line" role="status">${this.say('offline')}</p>`;
    if (state?.kind !== 'waiting') return nothing;
    const words = say(doorArea, this.language, 'reconnecting', { attempt: state.attempt });
    return html`<p class="line" role="status">${words}</p>`;
  }

  private renderRoom(store: WorkshopStore): TemplateResult {
    switch (this.room) {
      case 'ready':
        return html`<plenary-room
            @plenary-open-roster=${this.openRoster}
            @plenary-open-devices=${this.openDevices}
            @plenary-privacy=${this.openPrivacy}
            .connection=${this.connection}
            .store=${store}
            .media=${this.media}
            .language=${this.language}
          ></plenary-room>
          <plenary-devices-dialog .media=${this.media} .language=${this.language}></plenary-devices-dialog>
          <plenary-media-watch
            @plenary-open-devices=${this.openDevices}
            .media=${this.media}
            .language=${this.language}
          ></plenary-media-watch>
          <plenary-roster-dialog .store=${store} .language=${this.language}></plenary-roster-dialog>
          <plenary-consent-policy .store=${store} .language=${this.language}></plenary-consent-policy>
          <plenary-name-removal .store=${store} .language=${this.language}></plenary-name-removal>`;
      case 'failed':
        return html`<plenary-notice
          .heading=${this.say('shut')}
          .text=${this.say('roomFailed')}
          .steps=${[{ words: this.say('tryAgain'), act: this.loadRoom }]}
        ></plenary-notice>`;
      case 'unasked':
      case 'loading':
        return html`<plenary-notice quiet .heading=${this.say('roomLoading')}></plenary-notice>`;
    }
  }

  private renderView(store: WorkshopStore, view: WorkshopState): TemplateResult {
    switch (viewClass(view, store.seat)) {
      case 'room':
      case 'scribe':
      case 'desk':
        return this.renderRoom(store);
      case 'waiting':
        return html`${this.renderLine()}
        ${
          this.hasLobby
            ? html`<plenary-lobby
                  .connection=${this.connection}
                  .store=${store}
                  .language=${this.language}
                  @plenary-stop-waiting=${() => this.connection?.leave()}
                ></plenary-lobby>
                <plenary-own-entry
                  .connection=${this.connection}
                  .store=${store}
                  .language=${this.language}
                ></plenary-own-entry>`
            : nothing
        }`;
      case 'stranger':
        return html`<plenary-notice quiet .heading=${this.say('connecting')}></plenary-notice>`;
    }
  }

  override render(): TemplateResult {
    const { store, language } = this;
    const state = store?.connection$.get();
    if (this.hasLeft || state?.kind === 'ended' || store === null) {
      const over = this.hasLeft || state?.kind !== 'ended' ? 'left' : state.error.code;
      const { heading, text } = overWords(over);
      return html`<plenary-notice
        .heading=${say(doorArea, language, heading)}
        .text=${say(doorArea, language, text)}
        .steps=${overSteps(over, language, { comeBack: this.open, forget: this.forget })}
      ></plenary-notice>`;
    }
    const view = store.view$.get();
    if (view === null) {
      return html`${this.renderLine()}<plenary-notice quiet .heading=${this.say('connecting')}></plenary-notice>`;
    }
    return this.renderView(store, view);
  }

  private readonly forget = (): void => {
    this.dispatchEvent(new Event('plenary-seat-lost'));
  };
}
