/**
 * What happened item by item: opening, presentations grouped by topic, opinions, discussion, closing, each with its key points and figures.
 * Names are asked for only where they are printed: asking is what introduces somebody.
 */
import type { AgendaItem, ItemKind, Presenter } from '../workshop/agenda/types.ts';
import type { ArticlePart, Sentence, SourceId } from './article.ts';
import { askedSentences } from './asked.ts';
import { dayTeller, type DayTeller } from './days.ts';
import { organizationFact } from './mentions.ts';
import type { Cast } from './phrases.ts';
import { block, person } from './sources.ts';
import { blocksOf, itemSources, itemsOf, paragraph, speakerOf, spellingsOf, textOf, type Writing } from './writing.ts';
import { textIn } from '../kernel/language.ts';

const castOf = (writing: Writing, presenters: readonly Presenter[]): Cast => ({
  people: presenters.flatMap((one) => (one.kind === 'person' ? (writing.mentions.person(one.person) ?? []) : [])),
  organizations: presenters.flatMap((one) => {
    const name = one.kind === 'organization' ? writing.mentions.organization(one.organization) : '';
    return name === '' ? [] : [name];
  }),
});

const presenterSources = (presenters: readonly Presenter[]): readonly SourceId[] =>
  presenters.map((one) => (one.kind === 'person' ? person(one.person) : organizationFact(one.organization)));

/** Items with the same topic are told in one sentence, at the place of the first. */
const byTopic = (writing: Writing, items: readonly AgendaItem[]): readonly (readonly AgendaItem[])[] => {
  const groups = new Map<string, AgendaItem[]>();
  for (const item of items) {
    const topic = item.topic === undefined ? '' : textIn(item.topic, writing.language);
    const key = topic === '' ? `item ${item.id}` : `topic ${topic}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

const notes = (writing: Writing, items: readonly Pick<AgendaItem, 'id'>[]): readonly Sentence[] => {
  const ids = new Set<string>(items.map((item) => item.id));
  let points = 0;
  return blocksOf(writing, 'keyPoint', 'figure')
    .filter((one) => one.item !== null && ids.has(one.item))
    .map((one): Sentence => {
      if (one.kind === 'figure') return { text: writing.phrases.figure(one.text, one.source), sources: [block(one)] };
      if (one.kind !== 'keyPoint') return { text: writing.phrases.plain(one.text), sources: [block(one)] };
      const who = speakerOf(writing, one.person);
      const text = writing.phrases.noted(who, one.text, points++, spellingsOf(writing, one.person));
      return { text, sources: [block(one), ...(one.person === null ? [] : [person(one.person)])] };
    });
};

/** Null where such an item is not told. */
type Tell = ((cast: Cast, topic: string | null, title: string) => string | null) | null;

const told = (writing: Writing, items: readonly AgendaItem[], tell: Tell, onDays: DayTeller): readonly Sentence[] =>
  byTopic(writing, items).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const presenters = group.flatMap((item) => item.presenters);
    const sources = [...group.flatMap((item) => itemSources(writing, item)), ...presenterSources(presenters)];
    const topic = textOf(writing, first.topic, `fact:agenda/${first.id}`, 'agenda');
    const text = tell === null ? null : tell(castOf(writing, presenters), topic, textIn(first.title, writing.language));
    return [...(text === null ? [] : [{ text: onDays(group, text), sources }]), ...notes(writing, group)];
  });

const nobody = (cast: Cast): boolean => cast.people.length + cast.organizations.length === 0;

const tellers = (writing: Writing) => {
  const { phrases } = writing;
  let unnamed = 0;
  const when =
    (tell: (cast: Cast, topic: string | null, title: string) => string) =>
    (cast: Cast, topic: string | null, title: string) => (nobody(cast) ? null : tell(cast, topic, title));
  return {
    opening: when(phrases.opened),
    presentation: when(phrases.presented),
    opinions: when(phrases.gaveOpinions),
    discussion: (cast: Cast, topic: string | null, title: string) =>
      phrases.discussed(cast, topic, title, nobody(cast) ? unnamed++ : 0),
    closing: when(phrases.closed),
    vote: null,
    break: null,
  } satisfies Record<ItemKind, Tell>;
};

/** Notes under items that never came up still belong to the workshop. */
const stray = (writing: Writing): readonly Sentence[] => {
  const ran = new Set<string>(writing.items.map((item) => item.id));
  const ids = new Set(writing.blocks.flatMap((one) => (one.item !== null && !ran.has(one.item) ? [one.item] : [])));
  return notes(
    writing,
    [...ids].map((id) => ({ id })),
  );
};

export const proceedings = (writing: Writing): ArticlePart[] => {
  const tell = tellers(writing);
  const onDays = dayTeller(writing);
  const of = (kind: ItemKind): readonly Sentence[] => told(writing, itemsOf(writing, kind), tell[kind], onDays);
  const general = blocksOf(writing, 'keyPoint').filter((one) => one.item === null);
  const presentations = [...of('opening'), ...of('presentation')];
  const opinions = of('opinions');
  const discussion = [...of('discussion'), ...of('vote'), ...of('break'), ...of('closing'), ...stray(writing)];
  const loose = general.map((one, nth): Sentence => {
    const text = writing.phrases.noted(speakerOf(writing, one.person), one.text, nth, spellingsOf(writing, one.person));
    return { text, sources: [block(one), ...(one.person === null ? [] : [person(one.person)])] };
  });
  return [
    ...paragraph('presentations', presentations),
    ...paragraph('opinions', opinions),
    ...paragraph('discussion', [...discussion, ...loose, ...askedSentences(writing)]),
  ];
};
