/** Whether the brief may be revised so. Rules B1–B4 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { revised } from './evolve.ts';
import type { BriefCommand } from './types.ts';

export const decideBrief = (
  state: WorkshopState,
  command: BriefCommand,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const brief = revised(state.brief, command);
  if (!brief.title.en && !brief.title['zh-Hans']) return refuse('brief/noTitle');
  const named = [...brief.hosts, ...brief.coHosts, ...brief.supporters, ...(brief.convener ? [brief.convener] : [])];
  const unknown = named.find((organization) => !Object.hasOwn(state.roster.organizations, organization));
  if (unknown) return refuse('brief/unknownOrganization', { organization: unknown });
  if (brief.startsAt !== undefined && brief.endsAt !== undefined && brief.endsAt <= brief.startsAt) {
    return refuse('brief/endsBeforeStart');
  }
  return accept({
    type: 'brief/revised',
    brief: command.brief,
    ...(command.cleared !== undefined && command.cleared.length > 0 && { cleared: command.cleared }),
  });
};
