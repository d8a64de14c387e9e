/** Statements and quotes: one paragraph a person, in the order in which they first stand on the board. */
import type { PersonId } from '../kernel/ids.ts';
import type { ArticlePart, Sentence } from './article.ts';
import { block, fact, person } from './sources.ts';
import { blocksOf, paragraph, spellingsOf, type Writing } from './writing.ts';

const isOutsider = (writing: Writing, id: PersonId): boolean => {
  const { hosts, coHosts, convener } = writing.state.brief;
  const own = new Set<string>([...hosts, ...coHosts, ...(convener === undefined ? [] : [convener])]);
  const positions = writing.state.roster.people[id]?.positions ?? [];
  return !positions.some((one) => one.organization !== undefined && own.has(one.organization));
};

export const statements = (writing: Writing): ArticlePart[] => {
  const spoken = blocksOf(writing, 'statement', 'quote');
  const people = [...new Set(spoken.flatMap((one) => one.person ?? []))];
  let said = 0;
  let quoted = 0;
  const parts = people.flatMap((id) =>
    paragraph(
      'statements',
      spoken
        .filter((one) => one.person === id)
        .flatMap((one): Sentence[] => {
          const who = writing.mentions.person(id);
          if (who === null) return [];
          const text =
            one.kind === 'quote'
              ? writing.phrases.quoted(who, one.text, quoted++)
              : writing.phrases.said(who, one.text, said++, spellingsOf(writing, id));
          return [{ text, sources: [block(one), person(id)] }];
        }),
    ),
  );
  if (people.length === 0) writing.missing.push({ code: 'noStatement', where: { place: 'board' } });
  if (!spoken.some((one) => one.kind === 'quote' && one.person !== null && isOutsider(writing, one.person))) {
    writing.missing.push({ code: 'noExternalQuote', where: { place: 'board', source: fact('brief', 'hosts') } });
  }
  return parts;
};
