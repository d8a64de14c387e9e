/**
 * Turns a file into the commands that make its workshop, in order of time. Owns that translation; must not know storage or sockets.
 * 'held' writes the past with its own times; 'again' schedules the same workshop from `now`, without what was held.
 */
import {
  id,
  instant,
  type AgendaItemId,
  type DirectoryId,
  type GroupId,
  type Instant,
  type OrganizationId,
  type PersonId,
  type SeatId,
} from '../kernel/ids.ts';
import type { Group, Organization, Person } from '../directory/person.ts';
import type { Block, BoardJson } from '../notes/blocks.ts';
import { boardJson } from '../notes/board-json.ts';
import type { Actor } from '../workshop/actor.ts';
import type { ItemPlan } from '../workshop/agenda/types.ts';
import type { BriefState } from '../workshop/brief/types.ts';
import type { WorkshopCommand } from '../workshop/workshop.ts';
import type { FileBlock, FileItem, WorkshopFile } from './schema.ts';
import { defined } from './defined.ts';
import { timeOf } from './times.ts';

export interface TimedCommand {
  readonly command: WorkshopCommand;
  readonly at: Instant;
  readonly by: Actor;
}

export interface FileCommands {
  readonly commands: readonly TimedCommand[];
  readonly boardJson: BoardJson;
}

const HOST: Actor = { kind: 'host' };
const DOOR: Actor = { kind: 'door' };

const briefOf = (
  file: WorkshopFile,
  times: { readonly startsAt?: Instant | undefined; readonly endsAt?: Instant | undefined },
): BriefState => {
  const { brief } = file;
  const ids = (list: readonly string[] = []) => list.map((one) => id<OrganizationId>(one));
  return defined<BriefState>({
    title: defined(brief.title),
    series: brief.series && { name: defined(brief.series.name), ordinal: brief.series.ordinal },
    mode: brief.mode,
    language: brief.language,
    timeZone: brief.timeZone,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    hosts: ids(brief.hosts),
    coHosts: ids(brief.coHosts),
    convener: brief.convener === undefined ? undefined : id<OrganizationId>(brief.convener),
    supporters: ids(brief.supporters),
    purpose: brief.purpose && defined(brief.purpose),
    background: (brief.background ?? []).map((one) =>
      defined({ text: defined(one.text), source: one.source && defined(one.source) }),
    ),
    about: brief.about && defined(brief.about),
    programme: brief.programme && defined(brief.programme),
    themes: brief.themes?.map((one) => defined(one)),
    capacity: brief.capacity,
    doors: brief.doors && defined(brief.doors),
    consentPolicy: brief.consentPolicy && defined(brief.consentPolicy),
  });
};

const copiedFrom = (entry: string | undefined): DirectoryId | undefined =>
  entry === undefined ? undefined : id<DirectoryId>(entry);

const personOf = (one: NonNullable<NonNullable<WorkshopFile['roster']>['people']>[number]): Person =>
  defined<Person>({
    id: id<PersonId>(one.id),
    name: defined({ ...one.name, latin: one.name.latin && defined(one.name.latin) }),
    honorific: one.honorific,
    chineseHonorific: one.chineseHonorific,
    positions: (one.positions ?? []).map((position) =>
      defined({
        title: defined(position.title ?? {}),
        organization: position.organization === undefined ? undefined : id<OrganizationId>(position.organization),
      }),
    ),
    directory: copiedFrom(one.directory),
  });

const planOf = (item: FileItem): ItemPlan =>
  defined<ItemPlan>({
    kind: item.kind,
    title: defined(item.title),
    topic: item.topic && defined(item.topic),
    minutes: item.minutes,
    presenters: (item.presenters ?? []).map((one) =>
      'person' in one
        ? { kind: 'person', person: id<PersonId>(one.person) }
        : { kind: 'organization', organization: id<OrganizationId>(one.organization) },
    ),
    offTheRecord: item.offTheRecord ?? false,
    buffer: item.buffer,
    speechMinutes: item.speechMinutes,
    deck: item.deck,
  });

const blockOf = (block: FileBlock, item: string | null): Block => {
  const base = { id: block.id, item, text: block.text.trim() };
  const empty = {
    keyPoint: { person: null },
    statement: { person: null },
    quote: { person: null },
    suggestion: { person: null },
    action: { owner: null, due: null, done: false, carried: null },
    figure: { source: null },
    photo: { file: null, credit: null, place: '', alt: null },
    decision: {},
    consensus: {},
    nextStep: {},
    prose: {},
  };
  return { ...empty[block.kind], ...block, ...base } as Block;
};

const rosterCommands = (file: WorkshopFile): readonly WorkshopCommand[] => {
  const { organizations = [], people = [], groups = [], attending = [] } = file.roster ?? {};
  return [
    ...organizations.map((one): WorkshopCommand => ({
      type: 'roster/putOrganization',
      organization: defined<Organization>({
        id: id<OrganizationId>(one.id),
        name: defined(one.name),
        abbreviation: one.abbreviation && defined(one.abbreviation),
        country: one.country,
        directory: copiedFrom(one.directory),
      }),
    })),
    ...people.map((one): WorkshopCommand => ({ type: 'roster/putPerson', person: personOf(one) })),
    ...groups.map((one): WorkshopCommand => ({
      type: 'roster/putGroup',
      group: defined<Group>({
        id: id<GroupId>(one.id),
        of: id<OrganizationId>(one.of),
        members: defined(one.members),
        count: one.count,
        named: (one.named ?? []).map((name) => id<OrganizationId>(name)),
        directory: copiedFrom(one.directory),
      }),
    })),
    ...(attending.length === 0
      ? []
      : [
          {
            type: 'roster/setAttending' as const,
            attending: attending.map((one) =>
              'group' in one
                ? { kind: 'group' as const, group: id<GroupId>(one.group) }
                : { kind: 'organization' as const, organization: id<OrganizationId>(one.organization) },
            ),
          },
        ]),
  ];
};

/** What happened, sorted by time; at one instant, ends come before beginnings and the session frames all. */
const heldCommands = (file: WorkshopFile, mint: () => string): readonly TimedCommand[] => {
  const { held, brief } = file;
  if (held === undefined) return [];
  const at = (text: string): Instant => timeOf(text, brief.timeZone) ?? instant(0);
  const happened: (TimedCommand & { readonly rank: number })[] = [];
  const add = (when: string, rank: number, command: WorkshopCommand, by: Actor = HOST): void => {
    happened.push({ command, at: at(when), by, rank });
  };
  const seats = new Map<string, SeatId>();
  const people = new Map((file.roster?.people ?? []).map((one) => [one.id, one]));
  for (const visit of held.visits ?? []) {
    const person = people.get(visit.person);
    if (person === undefined) continue;
    let seat = seats.get(visit.person);
    if (seat === undefined) {
      seat = id<SeatId>(mint());
      seats.set(visit.person, seat);
      add(
        visit.from,
        1,
        { type: 'lobby/knock', seat, person: personOf(person), role: visit.role, language: brief.language },
        DOOR,
      );
      if (visit.role === 'participant' || visit.role === 'observer') add(visit.from, 2, { type: 'lobby/admit', seat });
    }
    add(visit.from, 3, { type: 'participants/arrive', seat }, DOOR);
    if (visit.until !== undefined)
      add(visit.until, visit.until === visit.from ? 9 : 0, { type: 'participants/leave', seat }, DOOR);
  }
  add(held.begunAt, 4, { type: 'session/begin' });
  for (const stretch of held.items ?? []) {
    add(stretch.from, 6, { type: 'agenda/begin', item: id<AgendaItemId>(stretch.item) });
    add(stretch.until, stretch.until === stretch.from ? 7 : 5, { type: 'agenda/endItem' });
  }
  for (const speech of held.speeches ?? []) {
    const seat = seats.get(speech.person);
    if (seat === undefined) continue;
    add(speech.from, 8, { type: 'floor/give', seat });
    add(speech.until, speech.until === speech.from ? 8 : -1, { type: 'floor/takeBack' });
  }
  add(held.endedAt, 10, { type: 'session/end' });
  return happened
    .sort((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ command, at: when, by }) => ({ command, at: when, by }));
};

export const toCommands = (
  file: WorkshopFile,
  mode: 'held' | 'again',
  mint: () => string,
  now: Instant,
): FileCommands => {
  const { brief, agenda = [], held } = file;
  const past = mode === 'held' ? held : undefined;
  const given = (text: string | undefined): Instant | undefined =>
    text === undefined ? undefined : (timeOf(text, brief.timeZone) ?? undefined);
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  const times =
    mode === 'held'
      ? { startsAt: given(brief.startsAt), endsAt: given(brief.endsAt) }
      : { startsAt: now, endsAt: instant(now + minutes * 60_000) };
  const happened = past === undefined ? [] : heldCommands(file, mint);
  const first = happened[0]?.at ?? now;
  const prepared: readonly WorkshopCommand[] = [
    ...rosterCommands(file),
    { type: 'brief/revise', brief: briefOf(file, times) },
    ...agenda.map((item): WorkshopCommand => ({
      type: 'agenda/add',
      item: id<AgendaItemId>(item.id),
      plan: planOf(item),
    })),
  ];
  const blocks = (past?.board ?? []).flatMap((section) => section.blocks.map((block) => blockOf(block, section.item)));
  return {
    commands: [...prepared.map((command) => ({ command, at: first, by: HOST })), ...happened],
    boardJson: boardJson({ blocks }),
  };
};
