/**
 * Decides whether a note may be woven into an English sentence ("… said that …") without changing what it says, and prepares it.
 * When in doubt the answer is no and the caller uses a form with a colon, which is always safe. Owns no phrases.
 */
const FINITE = new Set(
  "is are was were has have had will would can could should must may might shall cannot isn't aren't won't can't don't doesn't remains become becomes depends requires brings keeps grows allows accounted contributed happens happened reached exceeded".split(
    ' ',
  ),
);
const BEFORE_TO = new Set(
  'aims plans wants intends hopes expects needs tends seeks continues aim plan want intend hope expect need seek'.split(
    ' ',
  ),
);
/** A finite verb right after one of these belongs to a side clause. */
const RELATIVE = new Set(['which', 'that', 'who', 'whom', 'where', 'what', 'how', 'when', 'if', 'because']);
/** "frameworks need the balance": after a plural, and before what is needed, these are verbs of a whole clause. */
const PLURAL_VERBS = new Set('need require lack want'.split(' '));
const BEFORE_NOUN = new Set(
  'a an the their its this these those both all some many no more better less clear new stronger'.split(' '),
);
/** A note that begins with a bare verb is an instruction, not a clause. */
const BARE = new Set(
  'add adopt agree apply ask assess avoid bring build call check clarify collect compare complete conduct consider continue convene create define deliver design develop discuss draft encourage engage ensure establish expand explore extend find finish focus follow form gather get give go help hold identify improve include increase inform integrate introduce invite join keep launch learn let list look make map measure meet monitor offer open organise organize plan prepare present promote propose provide publish put raise reach reduce report review run scale see send set share start stop strengthen study submit support take test think track train translate try update use work write'.split(
    ' ',
  ),
);
const LOWERABLE = new Set(
  'the a an in on at with for from by as it this these those there their they its if when while now more most many some all both each such other after before during although because since through under between among only even not no one two three most much every any several people everyone nobody local national'.split(
    ' ',
  ),
);
const ARTICLES = new Set(
  'the a an in on at with for from by as after before during since through under between among'.split(' '),
);

const FIRST_PERSON = /\b(I|[Ww]e|[Oo]ur|[Oo]urs|us|[Mm]y|me|mine|I['’]\w+|[Ww]e['’]\w+|[Yy]ou|[Yy]our)\b/;

const words = (text: string): readonly string[] => text.split(/\s+/);
const bare = (word: string | undefined): string => (word ?? '').replace(/^[("“]+|[,.;:!?)"”]+$/g, '');

const isPluralClause = (all: readonly string[], at: number): boolean => {
  const [before = '', word = '', next = ''] = all.slice(at - 1, at + 2);
  return (
    PLURAL_VERBS.has(word) &&
    /[^sui]s$/.test(before) &&
    BEFORE_NOUN.has(next) &&
    // "the support which cities need the most" has no verb of its own.
    all[at + 2] !== 'most' &&
    !all.slice(0, at).some((one) => RELATIVE.has(one))
  );
};

const isClause = (text: string): boolean => {
  const all = words(text).map((word) => bare(word).toLowerCase());
  if (BARE.has(all[0] ?? '') || all[0] === 'to') return false;
  return all.some((word, at) => {
    if (at === 0) return false;
    const finite = FINITE.has(word) || (BEFORE_TO.has(word) && all[at + 1] === 'to');
    return (finite || isPluralClause(all, at)) && !RELATIVE.has(all[at - 1] ?? '');
  });
};

/** The text with a small first letter, or null when its capital may belong to a name. */
const lowered = (text: string, names: readonly string[]): string | null => {
  const [first = '', second = ''] = words(text);
  if (!/^\p{Lu}/u.test(first)) return text;
  if (
    names.some(
      (name) =>
        name !== '' &&
        (text === name ||
          text.startsWith(`${name} `) ||
          text.startsWith(`${name},`) ||
          text.startsWith(`${name}'`) ||
          text.startsWith(`${name}’`)),
    )
  )
    return text;
  if (/\p{Lu}.*\p{Lu}/u.test(bare(first))) return text;
  const word = bare(first).toLowerCase();
  if (!LOWERABLE.has(word) || (/^\p{Lu}/u.test(second) && !ARTICLES.has(word))) return null;
  return text.charAt(0).toLowerCase() + text.slice(1);
};

const withoutStop = (text: string): string => text.replace(/[\s.;,。；]+$/u, '');

/** Text that already stands in quotation marks, asks, exclaims or holds several sentences is not woven. */
const isPlain = (text: string): boolean =>
  !/[?!？！\n]/.test(text) &&
  !/^["“'‘「]/.test(text) &&
  !/[.。]\s+\S/.test(text.replace(/\b(Mr|Ms|Mrs|Dr|Prof|vs|No|e\.g|i\.e|etc|approx)\./g, '$1'));

/** Ready to follow "that", or null. */
export const asClause = (given: string, names: readonly string[] = []): string | null => {
  const text = withoutStop(given.trim().replace(/^that\s+/i, ''));
  if (text === '' || !isPlain(text) || FIRST_PERSON.test(text) || !isClause(text)) return null;
  return lowered(text, names);
};

/** "to set up a group" → "set up a group", ready to follow "to"; or null. */
export const asInfinitive = (given: string): string | null => {
  const text = withoutStop(given.trim());
  return /^to\s+\p{Ll}/iu.test(text) && isPlain(text) && !FIRST_PERSON.test(text) ? text.replace(/^to\s+/i, '') : null;
};

/** "How landing sites can lose less fish" → ready to follow "looked at"; null for anything but an indirect question. */
export const asSubject = (given: string): string | null => {
  const text = withoutStop(given.trim());
  const indirect =
    /^(how|what|which|whether|why|where|when|who)\s+(?!(can|could|should|do|does|did|is|are|was|were|will|would|may|might|must|has|have)\b)/i;
  return indirect.test(text) && isPlain(text) ? text.charAt(0).toLowerCase() + text.slice(1) : null;
};

/** A sentence of its own: capital first, one full stop last, otherwise as given. */
export const asSentence = (given: string): string => {
  const text = given.trim();
  const capital = /^[a-z]+[A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…。！？]["”’)]?$/u.test(capital) ? capital : `${capital.replace(/[;,:]+$/, '')}.`;
};

/** Takes off "Mr. Wang said that …" at the start of one sentence. */
const withoutOpening = (given: string, names: readonly string[]): string => {
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (name === '' || !given.toLowerCase().startsWith(name.toLowerCase())) continue;
    const rest = given.slice(name.length);
    const said =
      /^\s*(?::\s*|,?\s*(?:said|says|pointed out|noted|notes|stated|states|mentioned|explained|thinks|thought|believes)(?:\s+that\s+|[:,]\s*|\s+))/i.exec(
        rest,
      );
    if (said !== null) return rest.slice(said[0].length).trim();
  }
  return given;
};

/** A sentence's end followed by a gap; the point of "Mr." ends none. */
const BETWEEN_SENTENCES = /(?<!\b(?:Mr|Ms|Mrs|Dr|Prof)\.)(?<=[.!?])(?=\s)/;

/** Takes the speaker off every sentence of a note that names its own speaker, so that nobody is named twice. */
export const withoutSpeaker = (given: string, names: readonly string[]): string =>
  given
    .split(BETWEEN_SENTENCES)
    .map((sentence, at) => {
      const said = sentence.trimStart();
      const rest = withoutOpening(said, names);
      if (at === 0) return rest;
      return rest === said ? sentence : ` ${asSentence(rest)}`;
    })
    .join('');
