/** What time alone will bring about, read from the state: the server's alarm rings for the earliest. Rules D1–D5 of SPEC.md. */
import { pendingNotices } from './agenda/end-notices.ts';
import { hardEnd, toBeCalled } from './floor/selectors.ts';
import { CALL_MS } from './floor/types.ts';
import type { Instant } from '../kernel/ids.ts';
import { instant } from '../kernel/ids.ts';
import { FLOOR_GRACE_MS, PRESENCE_GRACE_MS, type Seat } from './participants/types.ts';
import { openPolls } from './polls/selectors.ts';
import type { WorkshopCommand, WorkshopState } from './workshop.ts';

export interface Deadline {
  readonly at: Instant;
  readonly command: WorkshopCommand;
}

const ofSeats = ({ participants, floor }: WorkshopState): readonly Deadline[] =>
  Object.values<Seat>(participants.seats).flatMap(({ id, presence }): Deadline[] => {
    if (presence.kind !== 'lost') return [];
    const giveUp: Deadline = {
      at: instant(presence.since + PRESENCE_GRACE_MS),
      command: { type: 'participants/giveUpWaiting', seat: id },
    };
    return floor.holder?.seat === id
      ? [{ at: instant(presence.since + FLOOR_GRACE_MS), command: { type: 'floor/giveUpWaiting', seat: id } }, giveUp]
      : [giveUp];
  });

const ofTheFloor = (state: WorkshopState): readonly Deadline[] => {
  const { called } = state.floor;
  const next = toBeCalled(state);
  // Whoever is next is called at once, and anew when somebody else has become next.
  if (next !== (called?.seat ?? null)) return [{ at: instant(0), command: { type: 'floor/callNext' } }];
  if (called !== null) return [{ at: instant(called.since + CALL_MS), command: { type: 'floor/giveCalled' } }];
  const end = hardEnd(state.floor);
  return end === null ? [] : [{ at: end, command: { type: 'floor/endSpeech' } }];
};

const ofTheEnd = (state: WorkshopState): readonly Deadline[] =>
  pendingNotices(state)
    .slice(0, 1)
    .map(({ at }) => ({ at, command: { type: 'agenda/tellEnd' } }));

/** A poll closes when its time is over, or with the workshop. */
const ofPolls = ({ polls, session }: WorkshopState): readonly Deadline[] =>
  openPolls(polls).flatMap(({ id, standing }): Deadline[] => {
    const command = { type: 'polls/closeDue', poll: id } as const;
    if (session.phase === 'ended') return [{ at: instant(0), command }];
    return standing.kind === 'open' && standing.until !== null ? [{ at: standing.until, command }] : [];
  });

/** Earliest first. Being pure, it survives a restart by itself: the same state has the same deadlines. */
export const deadlines = (state: WorkshopState): readonly Deadline[] =>
  [...ofTheFloor(state), ...ofSeats(state), ...ofTheEnd(state), ...ofPolls(state)].sort((a, b) => a.at - b.at);
