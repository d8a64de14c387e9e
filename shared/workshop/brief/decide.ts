/** Whether the brief may be revised so. Rules B1–B3 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { BriefCommand } from './types.ts';

export const decideBrief = (
  state: WorkshopState,
  command: BriefCommand,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const revised = { ...state.brief, ...command.brief };
  if (!revised.title.en && !revised.title['zh-Hans']) return refuse('brief/noTitle');
  const named = [
    ...revised.hosts,
    ...revised.coHosts,
    ...revised.supporters,
    ...(revised.convener ? [revised.convener] : []),
  ];
  const unknown = named.find((organization) => !Object.hasOwn(state.roster.organizations, organization));
  if (unknown) return refuse('brief/unknownOrganization', { organization: unknown });
  if (revised.startsAt !== undefined && revised.endsAt !== undefined && revised.endsAt <= revised.startsAt) {
    return refuse('brief/endsBeforeStart');
  }
  return accept({ type: 'brief/revised', brief: command.brief });
};
