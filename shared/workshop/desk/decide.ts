/** Who speaks in the desk's channel: whoever the table of permissions lets, in the own name. Rules K1 and K3 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Context } from '../actor.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import type { DeskCommand } from './types.ts';

export const decideDesk = (
  { session }: Pick<WorkshopState, 'session'>,
  command: DeskCommand,
  { by }: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  if (command.type === 'desk/forget') {
    return session.phase === 'ended' ? accept({ type: 'desk/forgotten' }) : refuse('session/notEnded');
  }
  return by.kind === 'seat'
    ? accept({ type: 'desk/said', seat: by.seat, text: command.text })
    : refuse('permission/notSeated');
};
