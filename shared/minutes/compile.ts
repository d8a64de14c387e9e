/** Compiles minutes from the facts and the board. Pure: the same material gives the same minutes. Must not know languages or layout. */
import type { AgendaItemId, Instant, PersonId } from '../kernel/ids.ts';
import type { Block, Board } from '../notes/blocks.ts';
import { elapsedMs, itemsInOrder } from '../workshop/agenda/selectors.ts';
import type { AgendaItem } from '../workshop/agenda/types.ts';
import { speechMs, talkTimeTable, type TalkTimes } from '../workshop/floor/talk-times.ts';
import { attendance, seatEver } from '../workshop/participants/selectors.ts';
import { ROLES, type Role } from '../workshop/roles.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import { closedPollsOf } from '../workshop/polls/selectors.ts';
import { highlightedQuestions } from '../workshop/questions/selectors.ts';
import type { Action, Asked, Attendee, Gap, Minutes, MinutesItem } from './minutes.ts';

const rank = (role: Role): number => ROLES.indexOf(role);

/** Rule W3: who opted out is neither named nor counted. */
const isCounted = ({ attendance: { optedOut } }: WorkshopState, person: PersonId): boolean =>
  !Object.hasOwn(optedOut, person);

const talkTimesOf = (state: WorkshopState, until: Instant): TalkTimes => {
  const isOnRecord = (item: AgendaItemId | null): boolean =>
    item === null || state.agenda.items[item]?.offTheRecord !== true;
  const { spoken, holder } = state.floor;
  const times = talkTimeTable(
    {
      ...state,
      floor: {
        ...state.floor,
        spoken: spoken.filter(({ item }) => isOnRecord(item)),
        holder: holder !== null && isOnRecord(holder.item) ? holder : null,
      },
    },
    until,
  );
  return { ...times, people: times.people.filter(({ key }) => isCounted(state, key)) };
};

const attendees = (state: WorkshopState, until: Instant): readonly Attendee[] => {
  const roles = new Map<PersonId, Role>();
  for (const { seat } of state.participants.visits) {
    const sat = seatEver(state, seat);
    if (sat === null) continue;
    const known = roles.get(sat.person);
    if (known === undefined || rank(sat.role) < rank(known)) roles.set(sat.person, sat.role);
  }
  return attendance(state, until)
    .filter(({ person }) => isCounted(state, person))
    .map(({ person, ms }): Attendee => ({ person, role: roles.get(person) ?? 'participant', presentMs: ms }))
    .toSorted((a, b) => rank(a.role) - rank(b.role) || b.presentMs - a.presentMs || (a.person < b.person ? -1 : 1));
};

const speakersIn = (state: WorkshopState, item: AgendaItemId, until: Instant): MinutesItem['speakers'] => {
  const { spoken, holder } = state.floor;
  const speeches = [...spoken, ...(holder === null ? [] : [holder])];
  const times = new Map<PersonId, number>();
  for (const speech of speeches) {
    if (speech.item !== item) continue;
    times.set(speech.person, (times.get(speech.person) ?? 0) + speechMs(speech, until));
  }
  return [...times].map(([person, ms]) => ({ person, ms }));
};

const NOTHING: Asked = { questions: [], polls: [] };

const askedOf = ({ questions, polls }: WorkshopState, item: AgendaItemId | null): Asked => ({
  questions: highlightedQuestions(questions, item),
  polls: closedPollsOf(polls, item),
});

const compileItem = (state: WorkshopState, board: Board, until: Instant) => {
  return (item: AgendaItem, at: number): MinutesItem => {
    const [first] = item.stretches;
    const { offTheRecord } = item;
    return {
      id: item.id,
      number: at + 1,
      kind: item.kind,
      title: item.title,
      presenters: item.presenters,
      plannedMs: item.minutes * 60_000,
      actual: first === undefined ? null : { from: first.from, ms: elapsedMs(item, until) },
      dropped: item.status === 'dropped',
      offTheRecord,
      notes: offTheRecord ? [] : board.blocks.filter((block) => block.item === item.id && block.text !== ''),
      asked: offTheRecord ? NOTHING : askedOf(state, item.id),
      speakers: offTheRecord ? [] : speakersIn(state, item.id, until),
    };
  };
};

/** `now` bounds what is still going on; a workshop that has ended does not change with it. */
export const compileMinutes = (state: WorkshopState, board: Board, now: Instant): Minutes => {
  const { session } = state;
  const until = session.phase === 'ended' ? session.endedAt : now;
  const items = itemsInOrder(state.agenda).map(compileItem(state, board, until));
  const onAgenda = new Set<string>(items.map(({ id }) => id));
  const general = board.blocks.filter(
    (block) => (block.item === null || !onAgenda.has(block.item)) && block.text !== '',
  );
  const all: readonly Block[] = [...items.flatMap(({ notes }) => notes), ...general];
  const actions = all.flatMap((block): Action[] =>
    block.kind === 'action' ? [{ block: block.id, text: block.text, owner: block.owner, due: block.due }] : [],
  );
  const gaps: readonly Gap[] = [
    ...actions.flatMap(({ block, text, owner, due }): Gap[] => [
      ...(owner === null ? [{ code: 'actionWithoutOwner', block, text } as const] : []),
      ...(due === null ? [{ code: 'actionWithoutDue', block, text } as const] : []),
    ]),
    ...items.flatMap(({ id, kind, actual, offTheRecord, notes }): Gap[] =>
      actual !== null && kind !== 'break' && !offTheRecord && notes.length === 0
        ? [{ code: 'itemWithoutNotes', item: id }]
        : [],
    ),
  ];
  return {
    begunAt: session.phase === 'scheduled' ? null : session.begunAt,
    endedAt: session.phase === 'ended' ? session.endedAt : null,
    attendees: attendees(state, until),
    talkTimes: talkTimesOf(state, until),
    items,
    general,
    generalAsked: askedOf(state, null),
    decisions: all.filter((block) => block.kind === 'decision' || block.kind === 'consensus'),
    actions,
    gaps,
  };
};
