/** How the roster grows from its events; seating a guest puts the guest's own entry in it. */
import { neutralPerson } from '../../directory/neutral.ts';
import { lookUp, without } from '../../kernel/records.ts';
import type { Circumstance } from '../actor.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { RosterState } from './types.ts';

export const initialRoster: RosterState = { people: {}, organizations: {}, groups: {}, attending: [], confirmed: {} };

export const evolveRoster = (state: RosterState, event: WorkshopEvent, { by, at }: Circumstance): RosterState => {
  switch (event.type) {
    case 'roster/personPut':
      return {
        ...state,
        people: { ...state.people, [event.person.id]: event.person },
        confirmed: without(state.confirmed, event.person.id),
      };
    case 'roster/ownConfirmed':
      return by.kind === 'seat'
        ? { ...state, confirmed: { ...state.confirmed, [event.person]: { at, by: by.seat } } }
        : state;
    case 'roster/organizationPut':
      return { ...state, organizations: { ...state.organizations, [event.organization.id]: event.organization } };
    case 'roster/groupPut':
      return { ...state, groups: { ...state.groups, [event.group.id]: event.group } };
    case 'roster/attendingSet':
      return { ...state, attending: event.attending };
    case 'participants/seated':
      return {
        ...state,
        people: { ...state.people, [event.person.id]: event.person },
        organizations: event.organization
          ? { ...state.organizations, [event.organization.id]: event.organization }
          : state.organizations,
      };
    case 'participants/anonymized': {
      const person = lookUp(state.people, event.person);
      if (!person) return state;
      return { ...state, people: { ...state.people, [person.id]: neutralPerson(person, event.number) } };
    }
    default:
      return state;
  }
};
