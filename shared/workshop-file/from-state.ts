/** Writes a workshop back as a file: the inverse of to-commands.ts for everything the format holds. Pictures stay behind; their captions and credits go along. */
import type { Block, Board } from '../notes/blocks.ts';
import type { Position } from '../directory/person.ts';
import type { AgendaItem } from '../workshop/agenda/types.ts';
import type { RosterState } from '../workshop/roster/types.ts';
import type { Entry, WorkshopState } from '../workshop/workshop.ts';
import type { Instant, SeatId } from '../kernel/ids.ts';
import { seatEver } from '../workshop/participants/selectors.ts';
import { defined } from './defined.ts';
import { workshopFileSchema, type FileBlock, type FileItem, type WorkshopFile } from './schema.ts';
import { timeText } from './times.ts';

/** What only means something where it was written: picture files, and the earlier workshop that an action came from. */
const STAYS: ReadonlySet<string> = new Set(['file', 'carried']);

/** Anything may stand on a board: a person whom the roster does not know would make a file that cannot be read. */
const blockOf = (block: Block, { people }: RosterState): FileBlock => {
  const { item: _item, at: _at, offset: _offset, ...rest } = block;
  const isKnown = (name: string, value: unknown): boolean =>
    (name !== 'person' && name !== 'owner') || Object.hasOwn(people, String(value));
  const given = Object.entries(rest).filter(
    ([name, value]) => value !== null && value !== '' && value !== false && !STAYS.has(name) && isKnown(name, value),
  );
  return { text: '', ...Object.fromEntries(given) } as FileBlock;
};

const itemOf = (item: AgendaItem): FileItem =>
  defined({
    id: item.id,
    kind: item.kind,
    title: item.title,
    topic: item.topic,
    minutes: item.minutes,
    presenters:
      item.presenters.length === 0
        ? undefined
        : item.presenters.map((one) =>
            one.kind === 'person' ? { person: one.person } : { organization: one.organization },
          ),
    offTheRecord: item.offTheRecord ? true : undefined,
    buffer: item.buffer,
    speechMinutes: item.speechMinutes,
    deck: item.deck === '' ? undefined : item.deck,
  }) as FileItem;

/** Who came with an organization only has no title to write down. */
const positionOf = ({ title, organization }: Position) =>
  defined({ title: Object.keys(title).length > 0 ? title : undefined, organization });

/**
 * Notes under a dropped item go to the general notes, since the file does not carry the item; what was off the record is not written at all
 * then, because nothing would mark it any more.
 */
const boardOf = (board: Board, { agenda, roster }: WorkshopState) => {
  const sections = new Map<string | null, FileBlock[]>();
  for (const block of board.blocks) {
    const item = block.item === null ? undefined : agenda.items[block.item];
    const isGone = item === undefined || item.status === 'dropped';
    if (isGone && item?.offTheRecord === true) continue;
    const section = isGone ? null : block.item;
    sections.set(section, [...(sections.get(section) ?? []), blockOf(block, roster)]);
  }
  return [...sections].map(([item, blocks]) => ({ item, blocks }));
};

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const heldOf = (state: WorkshopState, board: Board) => {
  const { session, agenda, participants, floor, brief } = state;
  if (session.phase !== 'ended') return undefined;
  const text = (at: Instant): string => timeText(at, brief.timeZone);
  const seat = (of: SeatId) => seatEver(state, of);
  const stretches = Object.values(agenda.items)
    .flatMap((item) =>
      item.stretches.map((one) => ({ item: item.id, from: one.from, until: one.until ?? session.endedAt })),
    )
    .sort((a, b) => a.from - b.from || a.until - b.until);
  return defined({
    begunAt: text(session.begunAt),
    endedAt: text(session.endedAt),
    items: some(stretches.map((one) => ({ item: one.item, from: text(one.from), until: text(one.until) }))),
    visits: some(
      participants.visits.flatMap((visit) => {
        const of = seat(visit.seat);
        return of === null
          ? []
          : [
              defined({
                person: of.person,
                role: of.role,
                from: text(visit.from),
                until: visit.until === undefined ? undefined : text(visit.until),
              }),
            ];
      }),
    ),
    // A speech without a visit cannot be read back.
    speeches: some(
      floor.spoken
        .filter((one) => participants.visits.some((visit) => seat(visit.seat)?.person === one.person))
        .map((one) => ({ person: one.person, from: text(one.from), until: text(one.until) })),
    ),
    board: some(boardOf(board, state)),
  });
};

/** `entries` are part of the contract with callers that hold them; today the state tells everything the format has room for. */
export const fromState = (state: WorkshopState, _entries: readonly Entry[], board: Board): WorkshopFile => {
  const { brief, roster, agenda } = state;
  const file = {
    format: 'plenary-workshop',
    version: 1,
    brief: defined({
      ...brief,
      startsAt: brief.startsAt === undefined ? undefined : timeText(brief.startsAt, brief.timeZone),
      endsAt: brief.endsAt === undefined ? undefined : timeText(brief.endsAt, brief.timeZone),
      hosts: some(brief.hosts),
      coHosts: some(brief.coHosts),
      supporters: some(brief.supporters),
      background: some(brief.background),
    }),
    roster: defined({
      organizations: some(Object.values(roster.organizations)),
      people: some(
        Object.values(roster.people).map((one) => defined({ ...one, positions: some(one.positions.map(positionOf)) })),
      ),
      groups: some(Object.values(roster.groups).map((one) => defined({ ...one, named: some(one.named) }))),
      attending: some(
        roster.attending.map((one) =>
          one.kind === 'group' ? { group: one.group } : { organization: one.organization },
        ),
      ),
    }),
    agenda: agenda.order.flatMap((id) => {
      const item = agenda.items[id];
      return item === undefined || item.status === 'dropped' ? [] : [itemOf(item)];
    }),
    held: heldOf(state, board),
  };
  return workshopFileSchema.parse(defined(file));
};
