/** The headline, what may stand in its place, and the event as the lead names it. The event is drawn from title and series only. */
import type { HeadlineChoice, Sentence, SourceId } from './article.ts';
import { givenIn, type EventFacts } from './phrases.ts';
import { textIn } from '../kernel/language.ts';
import { block, fact } from './sources.ts';
import { blocksOf, itemSources, itemsOf, openWriting, type Material, type Writing } from './writing.ts';

const MOST_OF_A_KIND = 3;

/** A title is a proper name: it is kept in its script when it has none in this language. */
export const eventOf = ({
  state,
  language,
}: Writing): { readonly event: EventFacts; readonly sources: readonly SourceId[] } => {
  const { title, series, mode } = state.brief;
  const seriesName = series === undefined ? null : textIn(series.name, language);
  const name = givenIn(title, language) ?? seriesName ?? textIn(title, language);
  return {
    event: { title: name, series: seriesName, ordinal: series?.ordinal ?? 1, mode },
    sources: [fact('brief', 'title'), ...(series === undefined ? [] : [fact('brief', 'series')])],
  };
};

export const headline = (writing: Writing): Sentence => {
  const { event, sources } = eventOf(writing);
  const candidates = writing.phrases.headlines(event, writing.begun);
  const limit = writing.phrases.headlineLimit;
  const fitting = candidates.find((text) => limit === null || [...text].length <= limit);
  const text = fitting ?? [...candidates].sort((a, b) => [...a].length - [...b].length)[0] ?? event.title;
  if (fitting === undefined) {
    writing.missing.push({
      code: 'headlineTooLong',
      where: { place: 'brief', source: fact('brief', 'title') },
      about: text,
    });
  }
  return { text, sources };
};

const outcomes = (writing: Writing): readonly Sentence[] => {
  const names = writing.mentions.properNames();
  // What binds most comes first.
  return (['decision', 'consensus'] as const).flatMap((kind) =>
    blocksOf(writing, kind).flatMap((one) => {
      const text = writing.phrases.outcomeHeadline(kind, one.text, names);
      return text === null ? [] : [{ text, sources: [block(one)] }];
    }),
  );
};

const themes = (writing: Writing): readonly Sentence[] => {
  const asked = [
    { text: writing.state.brief.purpose, sources: [fact('brief', 'purpose')] },
    ...itemsOf(writing, 'discussion').map((item) => ({ text: item.topic, sources: itemSources(writing, item) })),
  ];
  return asked.flatMap(({ text: given, sources }) => {
    const topic = givenIn(given, writing.language);
    const text = topic === null ? null : writing.phrases.themeHeadline(topic, writing.begun);
    return text === null ? [] : [{ text, sources }];
  });
};

/** What the house prefers first, which is the draft's own; then at most a few others, none of them twice, each in words of its sources. */
export const headlineChoices = (material: Material): readonly HeadlineChoice[] => {
  const writing = openWriting(material);
  const of = (kind: HeadlineChoice['kind'], some: readonly Sentence[]): readonly HeadlineChoice[] =>
    some.slice(0, MOST_OF_A_KIND).map((one) => ({ kind, headline: one }));
  const choices = {
    event: of('event', [headline(writing)]),
    outcome: of('outcome', outcomes(writing)),
    theme: of('theme', themes(writing)),
  };
  const { prefers, limit } = writing.style.headlines;
  const most = limit[writing.language];
  const all = [...choices[prefers], ...Object.values(choices).flat()].filter(
    (one) => one.kind === 'event' || most === null || [...one.headline.text].length <= most,
  );
  return all.filter((one, at) => all.findIndex((other) => other.headline.text === one.headline.text) === at);
};
