/** A result as bars with their numbers. Pure: plan and result in, what is drawn out. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { pollsArea } from '../../../shared/languages/areas/polls.ts';
import { meanWords, resultLines, type ResultLine } from '../../../shared/records/poll-words.ts';
import type { PollPlan, PollResult } from '../../../shared/workshop/polls/types.ts';
import { measures } from '../../ui/measures.ts';

export const resultStyles = css`
  .result {
    display: grid;
    gap: var(--gap-2);
  }
  .bar {
    display: grid;
    gap: 2px;
    overflow-wrap: anywhere;
  }
  .bar::after {
    content: '';
    height: 0.5rem;
    width: var(--share);
    border-radius: 2px;
    background: var(--green);
  }
`;

const lineWords = ({ value, count, weight, percent }: ResultLine, language: Language): string =>
  weight === null
    ? say(pollsArea, language, 'result', { value, count, share: percent })
    : say(pollsArea, language, 'weighedResult', { value, weight, count });

export const resultView = (plan: PollPlan, result: PollResult, language: Language): TemplateResult => {
  if (result.turnout === 0) return html`<p class="quiet-words">${say(pollsArea, language, 'noVotes')}</p>`;
  if (result.counts === null) return html`<p class="quiet-words">${say(pollsArea, language, 'tooFew')}</p>`;
  const mean = meanWords(plan, result, language);
  return html`<ul class="result">
      ${resultLines(plan, result, language).map(
        (line) =>
          html`<li class="bar" ${measures({ '--share': `${line.percent}%` })}>
            <span>${lineWords(line, language)}</span>
          </li>`,
      )}
    </ul>
    ${mean === null ? nothing : html`<p>${mean}</p>`}`;
};
