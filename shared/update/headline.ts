/** The headline, and the event as the lead names it. Drawn from title and series only. */
import type { Sentence, SourceId } from './article.ts';
import { givenIn, type EventFacts } from './phrases.ts';
import { textIn } from '../kernel/language.ts';
import { fact } from './sources.ts';
import type { Writing } from './writing.ts';

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
