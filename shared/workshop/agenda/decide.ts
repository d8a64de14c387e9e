/** How the agenda is arranged and run. Rules A1–A24 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { AgendaItemId } from '../../kernel/ids.ts';
import type { Context } from '../actor.ts';
import { queueAtNewItem, speechPausing, speechResuming } from '../floor/consequences.ts';
import { beginningRefusal } from '../planning/decide.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { currentEnding } from './consequences.ts';
import { dueNotice } from './end-notices.ts';
import { isPaused, nextItem } from './selectors.ts';
import { settling } from './settling.ts';
import { UNDO_MS, type AgendaCommand, type ItemPlan } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

export const AGENDA_LIMIT = 100;

const beginning = (state: WorkshopState, item: AgendaItemId, hands?: 'keep' | 'clear'): readonly WorkshopEvent[] => [
  ...(state.session.phase === 'scheduled' ? [{ type: 'session/begun' } as const] : []),
  ...currentEnding(state),
  ...queueAtNewItem(state, hands),
  { type: 'agenda/itemBegun', item },
];

const pausing = (state: WorkshopState): Decided => {
  const { current } = state.agenda;
  if (current === null) return refuse('agenda/noCurrentItem');
  if (isPaused(state.agenda)) return refuse('agenda/alreadyPaused');
  return accept({ type: 'agenda/clockPaused', item: current }, ...speechPausing(state));
};

const resuming = (state: WorkshopState): Decided => {
  const { current } = state.agenda;
  if (current === null) return refuse('agenda/noCurrentItem');
  if (!isPaused(state.agenda)) return refuse('agenda/notPaused');
  return accept({ type: 'agenda/clockResumed', item: current }, ...speechResuming(state));
};

const undoing = ({ agenda }: WorkshopState, { at }: Context): Decided => {
  const last = agenda.settlements.at(-1);
  return last === undefined || last.item !== agenda.current || at - last.at > UNDO_MS
    ? refuse('agenda/nothingToUndo')
    : accept({ type: 'agenda/settlingUndone' });
};

const telling = (state: WorkshopState, { at }: Context): Decided => {
  const notice = dueNotice(state, at);
  return notice === null ? refuse('agenda/notYet') : accept({ type: 'agenda/endTold', notice });
};

const hasUnknownPresenter = (state: WorkshopState, plan: Partial<ItemPlan>): boolean =>
  (plan.presenters ?? []).some((presenter) =>
    presenter.kind === 'person'
      ? !Object.hasOwn(state.roster.people, presenter.person)
      : !Object.hasOwn(state.roster.organizations, presenter.organization),
  );

export const decideAgenda = (state: WorkshopState, command: AgendaCommand, context: Context): Decided => {
  const { agenda } = state;
  switch (command.type) {
    case 'agenda/add': {
      if (Object.hasOwn(agenda.items, command.item)) return refuse('agenda/duplicateItem');
      if (agenda.order.length >= AGENDA_LIMIT) return refuse('agenda/full', { limit: AGENDA_LIMIT });
      if (hasUnknownPresenter(state, command.plan)) return refuse('agenda/unknownPresenter');
      const index = command.index ?? agenda.order.length;
      if (index < 0 || index > agenda.order.length) return refuse('agenda/badIndex');
      return accept({ type: 'agenda/added', item: command.item, plan: command.plan, index });
    }
    case 'agenda/next': {
      const next = nextItem(agenda);
      if (next) return beginningRefusal(state) ?? accept(...beginning(state, next.id, command.hands));
      return agenda.current === null ? refuse('agenda/noCurrentItem') : accept(...currentEnding(state));
    }
    case 'agenda/endItem':
      return agenda.current === null ? refuse('agenda/noCurrentItem') : accept(...currentEnding(state));
    case 'agenda/pauseClock':
      return pausing(state);
    case 'agenda/resumeClock':
      return resuming(state);
    case 'agenda/settle':
      return settling(state, command);
    case 'agenda/undoSettling':
      return undoing(state, context);
    case 'agenda/tellEnd':
      return telling(state, context);
    default:
  }
  const item = Object.hasOwn(agenda.items, command.item) ? agenda.items[command.item] : undefined;
  if (!item) return refuse('agenda/unknownItem');
  switch (command.type) {
    case 'agenda/edit':
      if (hasUnknownPresenter(state, command.plan)) return refuse('agenda/unknownPresenter');
      return accept({ type: 'agenda/edited', item: item.id, plan: command.plan });
    case 'agenda/move':
      if (command.index < 0 || command.index >= agenda.order.length) return refuse('agenda/badIndex');
      return accept({ type: 'agenda/moved', item: item.id, index: command.index });
    case 'agenda/drop':
      if (item.status === 'current') return refuse('agenda/itemIsCurrent');
      return item.status === 'planned'
        ? accept({ type: 'agenda/dropped', item: item.id })
        : refuse('agenda/itemNotPlanned');
    case 'agenda/restore':
      return item.status === 'dropped'
        ? accept({ type: 'agenda/restored', item: item.id })
        : refuse('agenda/notDropped');
    case 'agenda/begin':
      if (item.status === 'current') return refuse('agenda/itemIsCurrent');
      return item.status === 'dropped'
        ? refuse('agenda/itemNotPlanned')
        : (beginningRefusal(state) ?? accept(...beginning(state, item.id, command.hands)));
  }
};
