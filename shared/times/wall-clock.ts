/** What calendar and clock on the wall of a zone show at an instant. Owns reading them out of Intl; must not know languages. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0: Sunday. */
  readonly weekday: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

const readers = new Map<string, Intl.DateTimeFormat>();

const readerOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = readers.get(timeZone);
  if (known) return known;
  const reader = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  readers.set(timeZone, reader);
  return reader;
};

const MINUTE_MS = 60_000;

/** `at` in ms since 1970. */
export const wallClock = (at: number, timeZone: string): WallClock => {
  const parts = readerOf(timeZone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const [year, month, day, hour, minute] = [of('year'), of('month'), of('day'), of('hour'), of('minute')];
  const shown = Date.UTC(year, month - 1, day, hour, minute, of('second'));
  return {
    year,
    month,
    day,
    hour,
    minute,
    weekday: new Date(shown).getUTCDay(),
    offset: Math.round((shown - Math.floor(at / 1000) * 1000) / MINUTE_MS),
  };
};

/** Whole days since 1970 of a wall's calendar: two of them tell how far days lie apart. */
export const dayNumber = ({ year, month, day }: WallClock): number => Date.UTC(year, month - 1, day) / 86_400_000;
