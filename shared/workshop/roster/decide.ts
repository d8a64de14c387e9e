/** Who may stand in the roster, and who may write it. Rules O1–O8 of SPEC.md. */
import { isNeutral } from '../../directory/neutral.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import type { Context } from '../actor.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { RosterCommand } from './types.ts';

/** A bound on each of the roster's lists: beyond it a file or a guest is at fault, not the workshop. */
export const ROSTER_LIMIT = 5000;

export const decideRoster = (
  state: WorkshopState,
  command: RosterCommand,
  { by }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { roster } = state;
  const seat = by.kind === 'seat' ? state.participants.seats[by.seat] : undefined;
  const mayEdit = seat === undefined || roleMay(seat.role, 'roster.edit');
  const unknown = (ids: readonly (OrganizationId | undefined)[]): OrganizationId | undefined =>
    ids.find((organization) => organization !== undefined && !Object.hasOwn(roster.organizations, organization));
  const isFull = (record: object, id: string): boolean =>
    !Object.hasOwn(record, id) && Object.keys(record).length >= ROSTER_LIMIT;

  if (command.type === 'roster/putPerson') {
    const { directory } = command.person;
    const isOwn =
      seat?.person === command.person.id && lookUp(roster.people, command.person.id)?.directory === directory;
    if (!mayEdit && !isOwn) return refuse('roster/notYourEntry');
    const before = lookUp(roster.people, command.person.id);
    if (before && isNeutral(before)) return refuse('participants/anonymous');
    if (isFull(roster.people, command.person.id)) return refuse('roster/full', { limit: ROSTER_LIMIT });
    const missing = unknown(command.person.positions.map((position) => position.organization));
    if (missing) return refuse('roster/unknownOrganization', { organization: missing });
    return accept({ type: 'roster/personPut', person: command.person });
  }
  if (command.type === 'roster/confirmOwn') {
    if (seat === undefined) return refuse('permission/notSeated');
    if (Object.hasOwn(roster.confirmed, seat.person)) return refuse('roster/alreadyConfirmed');
    return accept({ type: 'roster/ownConfirmed', person: seat.person });
  }
  if (!mayEdit) return refuse('permission/denied');
  switch (command.type) {
    case 'roster/putOrganization':
      if (isFull(roster.organizations, command.organization.id)) return refuse('roster/full', { limit: ROSTER_LIMIT });
      return accept({ type: 'roster/organizationPut', organization: command.organization });
    case 'roster/putGroup': {
      if (isFull(roster.groups, command.group.id)) return refuse('roster/full', { limit: ROSTER_LIMIT });
      const missing = unknown([command.group.of, ...command.group.named]);
      if (missing) return refuse('roster/unknownOrganization', { organization: missing });
      return accept({ type: 'roster/groupPut', group: command.group });
    }
    case 'roster/setAttending': {
      const missing = unknown(
        command.attending.map((one) => (one.kind === 'organization' ? one.organization : undefined)),
      );
      if (missing) return refuse('roster/unknownOrganization', { organization: missing });
      const group = command.attending.find((one) => one.kind === 'group' && !Object.hasOwn(roster.groups, one.group));
      if (group) return refuse('roster/unknownGroup');
      return accept({ type: 'roster/attendingSet', attending: command.attending });
    }
  }
};
