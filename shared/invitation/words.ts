/** An occasion in words, line by line, in the event's zone and the reader's. Owns the forms; letters, calendars and pages are made of them. */
import { dayShift, hoursIn, inZones } from '../calendar/in-zones.ts';
import type { Language } from '../kernel/language.ts';
import { say } from '../languages/area.ts';
import { invitationArea } from '../languages/areas/invitation.ts';
import type { Occasion, OccasionItem } from './occasion.ts';

export interface Reader {
  readonly language: Language;
  /** Null: nobody knows where. */
  readonly timeZone: string | null;
}

const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

/** "Friday, …" and, where the clocks differ, the same where the reader is. */
export const whenWords = ({ span, timeZone }: Occasion, reader: Reader): readonly string[] => {
  const { language } = reader;
  const { event, reader: there } = inZones(span, timeZone, reader.timeZone, language);
  if (there !== null)
    return [
      say(invitationArea, language, 'when', { when: event }),
      say(invitationArea, language, 'whenThere', { when: there }),
    ];
  const rest = say(invitationArea, language, reader.timeZone === null ? 'whenUnknown' : 'whenSame');
  return [say(invitationArea, language, 'when', { when: event }), rest];
};

export const hostWords = ({ hosts }: Occasion, language: Language): string =>
  hosts.length === 0 ? '' : say(invitationArea, language, 'hosts', { hosts: listed(hosts, language) });

/**
 * The hours of an item: in the event's zone, and where the reader is if that reads otherwise. The reader's day is named where it is not the one
 * already known.
 */
const itemHours = (item: OccasionItem, occasion: Occasion, reader: Reader, knownShift: number): string => {
  const { span } = item;
  if (span === null) return '';
  const { timeZone } = occasion;
  const event = hoursIn(span, timeZone, timeZone, reader.language);
  const isSame = reader.timeZone === null || inZones(span, timeZone, reader.timeZone, reader.language).reader === null;
  if (reader.timeZone === null || isSame) return event;
  const there = hoursIn(span, timeZone, reader.timeZone, reader.language, knownShift);
  return say(invitationArea, reader.language, 'bothHours', { event, there });
};

/** The own items with their own hours; none for who gives none. */
export const partWords = (occasion: Occasion, reader: Reader): readonly string[] =>
  occasion.items
    .filter(({ isTheirs }) => isTheirs)
    .map((item) =>
      say(invitationArea, reader.language, item.span === null ? 'part' : 'partAt', {
        title: item.title,
        hours: itemHours(item, occasion, reader, 0),
      }),
    );

export interface AgendaLine {
  readonly hours: string;
  readonly title: string;
  readonly by: string;
  readonly isTheirs: boolean;
}

/** On which day the reader's clock stands when it begins has been said above. */
export const agendaLines = (occasion: Occasion, reader: Reader): readonly AgendaLine[] => {
  const { span, timeZone, items } = occasion;
  const knownShift = reader.timeZone === null ? 0 : dayShift(span.from, timeZone, reader.timeZone);
  return items.map((item) => ({
    hours: itemHours(item, occasion, reader, knownShift),
    title: item.title,
    by: listed(item.presenters, reader.language),
    isTheirs: item.isTheirs,
  }));
};

export const agendaWords = (occasion: Occasion, reader: Reader): readonly string[] => {
  const lines = agendaLines(occasion, reader);
  if (lines.length === 0) return [];
  return [
    say(invitationArea, reader.language, 'agenda'),
    ...lines.map(({ hours, title, by }) =>
      say(invitationArea, reader.language, by === '' ? 'agendaLine' : 'agendaLineBy', { hours, title, by }).trim(),
    ),
  ];
};

/** All of it, as a calendar shows it beside the event. */
export const calendarWords = (occasion: Occasion, reader: Reader, url: string): string =>
  [
    [hostWords(occasion, reader.language)],
    whenWords(occasion, reader),
    partWords(occasion, reader),
    agendaWords(occasion, reader),
    [say(invitationArea, reader.language, 'enterBy', { url })],
  ]
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((piece) => piece !== '')
    .join('\n\n');
