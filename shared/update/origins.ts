/** Where each source of an article stands, as data that a page can put into words. Owns reading the ids that sources.ts makes. */
import { fullName } from '../directory/names.ts';
import { textIn } from '../kernel/language.ts';
import type { BlockKind } from '../notes/blocks.ts';
import { listedQuestions } from '../workshop/questions/selectors.ts';
import type { Article, SourceId } from './article.ts';
import type { Material } from './compose.ts';

export type Origin =
  | { readonly place: 'board'; readonly item: number | null; readonly kind: BlockKind | 'prose'; readonly text: string }
  | { readonly place: 'brief'; readonly field: string }
  | { readonly place: 'roster'; readonly text: string }
  | { readonly place: 'agenda'; readonly item: number; readonly text: string }
  | { readonly place: 'question'; readonly text: string }
  | { readonly place: 'log'; readonly seq: number };

export const sourcesOf = (article: Article): readonly SourceId[] => {
  const inParts = article.parts.flatMap((part) =>
    part.kind === 'paragraph'
      ? part.sentences.flatMap((sentence) => sentence.sources)
      : [...(part.caption?.sources ?? []), ...(part.credit?.sources ?? [])],
  );
  const listed = [
    ...article.missing.flatMap((one) => one.where.source ?? []),
    ...article.leftOut.map((one) => one.source),
  ];
  return [...new Set([...article.headline.sources, ...inParts, ...listed])];
};

/** Null when the id points at nothing, which no article of compose does. */
const originOf = (source: SourceId, { state, entries, board, language }: Material): Origin | null => {
  const colon = source.indexOf(':');
  const [kind, rest] = [source.slice(0, colon), source.slice(colon + 1)];
  const [slice, second = '', third = ''] = rest.split('/');
  const person = (id: string): Origin | null => {
    const found = Object.values(state.roster.people).find((one) => one.id === id);
    return found === undefined ? null : { place: 'roster', text: fullName(found.name, language) };
  };
  if (kind === 'person') return person(rest);
  if (kind === 'log')
    return entries.some((entry) => entry.seq === Number(rest)) ? { place: 'log', seq: Number(rest) } : null;
  if (kind === 'block') {
    const found = board.blocks.find((one) => one.id === rest);
    if (found === undefined) return null;
    const at = found.item === null ? -1 : state.agenda.order.indexOf(found.item);
    return { place: 'board', item: at < 0 ? null : at + 1, kind: found.kind, text: found.text };
  }
  if (slice === 'brief') return { place: 'brief', field: second };
  if (slice === 'agenda') {
    const item = Object.values(state.agenda.items).find((one) => one.id === second);
    return item === undefined
      ? null
      : { place: 'agenda', item: state.agenda.order.indexOf(item.id) + 1, text: textIn(item.title, language) };
  }
  if (slice === 'questions') {
    const found = listedQuestions(state.questions).find((one) => one.id === second);
    return found === undefined ? null : { place: 'question', text: found.wording };
  }
  if (slice !== 'roster') return null;
  if (second === 'attending') return { place: 'roster', text: '' };
  const organization = Object.values(state.roster.organizations).find((one) => one.id === third);
  if (organization !== undefined) return { place: 'roster', text: textIn(organization.name, language) };
  const group = Object.values(state.roster.groups).find((one) => one.id === third);
  return group === undefined ? null : { place: 'roster', text: textIn(group.members, language) };
};

export const originsOf = (article: Article, material: Material): Readonly<Record<string, Origin>> =>
  Object.fromEntries(
    sourcesOf(article).flatMap((source) => {
      const origin = originOf(source, material);
      return origin === null ? [] : [[source, origin] as const];
    }),
  );
