/**
 * The page on which a workshop is planned: finds the seat, opens the line, and shows the parts. Owns the connection, what is not saved yet, and who
 * else is there; what each part asks is its own.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { id, type AgendaItemId, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { lookUp, valuesOf } from '../../../shared/kernel/records.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { auditCommandsArea } from '../../../shared/languages/areas/audit-commands.ts';
import { planningArea, type PlanningPhrase } from '../../../shared/languages/areas/planning.ts';
import type { BriefCommand } from '../../../shared/workshop/brief/types.ts';
import type { Entry, WorkshopState } from '../../../shared/workshop/workshop.ts';
import { takeOwnSeat } from '../../connection/account-api.ts';
import type { Connection } from '../../connection/connection.ts';
import { connectSeat } from '../../connection/socket-connection.ts';
import { keepSeat, keepWorkshop, keptSeat, type KeptSeat } from '../../store/memory.ts';
import { mintId } from '../../store/mint.ts';
import { replicaStore } from '../../store/replica-store.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { PageShown } from '../page.ts';
import { wordsOfReply } from '../room/refusal-words.ts';
// What the plan shares with the room comes with the whole room, which organizers open next: otherwise the room is cut into more and heavier pieces.
import '../room/room.ts';
import '../workshop/table.ts';
import '../workshop/workshop-page.ts';
import '../own-entry/own-entry.ts';
import '../consents/consents.ts';
import '../workshop/notice.ts';
import './agenda-part.ts';
import './announce-part.ts';
import { pageStyles } from './page-styles.ts';
import type { Revise } from './part.ts';
import './rules-part.ts';
import { unsentOf, type Unsent } from './unsent.ts';
import './what-part.ts';
import './when-part.ts';
import './who-part.ts';
import './why-part.ts';

const PARTS = ['what', 'when', 'who', 'agenda', 'why', 'rules', 'announce'] as const;
type PartName = (typeof PARTS)[number];

/** What was changed is named as the audit log names the command it comes of. */
const NAMED = {
  'agenda/added': 'agenda/add',
  'agenda/edited': 'agenda/edit',
  'agenda/moved': 'agenda/move',
  'agenda/dropped': 'agenda/drop',
  'agenda/restored': 'agenda/restore',
  'brief/revised': 'brief/revise',
  'planning/stageSet': 'planning/setStage',
} as const;
const isNamed = (type: string): type is keyof typeof NAMED => Object.hasOwn(NAMED, type);
const LATELY_MS = 8000;

@customElement('plenary-plan')
export class PlanPage extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, pageStyles];

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private isRefused = false;
  @state() private waiting = 0;
  @state() private lately: { readonly words: string; readonly items: ReadonlySet<AgendaItemId> } | null = null;
  private connection: Connection | null = null;
  @state() private store: WorkshopStore | null = null;
  private unsent: Unsent | null = null;
  private fading: ReturnType<typeof setTimeout> | undefined;
  private shownTitle: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.fading);
    this.connection?.close();
    this.connection = this.store = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('workshop')) void this.arrive();
  }

  override updated(): void {
    const view = this.store?.view$.get() ?? null;
    const title = view === null ? '' : textIn(view.brief.title, this.language);
    if (title === this.shownTitle) return;
    this.shownTitle = title;
    if (title !== '') keepWorkshop({ id: this.workshop, title });
    this.dispatchEvent(new PageShown(title === '' ? this.t('heading') : title));
  }

  private t(key: PlanningPhrase, values?: Values): string {
    return say(planningArea, this.language, key, values);
  }

  private readonly arrive = async (): Promise<void> => {
    this.isRefused = false;
    const kept = keptSeat(this.workshop);
    if (kept) return this.sit(kept);
    const taken = await takeOwnSeat(this.workshop);
    if (!taken.ok) {
      this.isRefused = true;
      return;
    }
    const seat = { seat: id<SeatId>(taken.value.seat), seatToken: taken.value.seatToken };
    keepSeat(this.workshop, seat);
    this.sit(seat);
  };

  private sit({ seat, seatToken }: KeptSeat): void {
    this.connection?.close();
    this.connection = connectSeat({ workshop: this.workshop, seat, seatToken, tab: mintId() });
    this.connection.listen({ entry: (entry) => this.heard(entry) });
    this.store = replicaStore({
      connection: this.connection,
      mint: mintId,
      monotonic: () => performance.now(),
      wall: () => Date.now(),
    });
    this.unsent = unsentOf(this.workshop);
    for (const revision of this.unsent.left) void this.send(revision);
  }

  private readonly send = async (revision: BriefCommand): Promise<void> => {
    const { store, unsent } = this;
    if (store === null || unsent === null) return;
    this.waiting += 1;
    await unsent.through(revision, async (one) => {
      const reply = await store.send(one);
      if (!reply.ok) toast(wordsOfReply(reply, this.language), 'kindNo');
    });
    this.waiting -= 1;
  };

  private readonly revise: Revise = (brief, cleared = []) =>
    void this.send({ type: 'brief/revise', brief, ...(cleared.length > 0 && { cleared }) });

  /** Somebody else's change is told and marked for a while. */
  private heard({ by, events }: Entry): void {
    const view = this.store?.confirmed$.get() ?? null;
    if (view === null || by.kind !== 'seat' || by.seat === this.store?.seat) return;
    const named = events.flatMap(({ type }) => (isNamed(type) ? [NAMED[type]] : []));
    const [first] = named;
    if (first === undefined) return;
    const items = events.flatMap((event) => ('item' in event && event.type.startsWith('agenda/') ? [event.item] : []));
    const words = this.t('changedBy', {
      name: this.nameOf(view, by.seat),
      what: say(auditCommandsArea, this.language, first),
    });
    this.lately = { words, items: new Set(items.filter((item): item is AgendaItemId => item !== null)) };
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.lately = null), LATELY_MS);
  }

  private nameOf({ participants, roster }: WorkshopState, seat: SeatId): string {
    const person = lookUp(participants.seats, seat)?.person;
    const found = person === undefined ? undefined : lookUp(roster.people, person);
    return found === undefined ? '…' : fullName(found.name, this.language);
  }

  private renderStanding(view: WorkshopState): TemplateResult {
    const others = valuesOf(view.participants.seats)
      .filter(({ id: seat, presence }) => presence.kind === 'here' && seat !== this.store?.seat)
      .map(({ id: seat }) => this.nameOf(view, seat));
    const isUp = this.store?.connection$.get().kind === 'up';
    const pending = this.store?.pending$.get().size ?? 0;
    const saved = pending === 0 ? this.t('saved') : isUp ? this.t('saving') : this.t('unsaved', { count: pending });
    return html`<div class="standing">
      <p class=${pending > 0 && !isUp ? 'warn' : 'soft'} role="status">${saved}</p>
      ${others.length === 0 ? nothing : html`<p class="soft">${this.t('alsoHere', { names: others.join(', ') })}</p>`}
      ${this.lately === null ? nothing : html`<p class="lately" role="status">${this.lately.words}</p>`}
    </div>`;
  }

  private renderPart(name: PartName, store: WorkshopStore): TemplateResult {
    const { language, revise } = this;
    switch (name) {
      case 'what':
        return html`<plenary-plan-what .store=${store} .language=${language} .revise=${revise}></plenary-plan-what>`;
      case 'when':
        return html`<plenary-plan-when .store=${store} .language=${language} .revise=${revise}></plenary-plan-when>`;
      case 'who':
        return html`<plenary-plan-who .store=${store} .language=${language} .revise=${revise}></plenary-plan-who>`;
      case 'agenda':
        return html`<plenary-plan-agenda
          .store=${store}
          .language=${language}
          .revise=${revise}
          .lately=${this.lately?.items ?? new Set()}
        ></plenary-plan-agenda>`;
      case 'why':
        return html`<plenary-plan-why .store=${store} .language=${language} .revise=${revise}></plenary-plan-why>`;
      case 'rules':
        return html`<plenary-plan-rules .store=${store} .language=${language} .revise=${revise}></plenary-plan-rules>`;
      case 'announce':
        return html`<plenary-plan-announce
          .store=${store}
          .language=${language}
          .revise=${revise}
        ></plenary-plan-announce>`;
    }
  }

  override render(): TemplateResult {
    const { store } = this;
    const view = store?.view$.get() ?? null;
    const ended = store?.connection$.get().kind === 'ended';
    if (this.isRefused || ended || (view !== null && store?.may('brief.edit') === false)) {
      return html`<plenary-notice
        .heading=${this.t('notYours')}
        .text=${this.t('notYoursText')}
        .steps=${[
          { words: this.t('tryAgain'), act: this.arrive },
          { words: this.t('toList'), path: '/organizing' },
        ]}
      ></plenary-notice>`;
    }
    if (store === null || view === null) {
      return html`<plenary-notice quiet .heading=${this.t('loading')}></plenary-notice>`;
    }
    const title = textIn(view.brief.title, this.language);
    return html`<header>
        <p class="soft"><a href="/organizing">${this.t('toList')}</a></p>
        <h1 tabindex="-1">${title}</h1>
        <a class="button" href="/w/${this.workshop}">${this.t('toRoom')}</a>
        <a class="button" href="/w/${this.workshop}/invitations">${this.t('toInvitations')}</a>
      </header>
      ${this.renderStanding(view)}
      ${PARTS.map(
        (name) =>
          html`<section aria-labelledby=${`part-${name}`}>
            <h2 id=${`part-${name}`}>${this.t(`part.${name}`)}</h2>
            ${this.renderPart(name, store)}
          </section>`,
      )}`;
  }
}
