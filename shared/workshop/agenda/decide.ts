/** How the agenda is arranged and run. Rules A1–A10 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { AgendaItemId } from '../../kernel/ids.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { currentEnding } from './consequences.ts';
import { nextItem } from './selectors.ts';
import type { AgendaCommand, ItemPlan } from './types.ts';

export const AGENDA_LIMIT = 100;

const beginning = (state: WorkshopState, item: AgendaItemId): readonly WorkshopEvent[] => [
  ...(state.session.phase === 'scheduled' ? [{ type: 'session/begun' } as const] : []),
  ...currentEnding(state),
  { type: 'agenda/itemBegun', item },
];

const hasUnknownPresenter = (state: WorkshopState, plan: Partial<ItemPlan>): boolean =>
  (plan.presenters ?? []).some((presenter) =>
    presenter.kind === 'person'
      ? !Object.hasOwn(state.roster.people, presenter.person)
      : !Object.hasOwn(state.roster.organizations, presenter.organization),
  );

export const decideAgenda = (
  state: WorkshopState,
  command: AgendaCommand,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
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
      if (next) return accept(...beginning(state, next.id));
      return agenda.current === null ? refuse('agenda/noCurrentItem') : accept(...currentEnding(state));
    }
    case 'agenda/endItem':
      return agenda.current === null ? refuse('agenda/noCurrentItem') : accept(...currentEnding(state));
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
      return item.status === 'dropped' ? refuse('agenda/itemNotPlanned') : accept(...beginning(state, item.id));
  }
};
