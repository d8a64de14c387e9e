// Three programs that read iCalendar and know nothing of each other: ical.js (Thunderbird's), python3-icalendar and python3-vobject. Each answers the
// instants that follow from the calendar's own VTIMEZONE.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

export interface ReadEvent {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly from: number;
  readonly until: number;
  readonly summary: string;
  readonly description: string;
  readonly attendee: string;
}

const script = fileURLToPath(new URL('./read-calendar.py', import.meta.url));

const byPython = (
  texts: readonly string[],
): Promise<readonly { readonly icalendar: ReadEvent; readonly vobject: ReadEvent }[]> =>
  new Promise((resolve, reject) => {
    // The system's own: the packages are installed for that one.
    const child = execFile('/usr/bin/python3', [script], { maxBuffer: 2 ** 25 }, (fault, stdout, stderr) => {
      if (fault) reject(new Error(stderr, { cause: fault }));
      else resolve(JSON.parse(stdout) as Awaited<ReturnType<typeof byPython>>);
    });
    child.stdin?.end(JSON.stringify(texts));
  });

const byIcalJs = (text: string): ReadEvent => {
  const calendar = ICAL.Component.fromString(text);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no event');
  const event = new ICAL.Event(vevent);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    from: event.startDate.toJSDate().getTime(),
    until: event.endDate.toJSDate().getTime(),
    summary: event.summary,
    description: event.description,
    attendee: String(vevent.getFirstPropertyValue('attendee')),
  };
};

/** What each of the three reads, calendar by calendar. */
export const readByAll = async (texts: readonly string[]): Promise<readonly Readonly<Record<string, ReadEvent>>[]> =>
  (await byPython(texts)).map((read, index) => ({ ...read, icalJs: byIcalJs(texts[index] ?? '') }));
