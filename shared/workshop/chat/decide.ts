/** Who may say what to whom, and delete it. Rules H1–H6 of SPEC.md. The words themselves are the schema's affair and are not looked at. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Context } from '../actor.ts';
import { lookUp } from '../../kernel/records.ts';
import { seatAtTable } from '../participants/selectors.ts';
import { roleMay } from '../permissions.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { saysTooFast, seesLine } from './selectors.ts';
import { CHAT_LINES, type ChatCommand } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;
type Of<Type extends ChatCommand['type']> = Extract<ChatCommand, { readonly type: Type }>;

const say = (state: WorkshopState, { to }: Of<'chat/say'>, { by, at }: Context): Decided => {
  const own = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
  if (!own) return refuse('permission/notSeated');
  if (state.session.phase === 'ended') return refuse('session/over');
  const { rules, lines } = state.chat;
  if (to.kind === 'seat') {
    if (!rules.between) return refuse('chat/notBetween');
    if (to.seat === own.id) return refuse('chat/yourself');
    if (seatAtTable(state, to.seat) === null) return refuse('chat/unknownSeat');
  }
  if (!rules.open && to.kind !== 'desk' && !roleMay(own.role, 'chat.moderate')) return refuse('chat/closed');
  if (lines.length >= CHAT_LINES) return refuse('chat/full');
  if (saysTooFast(state.chat, own.id, at)) return refuse('chat/tooFast');
  return accept({ type: 'chat/said', seat: own.id, to });
};

const remove = (state: WorkshopState, command: Of<'chat/delete'>, { by }: Context): Decided => {
  const own = by.kind === 'seat' ? lookUp(state.participants.seats, by.seat) : undefined;
  if (!own) return refuse('permission/notSeated');
  const moderates = roleMay(own.role, 'chat.moderate');
  const line = state.chat.lines.find(({ id }) => id === command.line);
  // Whoever may not see a line is not told that there is one.
  if (line === undefined || !seesLine(line, own.id, moderates)) return refuse('chat/unknownLine');
  if (line.seat !== own.id && !moderates) return refuse('chat/notYours');
  if (line.deleted !== undefined) return accept();
  const { id, seat, to } = line;
  return accept({ type: 'chat/deleted', line: id, seat, to, by: seat === own.id ? 'author' : 'desk' });
};

export const decideChat = (state: WorkshopState, command: ChatCommand, context: Context): Decided => {
  switch (command.type) {
    case 'chat/say':
      return say(state, command, context);
    case 'chat/delete':
      return remove(state, command, context);
    case 'chat/setRules': {
      const rules = { ...state.chat.rules, ...command.rules };
      const same = rules.open === state.chat.rules.open && rules.between === state.chat.rules.between;
      return same ? accept() : accept({ type: 'chat/rulesSet', rules: command.rules });
    }
  }
};
