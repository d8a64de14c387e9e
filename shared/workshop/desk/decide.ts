/** Who speaks in the desk's channel: whoever the table of permissions lets, in the own name. Rule K1 of SPEC.md. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Context } from '../actor.ts';
import type { WorkshopEvent, WorkshopRefusalCode } from '../workshop.ts';
import type { DeskCommand } from './types.ts';

export const decideDesk = ({ text }: DeskCommand, { by }: Context): Decision<WorkshopEvent, WorkshopRefusalCode> =>
  by.kind === 'seat' ? accept({ type: 'desk/said', seat: by.seat, text }) : refuse('permission/notSeated');
