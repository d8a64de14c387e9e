/**
 * Minutes as a document in one language: labels in that language, names as it writes them, notes in the words in which they were written.
 * Owns the order and the labels; must not know how documents are drawn.
 */
import type { Block as Piece, Document, ListItem, Span } from '../document/document.ts';
import { dayOf, dueDay } from '../directory/dates.ts';
import { firstMention, fullName, listNames, positionText } from '../directory/names.ts';
import { organizationInFull, organizationInShort } from '../directory/organizations.ts';
import type { AgendaItemId, OrganizationId, PersonId } from '../kernel/ids.ts';
import { textIn, type Language } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { say, type Values } from '../languages/area.ts';
import { minutesArea } from '../languages/areas/minutes.ts';
import { rolesArea } from '../languages/areas/roles.ts';
import type { Block } from '../notes/blocks.ts';
import type { Presenter } from '../workshop/agenda/types.ts';
import type { TalkTime } from '../workshop/floor/talk-times.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import { askedPieces } from './asked-pieces.ts';
import type { Minutes, MinutesItem } from './minutes.ts';
import { clockTime, dayAndTimes } from './when.ts';

type Key = keyof (typeof minutesArea)['en'];
const MINUTE_MS = 60_000;

const text = (words: string): readonly Span[] => [{ text: words }];
const paragraph = (words: string): Piece => ({ kind: 'paragraph', spans: text(words) });
const heading = (level: 2 | 3, words: string): Piece => ({ kind: 'heading', level, spans: text(words) });

/** What every part of the layout needs: the facts, the language, and how both write names. */
interface Desk {
  readonly state: WorkshopState;
  readonly language: Language;
  readonly phrase: (key: Key, values?: Values) => string;
  readonly person: (id: PersonId | null) => string;
  readonly minutes: (ms: number) => string;
}

const openDesk = (state: WorkshopState, language: Language): Desk => {
  const phrase = (key: Key, values?: Values): string => say(minutesArea, language, key, values);
  return {
    state,
    language,
    phrase,
    person(id) {
      const found = id === null ? undefined : lookUp(state.roster.people, id);
      return found === undefined ? '' : firstMention(found, language);
    },
    // Whoever was there for less than half a minute was there all the same.
    minutes: (ms) => phrase('minutes', { count: Math.max(1, Math.round(ms / MINUTE_MS)) }),
  };
};

const facts = ({ state, language, phrase }: Desk, { begunAt, endedAt }: Minutes): Piece => {
  const { brief, roster } = state;
  const names = (ids: readonly OrganizationId[]): string =>
    listNames(
      ids.flatMap((id) => {
        const found = lookUp(roster.organizations, id);
        return found === undefined ? [] : [organizationInFull(found, language)];
      }),
      language,
    );
  const when = begunAt === null ? phrase('notHeld') : dayAndTimes(begunAt, endedAt, brief.timeZone, language);
  const rows: readonly (readonly [Key, string])[] = [
    ['when', when],
    ['hosts', names(brief.hosts)],
    ['coHosts', names(brief.coHosts)],
    ['convener', names(brief.convener === undefined ? [] : [brief.convener])],
    ['supporters', names(brief.supporters)],
  ];
  return {
    kind: 'table',
    head: null,
    rows: rows
      .filter(([, value]) => value !== '')
      // A name may carry its article, and begins the line here.
      .map(([key, value]) => [[{ text: phrase(key), bold: true as const }], text(value.replace(/^the /, 'The '))]),
  };
};

const attendancePieces = (desk: Desk, { attendees }: Minutes): readonly Piece[] => {
  const { state, language, phrase } = desk;
  if (attendees.length === 0) return [];
  const positions = (id: PersonId): string =>
    (lookUp(state.roster.people, id)?.positions ?? [])
      .map(({ title, organization }) => {
        const found = organization === undefined ? undefined : lookUp(state.roster.organizations, organization);
        const of = found === undefined ? null : organizationInShort(found, language);
        const words = textIn(title, language);
        return words === '' ? (of ?? '') : positionText(words, of, language);
      })
      .filter((words) => words !== '')
      .join(language === 'en' ? '; ' : '；');
  return [
    heading(2, phrase('attendance')),
    paragraph(phrase('attended', { count: attendees.length })),
    {
      kind: 'table',
      head: (['name', 'position', 'role', 'present'] as const).map((key) => text(phrase(key))),
      rows: attendees.map(({ person, role, presentMs }) =>
        [desk.person(person), positions(person), say(rolesArea, language, role), desk.minutes(presentMs)].map(text),
      ),
    },
  ];
};

const talkTimePieces = (desk: Desk, { talkTimes }: Minutes): readonly Piece[] => {
  const { state, language, phrase } = desk;
  if (talkTimes.people.length + talkTimes.organizations.length === 0) return [];
  const organization = (id: OrganizationId | null): string => {
    const found = id === null ? undefined : lookUp(state.roster.organizations, id);
    return found === undefined ? phrase('noOrganization') : organizationInShort(found, language);
  };
  const item = (id: AgendaItemId | null): string =>
    (id === null ? '' : textIn(state.agenda.items[id]?.title ?? {}, language)) || phrase('betweenItems');
  const rows = <Id>(
    by: Key,
    times: readonly TalkTime<Id>[],
    name: (id: Id) => string,
  ): readonly (readonly string[])[] =>
    times.map(({ key, ms, speeches }) => [phrase(by), name(key), desk.minutes(ms), String(speeches)]);
  return [
    heading(2, phrase('talkTimes')),
    {
      kind: 'table',
      head: (['byHead', 'name', 'spoken', 'speeches'] as const).map((key) => text(phrase(key))),
      rows: [
        ...rows('by.person', talkTimes.people, desk.person),
        ...rows('by.organization', talkTimes.organizations, organization),
        ...rows('by.item', talkTimes.items, item),
        ...rows('by.language', talkTimes.languages, (spoken) => phrase(`in.${spoken}`)),
      ].map((cells) => cells.map(text)),
    },
  ];
};

/** A note with its kind and who it belongs to in front; prose stands as it is. */
const note = ({ state, phrase, person }: Desk, block: Block): ListItem => {
  if (block.kind === 'prose') return { spans: text(block.text) };
  if (block.kind === 'photo') {
    return { spans: text([block.text, block.credit].filter((one) => one !== null && one !== '').join(' — ')) };
  }
  const who = 'person' in block ? block.person : 'owner' in block ? block.owner : null;
  const found = who === null ? undefined : lookUp(state.roster.people, who);
  const label = phrase(`note.${block.kind}`);
  const front = found === undefined ? phrase('labelled', { label }) : phrase('by', { label, name: person(who) });
  const source = block.kind === 'figure' && block.source !== null ? phrase('source', { source: block.source }) : '';
  return {
    spans: [
      { text: front, bold: true },
      { text: `${block.kind === 'quote' ? `“${block.text}”` : block.text}${source}` },
    ],
  };
};

const notes = (desk: Desk, blocks: readonly Block[]): readonly Piece[] =>
  blocks.length === 0 ? [] : [{ kind: 'list', ordered: false, items: blocks.map((block) => note(desk, block)) }];

const presenterNames = ({ state, language, person }: Desk, presenters: readonly Presenter[]): string =>
  listNames(
    presenters
      .map((one) => {
        if (one.kind === 'person') return person(one.person);
        const found = lookUp(state.roster.organizations, one.organization);
        return found === undefined ? '' : organizationInShort(found, language);
      })
      .filter((name) => name !== ''),
    language,
  );

const agendaTable = (desk: Desk, items: readonly MinutesItem[]): Piece => {
  const { state, language, phrase, minutes } = desk;
  const actual = ({ actual: taken, dropped }: MinutesItem): string => {
    if (taken === null) return phrase(dropped ? 'dropped' : 'notTaken');
    return `${clockTime(taken.from, state.brief.timeZone)} · ${minutes(taken.ms)}`;
  };
  return {
    kind: 'table',
    head: (['item', 'planned', 'actual'] as const).map((key) => text(phrase(key))),
    rows: items.map((item) =>
      [`${item.number}. ${textIn(item.title, language)}`, minutes(item.plannedMs), actual(item)].map(text),
    ),
  };
};

const itemPieces = (desk: Desk, item: MinutesItem): readonly Piece[] => {
  const asked = askedPieces(desk.state, item.asked, desk.language);
  if (item.actual === null && item.notes.length === 0 && asked.length === 0) return [];
  const { language, phrase, person, minutes, state } = desk;
  const title = heading(3, `${item.number}. ${textIn(item.title, language)}`);
  if (item.offTheRecord) return [title, paragraph(phrase('offTheRecord'))];
  const presenters = presenterNames(desk, item.presenters);
  const spoke = listNames(
    item.speakers
      .filter(({ person: id }) => lookUp(state.roster.people, id) !== undefined)
      .map(({ person: id, ms }) => phrase('speaker', { name: person(id), time: minutes(ms) })),
    language,
  );
  return [
    title,
    ...(presenters === '' ? [] : [paragraph(phrase('presenters', { names: presenters }))]),
    ...(spoke === '' ? [] : [paragraph(phrase('speakers', { names: spoke }))]),
    ...(item.notes.length === 0
      ? item.kind === 'break' || asked.length > 0
        ? []
        : [paragraph(phrase('noNotes'))]
      : notes(desk, item.notes)),
    ...asked,
  ];
};

const actionsTable = (desk: Desk, { actions, begunAt }: Minutes): Piece => {
  const { state, language, phrase } = desk;
  if (actions.length === 0) return paragraph(phrase('none'));
  const year = begunAt === null ? null : dayOf(begunAt, state.brief.timeZone).year;
  const owner = (id: PersonId | null): string => {
    const found = id === null ? undefined : lookUp(state.roster.people, id);
    return found === undefined ? phrase('open') : fullName(found.name, language);
  };
  return {
    kind: 'table',
    head: (['action', 'owner', 'due'] as const).map((key) => text(phrase(key))),
    rows: actions.map((one) =>
      [one.text, owner(one.owner), one.due === null ? phrase('open') : dueDay(one.due, language, year)].map(text),
    ),
  };
};

export const minutesDocument = (state: WorkshopState, minutes: Minutes, language: Language): Document => {
  const desk = openDesk(state, language);
  const { phrase } = desk;
  const { decisions, general, items } = minutes;
  const generalPieces = askedPieces(state, minutes.generalAsked, language);
  return {
    language,
    title: phrase('title', { title: textIn(state.brief.title, language) }),
    byline: null,
    blocks: [
      facts(desk, minutes),
      ...attendancePieces(desk, minutes),
      heading(2, phrase('decisions')),
      ...(decisions.length === 0 ? [paragraph(phrase('none'))] : notes(desk, decisions)),
      heading(2, phrase('actions')),
      actionsTable(desk, minutes),
      heading(2, phrase('agenda')),
      agendaTable(desk, items),
      ...items.flatMap((item) => itemPieces(desk, item)),
      ...talkTimePieces(desk, minutes),
      ...(general.length + generalPieces.length === 0
        ? []
        : [heading(2, phrase('general')), ...notes(desk, general), ...generalPieces]),
    ],
  };
};
