/** What came of it: consensus and suggestions, decisions and actions, next steps, and what the hosts say of themselves. */
import { dayOf, dueDay } from '../directory/dates.ts';
import type { ArticlePart, MissingFact, Sentence } from './article.ts';
import { block, fact, person } from './sources.ts';
import { blocksOf, paragraph, speakerOf, spellingsOf, textOf, type Writing } from './writing.ts';

const yearOf = ({ state }: Writing): number | null => {
  const at = state.session.phase === 'scheduled' ? state.brief.startsAt : state.session.begunAt;
  return at === undefined ? null : dayOf(at, state.brief.timeZone).year;
};

export const consensus = (writing: Writing): ArticlePart[] => {
  const agreed = blocksOf(writing, 'consensus').map((one, nth): Sentence => ({
    text: writing.phrases.agreed(one.text, nth),
    sources: [block(one)],
  }));
  if (!writing.blocks.some((one) => one.kind === 'consensus'))
    writing.missing.push({ code: 'noConsensus', where: { place: 'board' } });
  const suggested = blocksOf(writing, 'suggestion').map((one, nth): Sentence => ({
    text: writing.phrases.suggested(speakerOf(writing, one.person), one.text, nth, spellingsOf(writing, one.person)),
    sources: [block(one), ...(one.person === null ? [] : [person(one.person)])],
  }));
  return paragraph('consensus', [...agreed, ...suggested]);
};

export const outcome = (writing: Writing): ArticlePart[] => {
  const decided = blocksOf(writing, 'decision').map((one, nth): Sentence => ({
    text: writing.phrases.decided(one.text, nth),
    sources: [block(one)],
  }));
  const acted = blocksOf(writing, 'action').map((one): Sentence => {
    const miss = (code: MissingFact['code']): void => {
      writing.missing.push({ code, where: { place: 'board', source: block(one) }, about: one.text });
    };
    if (one.owner === null) miss('actionWithoutOwner');
    if (one.due === null) miss('actionWithoutDue');
    const due = one.due === null ? null : dueDay(one.due, writing.language, yearOf(writing), writing.style.dates);
    return {
      text: writing.phrases.acted(one.text, speakerOf(writing, one.owner), due),
      sources: [block(one), ...(one.owner === null ? [] : [person(one.owner)])],
    };
  });
  return paragraph('outcome', [...decided, ...acted]);
};

export const outlook = (writing: Writing): ArticlePart[] => {
  const names = writing.mentions.properNames();
  const steps = blocksOf(writing, 'nextStep').map((one, nth): Sentence => ({
    text: writing.phrases.nextStep(one.text, nth, names),
    sources: [block(one)],
  }));
  if (steps.length === 0) writing.missing.push({ code: 'noNextStep', where: { place: 'board' } });
  return paragraph('outlook', steps);
};

export const about = (writing: Writing): ArticlePart[] => {
  const source = fact('brief', 'about');
  const text = textOf(writing, writing.state.brief.about, source, 'brief');
  return text === null ? [] : paragraph('about', [{ text: writing.phrases.plain(text), sources: [source] }]);
};
