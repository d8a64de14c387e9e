/** The article in English: every sentence's form. Owns the words; must not know where facts come from. */
import { listNames } from '../../directory/names.ts';
import type { Verbs } from '../house-style.ts';
import type { EventFacts, Phrases } from '../phrases.ts';
import { asInfinitive, asSentence, asSubject } from './clauses.ts';
import { onDays, uncapitalized } from './days.ts';
import { capital, castText, ordinal, quote } from './names.ts';
import { ENGLISH_HEADLINES } from './headlines.ts';
import { englishSpeech } from './speech.ts';

const NAMES_ITS_KIND =
  /\b(workshop|seminar|conference|forum|meeting|symposium|dialogue|roundtable|round table|webinar|summit|session|training|course|lecture)\b/i;

/** "the first online workshop on “Promoting …”". */
const eventName = ({ title, series, ordinal: n, mode }: EventFacts): string => {
  if (series === null)
    return NAMES_ITS_KIND.test(title) ? `the ${mode} event ${quote(title)}` : `the ${mode} workshop ${quote(title)}`;
  const same = title.toLowerCase().includes(series.toLowerCase()) || series.toLowerCase().includes(title.toLowerCase());
  const numbered = `the ${ordinal(n)} ${mode} workshop`;
  return same ? `${numbered} on ${quote(series)}` : `${quote(title)}, ${numbered} of the series ${quote(series)}`;
};

const headline = ({ title, series, ordinal: n, mode }: EventFacts, begun: boolean): string => {
  const end = begun ? 'Held' : 'to Be Held';
  const kind = `${capital(mode)} Workshop`;
  const same =
    series !== null &&
    (title.toLowerCase().includes(series.toLowerCase()) || series.toLowerCase().includes(title.toLowerCase()));
  if (series !== null && same) return `${capital(ordinal(n))} ${kind} on ${quote(series)} ${end}`;
  return NAMES_ITS_KIND.test(title)
    ? `${quote(title)} ${end}${mode === 'online' ? ' Online' : ''}`
    : `${kind} ${quote(title)} ${end}`;
};

const isRange = (day: string): boolean => day.includes('–');

export const english = (verbs: Verbs, headlineLimit: number | null): Phrases => ({
  ...englishSpeech(verbs),
  ...ENGLISH_HEADLINES,
  headlines: (event, begun) => [headline(event, begun)],
  headlineLimit,
  lead: ({ day, hosts, coHosts, convener, event, begun }) => {
    const on = day === null ? '' : `${isRange(day) ? 'From' : 'On'} ${day.replace(/ ?– ?/, ' to ')}, `;
    const organizers = hosts.length === 0 ? '' : `organized by ${listNames(hosts, 'en')}`;
    const together =
      coHosts.length === 0 ? '' : `${organizers === '' ? '' : ' '}together with ${listNames(coHosts, 'en')}`;
    const name = eventName(event);
    const closing = name.startsWith('“') ? ',' : '';
    const whole =
      convener === null
        ? organizers === ''
          ? `${on}${name}${closing} ${begun ? 'was' : 'is to be'} held${together === '' ? '' : `, ${together}`}.`
          : `${on}${listNames(hosts, 'en')}${together === '' ? '' : `, ${together},`} ${begun ? 'held' : hosts.length > 1 ? 'are to hold' : 'is to hold'} ${name}.`
        : `${on}${convener} ${begun ? 'convened' : 'is to convene'} ${name}${organizers + together === '' ? '' : `, ${organizers}${together}`}.`;
    return capital(whole.replace(/,,/g, ','));
  },
  leadWithEvent: ({ day, hosts, coHosts, convener, event, begun }) => {
    const on = day === null ? '' : ` ${isRange(day) ? 'from' : 'on'} ${day.replace(/ ?– ?/, ' to ')}`;
    const by = [
      ...(convener === null ? [] : [`convened by ${convener}`]),
      ...(hosts.length === 0 ? [] : [`${convener === null ? '' : 'and '}organized by ${listNames(hosts, 'en')}`]),
      ...(coHosts.length === 0 ? [] : [`together with ${listNames(coHosts, 'en')}`]),
    ].join(' ');
    const name = eventName(event);
    const held = `${begun ? 'was' : 'is to be'} held${on}`;
    return capital(`${name}${name.startsWith('“') ? ',' : ''} ${held}${by === '' ? '' : `, ${by}`}.`);
  },
  attended: (organizations, begun) =>
    begun
      ? `Representatives of ${listNames(organizations, 'en')} attended the workshop.`
      : `Representatives of ${listNames(organizations, 'en')} are expected to attend.`,
  counted: (people, organizations, countries) => {
    const where = countries > 1 ? ` in ${countries} countries` : '';
    // No sentence begins with a numeral.
    return organizations > 1
      ? `The workshop was attended by ${people} people from ${organizations} organizations${where}.`
      : `The workshop was attended by ${people} people.`;
  },
  supported: (by) => `The workshop was supported by ${listNames(by, 'en')}.`,
  chaired: (by) => `${castText({ people: by, organizations: [] }, 'subject')} chaired the workshop.`,
  chairedOpening: (by) => `${castText({ people: by, organizations: [] }, 'subject')} chaired the opening.`,
  group: (count, members, of, named) =>
    `${count} ${members} of ${of}${named.length === 0 ? '' : `, among them ${listNames(named, 'en').replace(/, /g, ' and ')}`}`,
  purpose: (text, begun) => {
    const infinitive = asInfinitive(text);
    if (infinitive !== null) return `The workshop ${begun ? 'aimed' : 'aims'} to ${infinitive}.`;
    const question = asSubject(text);
    return question === null ? asSentence(text) : `The workshop ${begun ? 'looked' : 'is to look'} at ${question}.`;
  },
  plain: asSentence,
  opened: (cast) => `Opening remarks were given by ${castText(cast, 'object')}.`,
  closed: (cast) => `Closing remarks were given by ${castText(cast, 'object')}.`,
  presented: (cast, topic, title) => {
    const several = cast.people.length + cast.organizations.length > 1;
    const what = several
      ? 'gave presentations'
      : cast.people.length === 1
        ? 'gave a presentation'
        : 'gave a presentation';
    return `${capital(castText(cast, 'subject'))} ${what} ${topic === null ? `under the heading ${quote(title)}` : `on ${topic}`}.`;
  },
  gaveOpinions: (cast, topic) => {
    const shared =
      cast.people.length === 1 && cast.organizations.length === 0 ? 'gave an opinion' : 'gave their opinions';
    return `${capital(castText(cast, 'subject'))} ${shared}${topic === null ? '' : ` on ${topic}`}.`;
  },
  discussed: (cast, topic, title, nth) => {
    if (cast.people.length + cast.organizations.length > 0) {
      const what = topic === null ? `under the heading ${quote(title)}` : `on ${topic}`;
      return `${capital(castText(cast, 'subject'))} took part in the discussion ${what}.`;
    }
    const again = nth === 0 ? '' : nth % 2 === 1 ? 'also ' : 'further ';
    return topic === null
      ? `Participants ${again}held a discussion under the heading ${quote(title)}.`
      : nth % 2 === 1
        ? `The discussion also turned to ${topic}.`
        : `Participants ${again}discussed ${topic}.`;
  },
  onDays: (days, length, sentence) => `${onDays(days, length)}, ${uncapitalized(sentence)}`,
  credit: (text) => `Photo by ${text.replace(/^(photos?|pictures?|image)( credit)?\s*(by|:|from)\s*:?\s*/i, '')}`,
  person: (name, positions) =>
    positions.length === 0
      ? { text: name, titled: false }
      : { text: `${name}, ${listPositions(positions)}`, titled: true },
});

/** "Chairman of A and Director of B, C": three and more are parted by semicolons when they hold commas. */
const listPositions = (positions: readonly string[]): string =>
  positions.length === 2 ? positions.join(' and ') : listNames(positions, 'en');
