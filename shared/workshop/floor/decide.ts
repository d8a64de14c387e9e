/** Who gets the floor, when it ends, and by which rules. Rules F1–F31 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { Context } from '../actor.ts';
import { isPaused } from '../agenda/selectors.ts';
import { FLOOR_GRACE_MS } from '../participants/types.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { handsLowering, speechEnding, speechPausing, speechResuming } from './consequences.ts';
import { giving, undoingGiving } from './giving.ts';
import { lowering, moving, puttingAllBack, raising, unplacing } from './hands.ts';
import { decideRules } from './rules.ts';
import { hardEnd, nextToSpeak, toBeCalled } from './selectors.ts';
import { CALL_MS, type FloorCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;

const callingNext = (state: WorkshopState): Decided => {
  const next = toBeCalled(state);
  return next === (state.floor.called?.seat ?? null)
    ? refuse('floor/notYet')
    : accept({ type: 'floor/called', seat: next });
};

const givingCalled = (state: WorkshopState, context: Context): Decided => {
  const { called } = state.floor;
  if (called === null || called.seat !== toBeCalled(state)) return refuse('floor/notCalled');
  return context.at - called.since < CALL_MS ? refuse('floor/notYet') : giving(state, called.seat, context);
};

export const decideFloor = (state: WorkshopState, command: FloorCommand, context: Context): Decided => {
  const { floor } = state;
  const own = context.by.kind === 'seat' ? context.by.seat : null;
  switch (command.type) {
    case 'floor/raiseHand':
      return raising(state, own, command, context);
    case 'floor/lowerHand':
      return own === null ? refuse('permission/notSeated') : lowering(state, own);
    case 'floor/lowerOther':
      return lowering(state, command.seat);
    case 'floor/lowerAll':
      return floor.queue.length === 0 ? refuse('floor/queueEmpty') : accept(...handsLowering(state));
    case 'floor/putBack':
      return puttingAllBack(state, command, context);
    case 'floor/move':
      return moving(state, command);
    case 'floor/unplace':
      return unplacing(state, command.seat);
    case 'floor/give':
      return giving(state, command.seat, context);
    case 'floor/giveNext': {
      if (state.session.phase !== 'live') return refuse('session/notLive');
      const next = nextToSpeak(state);
      return next === null ? refuse('floor/queueEmpty') : giving(state, next, context);
    }
    case 'floor/undoGiving':
      return undoingGiving(state, context);
    case 'floor/answerCall':
      return own !== null && floor.called?.seat === own && toBeCalled(state) === own
        ? giving(state, own, context)
        : refuse('floor/notCalled');
    case 'floor/yield':
      return own !== null && floor.holder?.seat === own ? accept(...speechEnding(state)) : refuse('floor/notHolder');
    case 'floor/takeBack':
      return floor.holder ? accept(...speechEnding(state)) : refuse('floor/nobodySpeaks');
    case 'floor/pauseSpeech':
      if (!floor.holder) return refuse('floor/nobodySpeaks');
      return floor.holder.pausedSince === undefined ? accept(...speechPausing(state)) : refuse('floor/alreadyPaused');
    case 'floor/resumeSpeech':
      if (!floor.holder) return refuse('floor/nobodySpeaks');
      if (isPaused(state.agenda)) return refuse('floor/itemPaused');
      return floor.holder.pausedSince === undefined ? refuse('floor/notPaused') : accept(...speechResuming(state));
    case 'floor/addTime':
      if (!floor.holder) return refuse('floor/nobodySpeaks');
      return floor.holder.limitMs === undefined
        ? refuse('floor/noLimit')
        : accept({ type: 'floor/timeAdded', seat: floor.holder.seat, ms: command.ms });
    case 'floor/giveUpWaiting': {
      const presence = lookUp(state.participants.seats, command.seat)?.presence;
      if (floor.holder?.seat !== command.seat) return refuse('floor/notHolder');
      if (presence?.kind !== 'lost' || context.at - presence.since < FLOOR_GRACE_MS)
        return refuse('participants/notLost');
      return accept(...speechEnding(state));
    }
    case 'floor/callNext':
      return callingNext(state);
    case 'floor/giveCalled':
      return givingCalled(state, context);
    case 'floor/endSpeech': {
      const end = hardEnd(floor);
      return end === null || context.at < end ? refuse('floor/notYet') : accept(...speechEnding(state));
    }
    case 'floor/setOpen':
    case 'floor/setLimit':
    case 'floor/setPersonLimit':
    case 'floor/setBudget':
    case 'floor/setRules':
      return decideRules(state, command);
  }
};
