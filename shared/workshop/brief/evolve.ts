/** How the brief comes to be from its events. Must not know other slices. */
import type { WorkshopEvent } from '../workshop.ts';
import type { BriefState } from './types.ts';

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

export const evolveBrief = (state: BriefState, event: WorkshopEvent): BriefState =>
  event.type === 'brief/revised' ? { ...state, ...event.brief } : state;
