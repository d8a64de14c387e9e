/**
 * What stands on the right: one panel for each side tab, all kept alive so that nothing written is lost by looking elsewhere.
 * Owns which panels there are and who is offered which; must not know what happens inside one.
 */
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../../shared/kernel/language.ts';
import type { Connection } from '../../connection/connection.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import '../people/people.ts';
import type { Later } from './later.ts';
import './later.ts';
import type { Tab } from './panel-tabs.ts';

export const SIDES = ['board', 'chat', 'questions', 'polls', 'people', 'desk'] as const satisfies readonly Tab[];
export type SideTab = (typeof SIDES)[number];

export const isSideTab = (tab: Tab): tab is SideTab => (SIDES as readonly Tab[]).includes(tab);

export interface SidePanelsProps {
  readonly store: WorkshopStore;
  readonly language: Language;
  readonly connection: Connection;
  readonly shown: SideTab;
  readonly board: TemplateResult;
  readonly invite: () => unknown;
  readonly myConsents: () => unknown;
}

/** A panel that not everybody opens comes when it is first shown. */
const later = (
  { language, shown }: SidePanelsProps,
  side: SideTab,
  load: () => Promise<unknown>,
  content: TemplateResult,
): TemplateResult =>
  html`<plenary-later
    data-side=${side}
    .language=${language}
    .load=${load}
    .content=${content}
    ?wanted=${shown === side}
  ></plenary-later>`;

const PANELS: { readonly [S in SideTab]: (props: SidePanelsProps) => TemplateResult } = {
  board: ({ board }) => board,
  questions: (props) =>
    later(
      props,
      'questions',
      () => import('../questions/questions.ts'),
      html`<plenary-questions .store=${props.store} .language=${props.language}></plenary-questions>`,
    ),
  polls: (props) =>
    later(
      props,
      'polls',
      () => import('../polls/polls.ts'),
      html`<plenary-polls .store=${props.store} .language=${props.language}></plenary-polls>`,
    ),
  people: ({ store, language, connection, invite, myConsents }) =>
    html`<plenary-people
      .store=${store}
      .connection=${connection}
      .language=${language}
      @plenary-invite=${invite}
      @plenary-my-consents=${myConsents}
    ></plenary-people>`,
  chat: (props) =>
    later(
      props,
      'chat',
      () => import('../chat/chat.ts'),
      html`<plenary-chat
        .store=${props.store}
        .language=${props.language}
        .connection=${props.connection}
      ></plenary-chat>`,
    ),
  desk: (props) =>
    later(
      props,
      'desk',
      () => import('../desk/desk.ts'),
      html`<plenary-desk
        .store=${props.store}
        .language=${props.language}
        .connection=${props.connection}
      ></plenary-desk>`,
    ),
};

export const sidePanels = (props: SidePanelsProps, offered: readonly SideTab[]): unknown =>
  repeat(
    offered,
    (side) => side,
    (side) => html`<div class="panel" ?hidden=${props.shown !== side}>${PANELS[side](props)}</div>`,
  );

/** The key `d` may come before the desk's script has. */
export const focusDesk = async (room: ParentNode): Promise<void> => {
  const desk = await room.querySelector<Later>('plenary-later[data-side=desk]')?.opened();
  if (desk instanceof HTMLElement) desk.focus();
};

/** What stands on the stage when the workshop has ended. */
export const afterwards = ({
  store,
  language,
  connection,
}: Pick<SidePanelsProps, 'store' | 'language' | 'connection'>): TemplateResult =>
  html`<plenary-later
    wanted
    .language=${language}
    .load=${() => import('./after.ts')}
    .content=${html`<plenary-after .store=${store} .language=${language} .connection=${connection}></plenary-after>`}
  ></plenary-later>`;
