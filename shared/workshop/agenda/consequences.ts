/** What ending the current item entails; shared by the agenda and the session. */
import { speechEnding } from '../floor/consequences.ts';
import type { WorkshopEvent, WorkshopState } from '../workshop.ts';

/** The current item's end, if there is one. */
export const itemEnding = (state: WorkshopState): readonly WorkshopEvent[] =>
  state.agenda.current === null ? [] : [{ type: 'agenda/itemEnded', item: state.agenda.current }];

/** The current item's end with the speech under it. */
export const currentEnding = (state: WorkshopState): readonly WorkshopEvent[] =>
  state.agenda.current === null ? [] : [...speechEnding(state), ...itemEnding(state)];
