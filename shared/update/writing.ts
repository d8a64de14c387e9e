/**
 * The desk at which an article is written: the material, the language's phrases, and the lists of what is missing and left out.
 * Owns what every part shares; must not know any part.
 */
import type { AgendaItemId, PersonId } from '../kernel/ids.ts';
import type { Language, LocalText } from '../kernel/language.ts';
import type { Block, Board } from '../notes/blocks.ts';
import { isConsented } from '../workshop/consents/selectors.ts';
import type { AgendaItem, ItemKind } from '../workshop/agenda/types.ts';
import type { Entry, WorkshopState } from '../workshop/workshop.ts';
import type { ArticlePart, LeadVariant, LeftOut, MissingFact, SectionKind, Sentence, SourceId } from './article.ts';
import { chinese } from './chinese/phrases.ts';
import { english } from './english/phrases.ts';
import { USUAL_STYLE, type HouseStyle } from './house-style.ts';
import { mentionsOf, type Mentions } from './mentions.ts';
import { givenIn, type Named, type Phrases } from './phrases.ts';
import { block as blockSource, fact, logged } from './sources.ts';
import { isInLanguage } from './text-language.ts';
import { wordsOf } from './own-words.ts';

export interface Material {
  readonly state: WorkshopState;
  readonly entries: readonly Entry[];
  readonly board: Board;
  readonly language: Language;
  /** The foundation's own where none is named. */
  readonly style?: HouseStyle | undefined;
  /** What the lead begins with; who held it where nothing is said. */
  readonly lead?: LeadVariant | undefined;
}

export interface Writing extends Material {
  readonly style: HouseStyle;
  readonly phrases: Phrases;
  readonly mentions: Mentions;
  readonly missing: MissingFact[];
  readonly leftOut: LeftOut[];
  /** Typed blocks that may be used: on the record and in this language (photos always). */
  readonly blocks: readonly Block[];
  /** Items that were really taken up, on the record, in agenda order. */
  readonly items: readonly AgendaItem[];
  readonly begun: boolean;
  /** Blocks that the lead has told already. */
  readonly told: Set<string>;
}

const isOffTheRecord = (state: WorkshopState, item: AgendaItemId | null): boolean =>
  item !== null && state.agenda.items[item]?.offTheRecord === true;

/** What somebody said is theirs to be printed: with the name, and as their words where it is a statement or a quote. */
const mayAttribute = (state: WorkshopState, one: Block): boolean => {
  if (!('person' in one) || one.person === null) return true;
  if (!isConsented(state, one.person, 'name')) return false;
  return (one.kind !== 'statement' && one.kind !== 'quote') || isConsented(state, one.person, 'quote');
};

/** Sorts the board's blocks into those that are used and those that are left out with a reason. */
const usable = ({ state, board, language }: Material, missing: MissingFact[], leftOut: LeftOut[]): readonly Block[] =>
  board.blocks.filter((one) => {
    const source = blockSource(one);
    const leave = (reason: LeftOut['reason']): false => {
      leftOut.push({ source, text: one.text, reason });
      return false;
    };
    if (isOffTheRecord(state, one.item)) return leave('offTheRecord');
    if (one.kind === 'prose') return leave('prose');
    if (one.kind === 'photo') return true;
    if (one.text === '') return leave('incomplete');
    if (!mayAttribute(state, one)) return leave('noConsent');
    if (!isInLanguage(one.text, language)) {
      missing.push({ code: 'textInOtherLanguage', where: { place: 'board', source }, about: one.text });
      return leave('incomplete');
    }
    const gap =
      (one.kind === 'statement' || one.kind === 'quote') &&
      (one.person === null || state.roster.people[one.person] === undefined)
        ? 'statementWithoutPerson'
        : one.kind === 'figure' && one.source === null
          ? 'figureWithoutSource'
          : null;
    if (gap === null) return true;
    missing.push({ code: gap, where: { place: 'board', source }, about: one.text });
    return leave('incomplete');
  });

export const openWriting = (material: Material): Writing => {
  const { state, language, style = USUAL_STYLE } = material;
  const missing: MissingFact[] = [];
  const leftOut: LeftOut[] = [];
  const write = language === 'en' ? english : chinese;
  const phrases = write(style.verbs[language], style.headlines.limit[language]);
  const mentions = mentionsOf(
    state.roster,
    language,
    phrases,
    (one) => missing.push(one),
    (person) => isConsented(state, person, 'name'),
    style.names,
    wordsOf(material),
  );
  const items = state.agenda.order.flatMap((id) => {
    const item = state.agenda.items[id];
    return item !== undefined && item.stretches.length > 0 && item.status !== 'dropped' && !item.offTheRecord
      ? [item]
      : [];
  });
  const blocks = usable(material, missing, leftOut);
  return {
    ...material,
    style,
    phrases,
    mentions,
    missing,
    leftOut,
    blocks,
    items,
    begun: state.session.phase !== 'scheduled',
    told: new Set(),
  };
};

/** The text in this article's language; when it stands in the other one only, that is noted and nothing is printed. */
export const textOf = (
  writing: Writing,
  text: LocalText | undefined,
  source: SourceId,
  place: 'brief' | 'agenda',
): string | null => {
  const given = givenIn(text, writing.language);
  const other = givenIn(text, writing.language === 'en' ? 'zh-Hans' : 'en');
  if (given === null && other !== null) {
    writing.missing.push({ code: 'textInOtherLanguage', where: { place, source }, about: other });
  }
  return given;
};

export const paragraph = (section: Exclude<SectionKind, 'photo'>, sentences: readonly Sentence[]): ArticlePart[] =>
  sentences.length === 0 ? [] : [{ kind: 'paragraph', section, sentences }];

type Among<B, K extends Block['kind']> = B extends Block
  ? [Extract<K, B['kind']>] extends [never]
    ? never
    : B
  : never;

export const blocksOf = <K extends Block['kind']>(
  writing: Writing,
  ...kinds: readonly K[]
): readonly Among<Block, K>[] =>
  writing.blocks.filter(
    (one): one is Among<Block, K> & Block =>
      (kinds as readonly string[]).includes(one.kind) && !writing.told.has(one.id),
  );

export const itemsOf = (writing: Writing, kind: ItemKind): readonly AgendaItem[] =>
  writing.items.filter((item) => item.kind === kind);

/** An item's plan and the log's entries in which it began. */
export const itemSources = (writing: Writing, item: AgendaItem): readonly SourceId[] => [
  fact('agenda', item.id),
  ...writing.entries
    .filter((entry) => entry.events.some((event) => event.type === 'agenda/itemBegun' && event.item === item.id))
    .map((entry) => logged(entry.seq)),
];

export const speakerOf = (writing: Writing, person: PersonId | null): Named | null =>
  person === null ? null : writing.mentions.person(person);

export const spellingsOf = (writing: Writing, person: PersonId | null): readonly string[] => [
  ...(person === null ? [] : writing.mentions.spellings(person)),
  ...writing.mentions.properNames(),
];
