/** How the lobby follows from its events. */
import type { SeatId } from '../../kernel/ids.ts';
import type { Circumstance } from '../actor.ts';
import { mapValues, without } from '../../kernel/records.ts';
import type { WorkshopEvent } from '../workshop.ts';
import type { Knock, LobbyState } from './types.ts';

export const initialLobby: LobbyState = {
  door: 'knock',
  closesAt: null,
  closingIsSet: false,
  knocks: {},
  turnedAway: {},
  banned: {},
  message: null,
};

export const evolveLobby = (state: LobbyState, event: WorkshopEvent, { at }: Circumstance): LobbyState => {
  switch (event.type) {
    case 'lobby/knocked':
      return { ...state, knocks: { ...state.knocks, [event.knock.seat]: event.knock } };
    case 'lobby/admitted':
    case 'lobby/withdrawn':
      return { ...state, knocks: without<SeatId, Knock>(state.knocks, event.seat) };
    case 'lobby/turnedAway':
      return {
        ...state,
        knocks: without<SeatId, Knock>(state.knocks, event.seat),
        turnedAway: { ...state.turnedAway, [event.seat]: at },
      };
    case 'lobby/told':
      return { ...state, message: event.text === null ? null : { text: event.text, at } };
    case 'lobby/doorSet':
      return { ...state, door: event.door };
    case 'lobby/closingSet':
      return { ...state, closesAt: event.closesAt, closingIsSet: true };
    case 'lobby/banned':
      return { ...state, banned: { ...state.banned, [event.ban.seat]: { ...event.ban, at } } };
    case 'participants/anonymized': {
      const { person, number } = event;
      const banned = mapValues(state.banned, (ban) =>
        ban.person === person ? { ...ban, name: { neutral: number } } : ban,
      );
      return { ...state, banned };
    }
    case 'desk/forgotten':
      return { ...state, message: null };
    case 'lobby/unbanned':
      return { ...state, banned: without(state.banned, event.seat) };
    default:
      return state;
  }
};
