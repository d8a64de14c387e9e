/** How the brief comes to be from its events. Must not know other slices. */
import type { WorkshopEvent } from '../workshop.ts';
import type { BriefCommand, BriefEvent, BriefState } from './types.ts';

export const initialBrief: BriefState = {
  title: {},
  mode: 'online',
  language: 'en',
  timeZone: 'UTC',
  hosts: [],
  coHosts: [],
  supporters: [],
  background: [],
};

/** The brief after a revision: what is cleared goes, what is given comes, the rest stays. */
export const revised = (state: BriefState, { brief, cleared = [] }: BriefCommand | BriefEvent): BriefState => {
  const kept: { -readonly [Field in keyof BriefState]: BriefState[Field] } = { ...state };
  for (const field of cleared) delete kept[field];
  return { ...kept, ...brief };
};

export const evolveBrief = (state: BriefState, event: WorkshopEvent): BriefState =>
  event.type === 'brief/revised' ? revised(state, event) : state;
