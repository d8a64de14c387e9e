/** What people said, agreed and will do, in English: woven with "that" where it is safe, after a colon where it is not. */
import type { Verbs } from '../house-style.ts';
import type { Named, Phrases } from '../phrases.ts';
import { asClause, asInfinitive, asSentence, withoutSpeaker } from './clauses.ts';
import { quote, subject } from './names.ts';
import { withArticle } from '../../directory/organizations.ts';

const turn = (verbs: readonly string[], nth: number): string => verbs[nth % verbs.length] ?? 'said';

const GRAND = 'put it this way';

const attributed = (who: Named, given: string, verb: string, record: string, names: readonly string[]): string => {
  const text = withoutSpeaker(given, names);
  const clause = asClause(text, names);
  return clause === null ? `${subject(who)} ${record}: ${asSentence(text)}` : `${subject(who)} ${verb} that ${clause}.`;
};

type Speech = Pick<
  Phrases,
  'figure' | 'noted' | 'said' | 'quoted' | 'asked' | 'agreed' | 'suggested' | 'decided' | 'acted' | 'nextStep'
>;

export const englishSpeech = (verbs: Verbs): Speech => ({
  figure: (text, source) => {
    if (source === null) return asSentence(text);
    const clause = asClause(text);
    const according = withArticle(source);
    return clause === null || source.includes(',')
      ? `${asSentence(text).replace(/\.$/, '')} (source: ${source}).`
      : `According to ${according}, ${clause}.`;
  },
  noted: (who, text, nth, names) => {
    if (who !== null) return attributed(who, text, turn(verbs.noted, nth), 'made the following point', names);
    const clause = asClause(text, names);
    return clause === null
      ? `The following point was noted: ${asSentence(text)}`
      : `${nth % 2 === 0 ? 'It was noted' : 'It was also noted'} that ${clause}.`;
  },
  said: (who, text, nth, names) =>
    attributed(who, text, turn(verbs.said, nth), 'made a statement, recorded in the notes as follows', names),
  quoted: (who, text, nth) => {
    const exact = text.trim().replace(/^["“](.*)["”]$/s, '$1');
    const stop = /[.!?…]$/.test(exact) ? '' : '.';
    const turned = turn(verbs.quoted, nth);
    // What begins small is a piece of a sentence, which only a plain verb can carry on.
    const piece = /^\p{Ll}/u.test(exact);
    const plain = verbs.quoted.filter((verb) => verb !== GRAND);
    const verb = piece && turned === GRAND ? turn(plain, nth) : turned;
    if (piece && asClause(exact) !== null) return `${subject(who)} ${verb} that ${quote(exact + stop)}`;
    return `${subject(who)} ${verb}${verb === GRAND ? ':' : who.titled ? '' : ','} ${quote(exact + stop)}`.replace(
      /,, /,
      ', ',
    );
  },
  asked: (text, { by, written }, nth) => {
    const asked = `Participants ${nth === 0 ? '' : 'also '}asked: ${quote(text.trim())}`;
    if (written !== null) return `${asked} The answer given in writing: ${asSentence(written)}`;
    return by === null ? asked : `${asked} ${subject(by)} answered the question.`;
  },
  agreed: (text, nth) => {
    const clause = asClause(text);
    if (clause === null)
      return `Participants ${nth === 0 ? '' : 'also '}reached the following consensus: ${asSentence(text)}`;
    return `${nth === 0 ? 'Participants agreed' : nth === 1 ? 'They also agreed' : 'Participants further agreed'} that ${clause}.`;
  },
  suggested: (who, text, nth, names) => {
    if (who !== null) return attributed(who, text, 'suggested', 'made the following suggestion', names);
    const clause = asClause(text, names);
    return clause === null
      ? `The following suggestion was made: ${asSentence(text)}`
      : `It was ${nth === 0 ? '' : 'also '}suggested that ${clause}.`;
  },
  decided: (text, nth) => {
    const also = nth === 0 ? '' : 'also ';
    const infinitive = asInfinitive(text);
    if (infinitive !== null) return `It was ${also}decided to ${infinitive}.`;
    const clause = asClause(text);
    return clause === null
      ? `The following decision was ${also}taken: ${asSentence(text)}`
      : `It was ${also}decided that ${clause}.`;
  },
  acted: (text, owner, due) => {
    const by = due === null ? '' : `, due by ${due}`;
    const to = owner === null ? 'recorded' : `assigned to ${owner.text}`;
    return `The following action was ${to}${by}: ${asSentence(text)}`;
  },
  nextStep: (text, nth, names) => {
    const infinitive = asInfinitive(text);
    if (infinitive !== null) return `${nth === 0 ? 'The next step is' : 'A further step is'} to ${infinitive}.`;
    const clause = asClause(text, names);
    if (clause === null)
      return `${nth === 0 ? 'As a next step, the following was recorded' : 'A further step was recorded'}: ${asSentence(text)}`;
    return `${nth === 0 ? 'Looking ahead' : turn(['In addition', 'Furthermore', 'Moreover'], nth - 1)}, ${clause}.`;
  },
});
