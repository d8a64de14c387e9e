/** Who may queue, who gets the floor, when it ends. Rules F1–F14 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { SeatId } from '../../kernel/ids.ts';
import type { Context } from '../actor.ts';
import { hasRequired } from '../consents/selectors.ts';
import { FLOOR_GRACE_MS } from '../participants/types.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { speechEnding } from './consequences.ts';
import { nextToSpeak } from './selectors.ts';
import type { FloorCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

const giving = (state: WorkshopState, to: SeatId, { at }: Context): Decided => {
  const seat = Object.hasOwn(state.participants.seats, to) ? state.participants.seats[to] : undefined;
  if (!seat) return refuse('participants/unknownSeat');
  if (state.floor.holder?.seat === to) return refuse('floor/alreadySpeaking');
  if (seat.presence.kind !== 'here') return refuse('floor/notHere');
  if (!roleMay(seat.role, 'floor.raise')) return refuse('permission/denied');
  if (!hasRequired(state, seat.person)) return refuse('consents/required');
  return accept(
    ...speechEnding(state),
    ...(state.floor.queue.some((hand) => hand.seat === to) ? [{ type: 'floor/handLowered', seat: to } as const] : []),
    // The chair who gives the floor takes back an earlier silencing; the person's own mute stays.
    ...(state.stage.silenced[to]?.includes('microphone')
      ? [{ type: 'stage/resumed', seat: to, source: 'microphone' } as const]
      : []),
    {
      type: 'floor/given',
      speech: {
        seat: to,
        person: seat.person,
        item: state.agenda.current,
        from: at,
        ...(state.floor.limitMs === null ? {} : { limitMs: state.floor.limitMs }),
      },
    },
  );
};

const maySpeak = (state: WorkshopState, seat: SeatId): boolean => {
  const person = state.participants.seats[seat]?.person;
  return person !== undefined && hasRequired(state, person);
};

const lowering = (state: WorkshopState, seat: SeatId): Decided =>
  state.floor.queue.some((hand) => hand.seat === seat)
    ? accept({ type: 'floor/handLowered', seat })
    : refuse('floor/notQueued');

export const decideFloor = (state: WorkshopState, command: FloorCommand, context: Context): Decided => {
  const { floor } = state;
  const own = context.by.kind === 'seat' ? context.by.seat : null;
  switch (command.type) {
    case 'floor/raiseHand':
      if (own === null) return refuse('permission/notSeated');
      if (state.session.phase !== 'live') return refuse('session/notLive');
      if (state.participants.seats[own]?.presence.kind === 'gone') return refuse('floor/notHere');
      if (!maySpeak(state, own)) return refuse('consents/required');
      if (!floor.open) return refuse('floor/closed');
      if (floor.holder?.seat === own) return refuse('floor/alreadySpeaking');
      if (floor.queue.some((hand) => hand.seat === own)) return refuse('floor/alreadyQueued');
      return accept({
        type: 'floor/handRaised',
        hand: {
          id: context.cause,
          seat: own,
          since: context.at,
          ...(command.topic === undefined ? {} : { topic: command.topic }),
        },
      });
    case 'floor/lowerHand':
      return own === null ? refuse('permission/notSeated') : lowering(state, own);
    case 'floor/lowerOther':
      return lowering(state, command.seat);
    case 'floor/lowerAll':
      return floor.queue.length === 0
        ? refuse('floor/queueEmpty')
        : accept(...floor.queue.map((hand): WorkshopEvent => ({ type: 'floor/handLowered', seat: hand.seat })));
    case 'floor/move':
      if (!floor.queue.some((hand) => hand.seat === command.seat)) return refuse('floor/notQueued');
      if (command.index < 0 || command.index >= floor.queue.length) return refuse('floor/badIndex');
      return accept({ type: 'floor/handMoved', seat: command.seat, index: command.index });
    case 'floor/give':
      return state.session.phase === 'live' ? giving(state, command.seat, context) : refuse('session/notLive');
    case 'floor/giveNext': {
      if (state.session.phase !== 'live') return refuse('session/notLive');
      const next = nextToSpeak(state);
      return next === null ? refuse('floor/queueEmpty') : giving(state, next, context);
    }
    case 'floor/yield':
      return own !== null && floor.holder?.seat === own ? accept(...speechEnding(state)) : refuse('floor/notHolder');
    case 'floor/takeBack':
      return floor.holder ? accept(...speechEnding(state)) : refuse('floor/nobodySpeaks');
    case 'floor/giveUpWaiting': {
      const presence = state.participants.seats[command.seat]?.presence;
      if (floor.holder?.seat !== command.seat) return refuse('floor/notHolder');
      if (presence?.kind !== 'lost' || context.at - presence.since < FLOOR_GRACE_MS)
        return refuse('participants/notLost');
      return accept(...speechEnding(state));
    }
    case 'floor/setOpen':
      return floor.open === command.open ? accept() : accept({ type: 'floor/openSet', open: command.open });
    case 'floor/setLimit':
      return floor.limitMs === command.limitMs
        ? accept()
        : accept({ type: 'floor/limitSet', limitMs: command.limitMs });
  }
};
