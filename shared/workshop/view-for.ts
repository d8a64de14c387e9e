/**
 * What each viewer may see: views of the state and redacted entries, such that evolving the one by the other gives the next view.
 * Owns the five classes of viewers. Must not know connections. Rules V1–V6 of SPEC.md.
 */
import { id, type CommandId, type SeatId } from '../kernel/ids.ts';
import { lookUp } from '../kernel/records.ts';
import type { BriefEvent, BriefState } from './brief/types.ts';
import { chatFor, seesLine } from './chat/selectors.ts';
import type { ConsentsState } from './consents/types.ts';
import { initialState } from './decider.ts';
import { roleMay } from './permissions.ts';
import { pollOf } from './polls/selectors.ts';
import type { Poll, PollsEvent, PollsState } from './polls/types.ts';
import type { Entry, WorkshopEvent, WorkshopState } from './workshop.ts';

/**
 * `stranger`: nothing. `waiting`: the brief, the phase, the own knock, the desk's message. `room`: all but the lobby and others' consents.
 * `scribe`: what the room sees and the desk's channel. `desk`: everything but what two others write to each other.
 */
export type ViewClass = 'stranger' | 'waiting' | 'room' | 'scribe' | 'desk';

export const viewClass = (state: WorkshopState, seat: SeatId): ViewClass => {
  if (Object.hasOwn(state.participants.seats, seat)) {
    const role = state.participants.seats[seat]?.role;
    if (role !== undefined && roleMay(role, 'lobby.watch')) return 'desk';
    return role !== undefined && roleMay(role, 'desk.talk') ? 'scribe' : 'room';
  }
  return Object.hasOwn(state.lobby.knocks, seat) || Object.hasOwn(state.lobby.turnedAway, seat)
    ? 'waiting'
    : 'stranger';
};

/** What of the brief stands on the door: title, times, language; the rest is for those inside. */
const ON_THE_DOOR = [
  'title',
  'language',
  'timeZone',
  'startsAt',
  'endsAt',
] as const satisfies readonly (keyof BriefState)[];

const onTheDoor = (brief: Partial<BriefState>): Partial<BriefState> =>
  Object.fromEntries(ON_THE_DOOR.flatMap((key) => (brief[key] === undefined ? [] : [[key, brief[key]]])));

const revisedOnTheDoor = ({ type, brief, cleared = [] }: BriefEvent): BriefEvent => {
  const shown = cleared.filter((field) => (ON_THE_DOOR as readonly string[]).includes(field));
  return { type, brief: onTheDoor(brief), ...(shown.length > 0 && { cleared: shown }) };
};

const only = <Value>(record: Readonly<Record<SeatId, Value>>, seat: SeatId): Readonly<Record<SeatId, Value>> => {
  const value = Object.hasOwn(record, seat) ? record[seat] : undefined;
  return value === undefined ? {} : { [seat]: value };
};

const ownAnswers = (state: WorkshopState, seat: SeatId): ConsentsState['answers'] => {
  const person = lookUp(state.participants.seats, seat)?.person;
  const answers = person === undefined ? undefined : lookUp(state.consents.answers, person);
  return person === undefined || answers === undefined ? {} : { [person]: answers };
};

/** To the room a poll is there once it is open. Who voted, and what for, each knows of the own vote; of all where votes are cast openly. */
const isOpenBallot = ({ plan }: Pick<Poll, 'plan'>): boolean => !plan.anonymous && !plan.hidden;

const pollsFor = ({ polls }: PollsState, seat: SeatId): PollsState => ({
  polls: polls
    .filter(({ standing }) => standing.kind !== 'prepared')
    .map((poll) => (isOpenBallot(poll) ? poll : { ...poll, votes: only(poll.votes, seat) })),
});

/** An event about polls as the room may learn it; null: nothing of it. */
const pollEventFor = (event: PollsEvent, after: PollsState, seat: SeatId): PollsEvent | null => {
  switch (event.type) {
    case 'polls/prepared':
    case 'polls/edited':
    case 'polls/discarded':
      return null;
    case 'polls/voted': {
      const poll = pollOf(after, event.poll);
      if (event.seat === seat || (poll !== null && isOpenBallot(poll))) return event;
      return event.again ? null : { type: 'polls/counted', poll: event.poll };
    }
    default:
      return event;
  }
};

export const viewFor = (state: WorkshopState, seat: SeatId): WorkshopState => {
  switch (viewClass(state, seat)) {
    case 'desk': {
      const chat = chatFor(state.chat, seat, true);
      return chat === state.chat ? state : { ...state, chat };
    }
    case 'scribe':
      return {
        ...state,
        lobby: initialState.lobby,
        consents: { answers: ownAnswers(state, seat) },
        polls: pollsFor(state.polls, seat),
        chat: chatFor(state.chat, seat, false),
      };
    case 'room':
      return {
        ...state,
        lobby: initialState.lobby,
        consents: { answers: ownAnswers(state, seat) },
        desk: initialState.desk,
        polls: pollsFor(state.polls, seat),
        chat: chatFor(state.chat, seat, false),
      };
    case 'waiting':
      return {
        ...initialState,
        brief: { ...initialState.brief, ...onTheDoor(state.brief) },
        planning: state.planning,
        session: state.session,
        lobby: {
          ...state.lobby,
          knocks: only(state.lobby.knocks, seat),
          turnedAway: only(state.lobby.turnedAway, seat),
          banned: {},
        },
      };
    case 'stranger':
      return initialState;
  }
};

const isOfPolls = (event: WorkshopEvent): event is PollsEvent => event.type.startsWith('polls/');
/** A line that was not said to all, or its deletion. */
const isPrivate = (
  event: WorkshopEvent,
): event is Extract<WorkshopEvent, { readonly type: 'chat/said' | 'chat/deleted' }> =>
  (event.type === 'chat/said' || event.type === 'chat/deleted') && event.to.kind !== 'all';

const apartOf = (event: WorkshopEvent): readonly SeatId[] => {
  if (event.type === 'polls/voted') return [event.seat];
  if (!isPrivate(event)) return [];
  return event.to.kind === 'seat' ? [event.seat, event.to.seat] : [event.seat];
};

/**
 * Who reads an entry otherwise than the rest of their class: author and addressee of what was not said to all, whoever voted. Everybody else
 * of a class is sent the same.
 */
export const readersApart = ({ events }: Entry): readonly SeatId[] => [...new Set(events.flatMap(apartOf))];

const sees = (viewer: ViewClass, seat: SeatId, event: WorkshopEvent): boolean => {
  if (isPrivate(event))
    return viewer !== 'stranger' && viewer !== 'waiting' && seesLine(event, seat, viewer === 'desk');
  switch (viewer) {
    case 'desk':
      return true;
    case 'scribe':
      return !/^(?:lobby|consents)\//.test(event.type);
    case 'room':
      return !/^(?:lobby|consents|desk)\//.test(event.type);
    case 'waiting':
      switch (event.type) {
        case 'lobby/knocked':
          return event.knock.seat === seat;
        case 'lobby/admitted':
        case 'lobby/turnedAway':
        case 'lobby/withdrawn':
          return event.seat === seat;
        case 'lobby/doorSet':
        case 'lobby/closingSet':
        case 'lobby/told':
        case 'desk/forgotten':
        case 'brief/revised':
          return true;
        default:
          return /^(?:session|planning)\//.test(event.type);
      }
    case 'stranger':
      return false;
  }
};

/** Of the room each sees the own consents alone; entries are the same for all of a class, so the own ones come as a snapshot. */
const ownAnswersChanged = (before: WorkshopState, after: WorkshopState, seat: SeatId): boolean => {
  const person = lookUp(after.participants.seats, seat)?.person;
  return person !== undefined && lookUp(before.consents.answers, person) !== lookUp(after.consents.answers, person);
};

/** True when an entry changed what this seat may see at all: it then gets a snapshot instead of the entry. */
export const needsSnapshot = (before: WorkshopState, after: WorkshopState, seat: SeatId): boolean => {
  const viewer = viewClass(after, seat);
  return (
    viewClass(before, seat) !== viewer ||
    ((viewer === 'room' || viewer === 'scribe') && ownAnswersChanged(before, after, seat))
  );
};

/** In the place of the command that nobody outside is to know of: the id of a line of the chat is one. */
const HIDDEN = id<CommandId>('hidden');

/**
 * The entry as this seat may read it. `seq` stays dense, so an entry may arrive with no events; then it tells neither who acted nor by which command.
 * Valid only where the seat's class is the same before and after (see needsSnapshot).
 */
export const entryFor = (entry: Entry, after: WorkshopState, seat: SeatId): Entry => {
  const viewer = viewClass(after, seat);
  if (viewer === 'desk' && !entry.events.some(isPrivate)) return entry;
  const events = entry.events
    .filter((event) => sees(viewer, seat, event))
    .flatMap((event): readonly WorkshopEvent[] => {
      if (isOfPolls(event) && viewer !== 'desk') {
        const told = pollEventFor(event, after.polls, seat);
        return told === null ? [] : [told];
      }
      return [viewer === 'waiting' && event.type === 'brief/revised' ? revisedOnTheDoor(event) : event];
    });
  const hidesWho = events.every(({ type }) => type === 'polls/counted');
  if (viewer !== 'waiting' && !hidesWho) return { ...entry, events };
  const by = { kind: 'door' } as const;
  return hidesWho ? { ...entry, by, cause: HIDDEN, events } : { ...entry, by, events };
};
