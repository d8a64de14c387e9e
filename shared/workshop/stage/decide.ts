/** What the chair silences and shows, and how a person comes back. Rules T1–T10 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Context } from '../actor.ts';
import { roleMay } from '../permissions.ts';
import type { Seat } from '../participants/types.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { presentsNow, waitsForFloor } from './selectors.ts';
import type { StageCommand } from './types.ts';

export const decideStage = (
  state: WorkshopState,
  command: StageCommand,
  { by }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  const { silenced, spotlight, asked } = state.stage;
  const { seats } = state.participants;
  switch (command.type) {
    case 'stage/silence':
      if (!Object.hasOwn(seats, command.seat)) return refuse('participants/unknownSeat');
      if (silenced[command.seat]?.includes(command.source)) return refuse('stage/alreadySilenced');
      return accept({ type: 'stage/silenced', seat: command.seat, source: command.source });
    case 'stage/silenceAll':
      return accept(
        ...Object.values<Seat>(seats)
          .filter(({ id }) => id !== state.floor.holder?.seat && !(by.kind === 'seat' && by.seat === id))
          .filter(({ role }) => roleMay(role, 'stage.publish'))
          .filter(({ id, role }) => command.spare !== 'speakers' || (role !== 'speaker' && !presentsNow(state, id)))
          .filter(({ id, presence }) => presence.kind === 'here' && !silenced[id]?.includes('microphone'))
          .map(({ id }): WorkshopEvent => ({ type: 'stage/silenced', seat: id, source: 'microphone' })),
      );
    case 'stage/resume':
      if (by.kind !== 'seat') return refuse('permission/notSeated');
      if (command.source === 'microphone' && waitsForFloor(state, by.seat)) return refuse('stage/waitsForFloor');
      return silenced[by.seat]?.includes(command.source)
        ? accept({ type: 'stage/resumed', seat: by.seat, source: command.source })
        : refuse('stage/notSilenced');
    case 'stage/askToUnmute': {
      const seat = Object.hasOwn(seats, command.seat) ? seats[command.seat] : undefined;
      if (!seat) return refuse('participants/unknownSeat');
      if (!roleMay(seat.role, 'stage.publish')) return refuse('permission/denied');
      if (seat.presence.kind !== 'here') return refuse('floor/notHere');
      if (waitsForFloor(state, seat.id)) return refuse('stage/waitsForFloor');
      if (asked.includes(seat.id)) return refuse('stage/alreadyAsked');
      return accept({ type: 'stage/askedToUnmute', seat: seat.id });
    }
    case 'stage/answerAsk':
      if (by.kind !== 'seat' || !asked.includes(by.seat)) return refuse('stage/notAsked');
      return accept({ type: 'stage/askAnswered', seat: by.seat });
    case 'stage/limitSharing':
      if (command.sharing === state.stage.sharing) return accept();
      return accept({ type: 'stage/sharingLimited', sharing: command.sharing });
    case 'stage/spotlight':
      if (spotlight === command.seat) return refuse('stage/alreadySpotlit');
      if (command.seat !== null) {
        const seat = Object.hasOwn(seats, command.seat) ? seats[command.seat] : undefined;
        if (!seat) return refuse('participants/unknownSeat');
        if (!roleMay(seat.role, 'stage.publish')) return refuse('permission/denied');
        if (seat.presence.kind === 'gone') return refuse('floor/notHere');
      }
      return accept({ type: 'stage/spotlit', seat: command.seat });
  }
};
