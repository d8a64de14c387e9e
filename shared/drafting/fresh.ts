/** An article laid out as pieces, each with a key that is the same in both languages. Owns the keys. */
import type { Board } from '../notes/blocks.ts';
import type { Article, ArticlePart, HeadlineChoice, SectionKind, Sentence } from '../update/article.ts';
import type { Fresh, PieceRole, Voice } from './working-copy.ts';

/** What compose gave for one language, with the other headlines there are. */
export interface Telling {
  readonly article: Article;
  readonly headlines: readonly HeadlineChoice[];
}

export const headlineKey = ({ kind, headline }: HeadlineChoice): string => `${kind} ${headline.sources[0] ?? ''}`;

const voicesOf = (board: Board): ReadonlyMap<string, Voice> =>
  new Map(
    board.blocks.flatMap((one) =>
      (one.kind === 'statement' || one.kind === 'quote') && one.person !== null
        ? [[`block:${one.id}`, { person: one.person, kind: one.kind }] as const]
        : [],
    ),
  );

/** The chosen headline where it still is to be had, else the first: a choice whose facts are gone is no headline. */
const headlineOf = ({ article, headlines }: Telling, chosen: string | null): Sentence =>
  headlines.find((one) => headlineKey(one) === chosen)?.headline ?? headlines[0]?.headline ?? article.headline;

export const freshPieces = (telling: Telling, board: Board, chosenHeadline: string | null): readonly Fresh[] => {
  const voices = voicesOf(board);
  const used = new Map<string, number>();
  const keyed = (role: PieceRole, source: string): string => {
    const key = `${role} ${source}`;
    const before = used.get(key) ?? 0;
    used.set(key, before + 1);
    return before === 0 ? key : `${key} ${before + 1}`;
  };
  const worded = (role: PieceRole, section: SectionKind, sentence: Sentence, opens: boolean): Fresh => ({
    key: role === 'headline' ? 'headline' : keyed(role, sentence.sources[0] ?? ''),
    role,
    section,
    opens,
    text: sentence.text,
    sources: sentence.sources,
    voice: sentence.sources.map((source) => voices.get(source)).find((one) => one !== undefined) ?? null,
    file: null,
  });
  const partPieces = (part: ArticlePart): readonly Fresh[] => {
    if (part.kind === 'paragraph')
      return part.sentences.map((sentence, at) => worded('sentence', part.section, sentence, at === 0));
    const sources = part.caption?.sources ?? part.credit?.sources ?? [];
    // A picture without a word about it has no source to be known by, and none to be printed for.
    if (sources.length === 0) return [];
    const picture: Fresh = {
      key: keyed('picture', sources[0] ?? ''),
      role: 'picture',
      section: 'photo',
      opens: true,
      text: '',
      sources,
      voice: null,
      file: part.file,
    };
    return [
      picture,
      ...(part.caption === null ? [] : [worded('caption', 'photo', part.caption, false)]),
      ...(part.credit === null ? [] : [worded('credit', 'photo', part.credit, false)]),
    ];
  };
  return [
    worded('headline', 'lead', headlineOf(telling, chosenHeadline), true),
    ...telling.article.parts.flatMap(partPieces),
  ];
};
