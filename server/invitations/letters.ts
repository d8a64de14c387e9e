/** Writes the letters of an invitation: news with a calendar entry, reminders without. Owns their keys, by which a letter is stored once. */
import { calendarText, type CalendarMethod } from '../../shared/calendar/calendar-event.ts';
import { eventDay } from '../../shared/directory/dates.ts';
import { fullName } from '../../shared/directory/names.ts';
import type { Instant } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { lookUp } from '../../shared/kernel/records.ts';
import { occasionOf, type Occasion } from '../../shared/invitation/occasion.ts';
import {
  agendaWords,
  calendarWords,
  hostWords,
  partWords,
  whenWords,
  type Reader,
} from '../../shared/invitation/words.ts';
import { say } from '../../shared/languages/area.ts';
import { rolesArea } from '../../shared/languages/areas/roles.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock } from '../ports.ts';
import type { Invitation, ReminderKind, ToldCalendar } from '../ports/invitations.ts';
import type { Outbox, OutboxRecord } from '../ports/mail.ts';
import type { SecretOf } from './secrets.ts';

export type News = 'invitation' | 'invitationMoved' | 'invitationCancelled';

export interface Letters {
  /** `nth` tells a letter that is sent once more from the first. */
  news(kind: News, to: Invitation, state: WorkshopState, calendar: ToldCalendar, nth?: string): OutboxRecord;
  reminder(kind: 'week' | 'day' | 'hour', to: Invitation, state: WorkshopState, occasion: number): OutboxRecord;
  /** After the end: `lines` are what it tells, `url` where its button leads; without it to the workshop. */
  afterwards(
    kind: 'actions' | 'article',
    to: Invitation,
    state: WorkshopState,
    tells: { readonly lines: readonly string[]; readonly url?: string; readonly occasion: number },
  ): OutboxRecord;
  /** The entry for the reader's calendar, as the letters carry it. */
  entry(to: Invitation, state: WorkshopState, calendar: ToldCalendar, method: CalendarMethod): string;
  nameOf(to: Invitation, state: WorkshopState, language: Language): string;
  doorOf(to: Invitation): string;
}

const REMINDERS = { week: 'reminderWeek', day: 'reminderDay', hour: 'reminderHour' } as const satisfies Partial<
  Record<ReminderKind, string>
>;
const AFTERWARDS = { actions: 'afterActions', article: 'afterArticle' } as const;

const blocks = (...pieces: readonly (readonly string[])[]): string =>
  pieces
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((piece) => piece !== '')
    .join('\n\n');

export const createLetters = (ports: {
  readonly outbox: Pick<Outbox, 'compose'>;
  readonly secretOf: SecretOf;
  /** The origin of our pages. */
  readonly base: () => string;
  /** The address letters come from; null: none go out. */
  readonly from: string | null;
  readonly clock: Clock;
}): Letters => {
  const { outbox, secretOf, base, clock } = ports;

  const pageOf = (to: Invitation): string => `${base()}/invitation/${to.workshop}#k=${secretOf(to)}`;
  const doorOf = (to: Invitation): string => `${base()}/w/${to.workshop}#k=${secretOf(to)}`;
  const readerOf = ({ language, timeZone }: Invitation): Reader => ({ language, timeZone });
  const sender = (): string =>
    /<([^<>\s]+@[^<>\s]+)>/.exec(ports.from ?? '')?.[1] ?? ports.from ?? `no-reply@${new URL(base()).hostname}`;

  const nameOf: Letters['nameOf'] = (to, state, language) => {
    const person = to.person === null ? undefined : lookUp(state.roster.people, to.person);
    return person === undefined ? to.name : fullName(person.name, language);
  };

  const occasionFor = (to: Invitation, state: WorkshopState): Occasion => {
    const occasion = occasionOf(state, to.language, to.person);
    if (occasion === null) throw new Error(`workshop ${to.workshop} has lost its beginning`);
    return occasion;
  };

  const entry: Letters['entry'] = (to, state, calendar, method) => {
    const reader = readerOf(to);
    const door = doorOf(to);
    // The reader's language first; the other one beneath it where the workshop has a title in it.
    const languages = [to.language, ...LANGUAGES.filter((one) => one !== to.language && state.brief.title[one])];
    const description = languages
      .map((language) => {
        const occasion = occasionOf(state, language, to.person);
        return occasion === null ? '' : `${occasion.title}\n${calendarWords(occasion, { ...reader, language }, door)}`;
      })
      .join('\n\n— — —\n\n');
    return calendarText(
      {
        uid: `${to.workshop}@plenary`,
        sequence: calendar.sequence,
        stamp: clock.now(),
        from: calendar.startsAt,
        until: calendar.endsAt,
        timeZone: calendar.timeZone,
        language: to.language,
        summary: occasionFor(to, state).title,
        description,
        url: door,
        organizer: { name: hostWords(occasionFor(to, state), to.language) || 'Plenary', mail: sender() },
        attendee: { name: nameOf(to, state, to.language), mail: to.mail },
      },
      method,
    );
  };

  const valuesFor = (to: Invitation, state: WorkshopState, url: string, details: string) => {
    const { title, span, timeZone } = occasionFor(to, state);
    return {
      url,
      name: nameOf(to, state, to.language),
      workshop: title,
      role: say(rolesArea, to.language, to.role),
      day: eventDay(span.from, span.from, timeZone, to.language),
      details,
    };
  };

  const details = (to: Invitation, state: WorkshopState, withAgenda: boolean): string => {
    const occasion = occasionFor(to, state);
    const reader = readerOf(to);
    return blocks(
      whenWords(occasion, reader),
      partWords(occasion, reader),
      [hostWords(occasion, to.language)],
      withAgenda ? agendaWords(occasion, reader) : [],
    );
  };

  return {
    news(kind, to, state, calendar, nth = '') {
      const isCancelled = kind === 'invitationCancelled';
      return outbox.compose({
        key: `${kind} ${to.id} ${calendar.sequence} ${nth}`.trim(),
        to: to.mail,
        template: kind,
        values: valuesFor(to, state, isCancelled ? `${base()}/` : pageOf(to), details(to, state, !isCancelled)),
        language: to.language,
        calendar: {
          method: isCancelled ? 'CANCEL' : 'REQUEST',
          ics: entry(to, state, calendar, isCancelled ? 'CANCEL' : 'REQUEST'),
        },
        mayRepeat: true,
      });
    },
    reminder(kind, to, state, occasion) {
      const { span } = occasionFor(to, state);
      return outbox.compose({
        key: `reminder ${kind} ${to.id} ${occasion}`,
        to: to.mail,
        template: REMINDERS[kind],
        values: valuesFor(to, state, kind === 'hour' ? doorOf(to) : pageOf(to), details(to, state, kind !== 'hour')),
        language: to.language,
        worthlessAfter: span.until,
        mayRepeat: true,
      });
    },
    afterwards(kind, to, state, { lines, url = doorOf(to), occasion }) {
      return outbox.compose({
        key: `reminder ${kind} ${to.id} ${occasion}`,
        to: to.mail,
        template: AFTERWARDS[kind],
        values: valuesFor(to, state, url, blocks(lines)),
        language: to.language,
        mayRepeat: true,
      });
    },
    entry,
    nameOf,
    doorOf,
  };
};

/** What the calendars of those invited have to be told: null while they are right. */
export const news = (
  told: ToldCalendar,
  span: { readonly from: Instant; readonly until: Instant },
  { timeZone, title }: WorkshopState['brief'],
): ToldCalendar | null => {
  const isSame =
    told.startsAt === span.from &&
    told.endsAt === span.until &&
    told.timeZone === timeZone &&
    LANGUAGES.every((language) => told.title[language] === title[language]);
  if (isSame) return null;
  const isFar = Math.abs(told.startsAt - span.from) > DAY_MS;
  return {
    ...told,
    sequence: told.sequence + 1,
    occasion: isFar ? told.occasion + 1 : told.occasion,
    startsAt: span.from,
    endsAt: span.until,
    timeZone,
    title,
  };
};

const DAY_MS = 86_400_000;
