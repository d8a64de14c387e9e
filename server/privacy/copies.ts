/**
 * Copies of what somebody did in a workshop, for that person: who one was, when one was here, what one did, agreed to, wrote and uploaded. Owns
 * what belongs to one's own; nothing of anybody else is in it. Must not know HTTP.
 */
import { instant, type CommandId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { seatEver } from '../../shared/workshop/participants/selectors.ts';
import type { PersonConsents } from '../../shared/workshop/consents/types.ts';
import type { Person } from '../../shared/directory/person.ts';
import type { SpeechRecord } from '../../shared/workshop/floor/types.ts';
import type { Visit } from '../../shared/workshop/participants/types.ts';
import type { Entry } from '../../shared/workshop/workshop.ts';
import type { ChatKeeper } from '../chat/keeper.ts';
import type { FileCabinet, WorkshopSummary } from '../ports.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';

export interface SeatCopy {
  readonly workshop: WorkshopId;
  readonly title: WorkshopSummary['title'];
  readonly seat: SeatId;
  readonly role: string | null;
  readonly person: Person | null;
  readonly visits: readonly Visit[];
  readonly consents: PersonConsents;
  readonly speeches: readonly SpeechRecord[];
  readonly chat: Readonly<Record<CommandId, string>>;
  /** Everything this seat made happen, as it stands in the log: hands, votes, corrections, changes of the roster. */
  readonly acts: readonly Entry[];
}

export interface Upload {
  readonly name: string;
  readonly path: string;
}

export interface Copies {
  /** Null: no such workshop. */
  ofSeat(
    workshop: WorkshopId,
    seat: SeatId,
  ): Promise<{ readonly copy: SeatCopy; readonly uploads: readonly Upload[] } | null>;
}

export const createCopies = (ports: {
  readonly registry: WorkshopRegistry;
  readonly files: FileCabinet;
  readonly chat: ChatKeeper;
}): Copies => ({
  async ofSeat(workshop, seat) {
    const running = await ports.registry.find(workshop);
    if (!running) return null;
    const { room } = running;
    const { state, entries } = room;
    const own = seatEver(state, seat);
    const words = await ports.chat.wordsFor(room, seat, instant(0));
    const lines = state.chat.lines.filter((line) => line.seat === seat);
    const uploads = await ports.files.uploadsOf(workshop, seat);
    return {
      copy: {
        workshop,
        title: state.brief.title,
        seat,
        role: own?.role ?? null,
        person: own ? (lookUp(state.roster.people, own.person) ?? null) : null,
        visits: state.participants.visits.filter((visit) => visit.seat === seat),
        consents: own ? (lookUp(state.consents.answers, own.person) ?? {}) : {},
        speeches: state.floor.spoken.filter((speech) => speech.seat === seat),
        chat: Object.fromEntries(lines.flatMap(({ id }) => (words[id] === undefined ? [] : [[id, words[id]]]))),
        acts: entries.filter(({ by }) => by.kind === 'seat' && by.seat === seat),
      },
      uploads: uploads.map(({ file, path }) => ({ name: `${file.id}.webp`, path })),
    };
  },
});
