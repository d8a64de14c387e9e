/**
 * One event as iCalendar (RFC 5545, RFC 5546). Owns the properties and their order; what it is about is the caller's. The same UID with a higher
 * SEQUENCE moves the event in every calendar that has it.
 */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { folded, parameter, text } from './content-line.ts';
import { basicTime, zoneDefinition } from './zone-definition.ts';

interface Somebody {
  readonly name: string;
  readonly mail: string;
}

export interface CalendarEvent {
  /** Never changes, whatever else does. */
  readonly uid: string;
  readonly sequence: number;
  /** When this version was written. */
  readonly stamp: Instant;
  readonly from: Instant;
  readonly until: Instant;
  readonly timeZone: string;
  readonly language: Language;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly organizer: Somebody;
  /** Whom it invites; null: published for anybody. */
  readonly attendee: Somebody | null;
}

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

const utc = (at: Instant): string =>
  `${basicTime(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime())}Z`;

/** The clock's reading in the zone; null in the hour that comes twice, which calendars read in two ways. */
const readingIn = (at: Instant, timeZone: string): string | null => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(timeZone, { disambiguation }),
  );
  return earlier && later && earlier.equals(later) ? basicTime(local) : null;
};

const mailAddress = (mail: string): string => `mailto:${mail.replaceAll(/[\s<>"]/g, '')}`;

export const calendarText = (event: CalendarEvent, method: CalendarMethod): string => {
  const { from, until, timeZone, language, organizer, attendee } = event;
  const isInZone = timeZone !== 'UTC' && [from, until].every((at) => readingIn(at, timeZone) !== null);
  const when = (name: string, at: Instant): string =>
    isInZone ? `${name};TZID=${timeZone}:${readingIn(at, timeZone)}` : `${name}:${utc(at)}`;
  const inLanguage = language === 'en' ? 'en' : 'zh-Hans';
  const lines = [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    when('DTSTART', from),
    when('DTEND', until),
    `SUMMARY;LANGUAGE=${inLanguage}:${text(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${inLanguage}:${text(event.description)}`,
    `LOCATION:${text(event.url)}`,
    `URL:${event.url}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    `ORGANIZER;CN=${parameter(organizer.name)}:${mailAddress(organizer.mail)}`,
    ...(attendee === null
      ? []
      : [
          // Answers are given on the page behind the link: nobody reads what calendars would send back.
          `ATTENDEE;CN=${parameter(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailAddress(attendee.mail)}`,
        ]),
    'END:VEVENT',
  ];
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Plenary//Plenary//EN', `METHOD:${method}`];
  return [
    ...head.map(folded),
    isInZone ? zoneDefinition(from, until, timeZone) : '',
    ...lines.map(folded),
    folded('END:VCALENDAR'),
  ].join('');
};
