/** The row of buttons that chooses a panel, with how many wait in the queue and at the door. Must not know the panels. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { waiting } from '../../../shared/workshop/lobby/selectors.ts';
import { pollsToVoteIn } from '../../../shared/workshop/polls/selectors.ts';
import { openQuestions } from '../../../shared/workshop/questions/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

export const TABS = ['agenda', 'queue', 'board', 'chat', 'questions', 'polls', 'people', 'desk'] as const;
export type Tab = (typeof TABS)[number];

export const panelTabs = ({
  view,
  seat,
  tabs,
  place,
  shown,
  language,
  unread,
  show,
}: {
  readonly view: WorkshopState;
  readonly seat: SeatId;
  readonly tabs: readonly Tab[];
  readonly place: 'narrow' | 'wide';
  readonly shown: Tab;
  readonly language: Language;
  readonly unread: number;
  readonly show: (tab: Tab) => void;
}): TemplateResult => {
  const knocks = waiting(view.lobby).length;
  const questions = openQuestions(view.questions);
  const polls = pollsToVoteIn(view, seat).length;
  const words = (tab: Tab): string => {
    if (tab === 'queue' && view.floor.queue.length > 0)
      return say(roomArea, language, 'queueCount', { count: view.floor.queue.length });
    if (tab === 'people' && knocks > 0) return say(roomArea, language, 'peopleWaiting', { count: knocks });
    if (tab === 'chat' && unread > 0) return say(roomArea, language, 'chatUnread', { count: unread });
    if (tab === 'questions' && questions > 0) return say(roomArea, language, 'questionsCount', { count: questions });
    if (tab === 'polls' && polls > 0) return say(roomArea, language, 'pollsCount', { count: polls });
    return say(roomArea, language, tab);
  };
  return html`<div class="tabs ${place}" role="group" aria-label=${say(roomArea, language, 'panels')}>
    ${tabs.map(
      (tab) =>
        html`<button
          class=${(tab === 'people' && knocks > 0) || (tab === 'polls' && polls > 0) ? 'waiting' : ''}
          aria-label=${place === 'narrow' ? words(tab) : nothing}
          aria-pressed=${tab === shown ? 'true' : 'false'}
          @click=${() => show(tab)}
        >
          ${
            place === 'narrow' && tab === 'people' && knocks > 0
              ? say(roomArea, language, 'peopleCount', { count: knocks })
              : words(tab)
          }
        </button>`,
    )}
  </div>`;
};
