/**
 * What one connection says about the facts: checked, counted, handed to the room, always answered. Owns validation and pace.
 * Who speaks comes from the holder. Must not know rules or storage.
 */
import type { z } from 'zod/mini';
import {
  catchUpMessage,
  commandMessage,
  leaveMessage,
  lineMessage,
  reactMessage,
} from '../../shared/protocol/schemas.ts';
import type { CommandId } from '../../shared/kernel/ids.ts';
import type { CommandReply, ProtocolError } from '../../shared/protocol/workshop-messages.ts';
import { isUnnamed } from '../../shared/workshop/concealed.ts';
import type { WorkshopCommand } from '../../shared/workshop/workshop.ts';
import type { ChatKeeper } from '../chat/keeper.ts';
import type { Counters } from '../counters.ts';
import type { Clock } from '../ports.ts';
import type { Audit } from '../ports/audit.ts';
import { farewell } from './farewell.ts';
import type { Hall } from './hall.ts';
import type { Holder, PlenarySocket } from './socket-types.ts';
import { createAllowance } from './allowance.ts';

/** Messages of one connection: how many at once, and how many a second in the long run. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

export interface CommandGatewayOptions {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly pace: Pace;
  /** Messages above the allowance after which the connection is ended. */
  readonly patience: number;
  readonly audit: Audit;
  readonly chat: ChatKeeper;
}

/** Of one connection. */
const REACTIONS: Pace = { burst: 4, perSecond: 1 };
const LINES: Pace = { burst: 3, perSecond: 0.2 };

const KNOWN: ReadonlySet<string> = new Set([
  'workshop:command',
  'workshop:catchUp',
  'workshop:leave',
  'workshop:react',
  'workshop:line',
  'media:request',
]);

type Reply = (answer: unknown) => void;

const isReply = (given: unknown): given is Reply => typeof given === 'function';

const placeOf = (issue: z.core.$ZodIssue | undefined): string => (issue?.path ?? []).map(String).join('.');

export const serveCommands = (
  socket: PlenarySocket,
  { seat, workshop, running }: Holder,
  hall: Hall,
  { clock, counters, pace, patience, audit, chat }: CommandGatewayOptions,
): void => {
  const { room } = running;
  const allowance = createAllowance(pace.perSecond, pace.burst, () => clock.now());
  const reactions = createAllowance(REACTIONS.perSecond, REACTIONS.burst, () => clock.now());
  const lines = createAllowance(LINES.perSecond, LINES.burst, () => clock.now());
  const told = new Set<string>();
  let impatience = 0;

  const no = (error: ProtocolError, reply: unknown): void => {
    counters.count(error.code.replace('/', '.'));
    if (isReply(reply)) reply({ ok: false, error });
    // Of a flood the first ones are enough.
    if (told.has(error.code)) return;
    told.add(error.code);
    audit.note({ door: 'socket', action: 'message', outcome: 'refused', code: error.code, workshop, seat });
  };

  socket.use(([event, ...args], next) => {
    const reply: unknown = args.at(-1);
    // The media's requests have a pace of their own.
    if (event !== 'media:request' && !allowance.take()) {
      no({ code: 'protocol/tooFast' }, reply);
      impatience += 1;
      if (impatience > patience) farewell(socket, { code: 'protocol/tooFast' });
      return;
    }
    if (!KNOWN.has(event)) return no({ code: 'protocol/malformed', detail: 'event' }, reply);
    if (args.length !== 2 || !isReply(reply)) return no({ code: 'protocol/malformed', detail: 'arguments' }, reply);
    next();
  });

  /** Reads a message by its schema; what is not understood is answered and counted. */
  const read = <Message>(schema: z.ZodMiniType<Message>, message: unknown, reply: Reply): Message | null => {
    const result = schema.safeParse(message);
    if (result.success) return result.data;
    no({ code: 'protocol/malformed', detail: placeOf(result.error.issues[0]) }, reply);
    return null;
  };

  const dispatch = async (id: CommandId, command: WorkshopCommand): Promise<CommandReply> => {
    if (command.type !== 'chat/say') return room.dispatch({ kind: 'seat', seat }, id, command);
    const said = await chat.say(room, seat, id, command);
    if (said.isNew) hall.words(id, command.text);
    return said.reply;
  };

  socket.on('workshop:command', (message, reply) => {
    const asked = read(commandMessage, message, reply as Reply);
    if (!asked) return;
    void dispatch(asked.id, asked.command).then((answer) => {
      counters.count(answer.ok ? 'commands.accepted' : 'commands.refused');
      reply(answer);
      const { type } = asked.command;
      const refused = answer.ok ? {} : { code: 'refusal' in answer ? answer.refusal.code : answer.error.code };
      audit.note({
        door: 'socket',
        action: type,
        outcome: answer.ok ? 'done' : 'refused',
        workshop,
        // What the log holds without a name has none here either, nor an id by which the two could be put together.
        ...(!isUnnamed(asked.command) && { seat, request: asked.id }),
        ...('seat' in asked.command && asked.command.seat !== null && { target: asked.command.seat }),
        ...(type === 'participants/anonymize' && { target: asked.command.person }),
        ...refused,
      });
    });
  });

  socket.on('workshop:catchUp', (message, reply) => {
    const asked = read(catchUpMessage, message, reply as Reply);
    if (asked) void hall.catchUp(seat, asked.since).then(reply);
  });

  socket.on('workshop:react', (message, reply) => {
    const asked = read(reactMessage, message, reply as Reply);
    if (asked) reply({ ok: reactions.take() && hall.react(seat, asked.reaction) });
  });

  socket.on('workshop:line', (message, reply) => {
    const quality = read(lineMessage, message, reply as Reply);
    if (quality) reply({ ok: lines.take() && hall.line(seat, quality) });
  });

  socket.on('workshop:leave', (message, reply) => {
    if (read(leaveMessage, message, reply as Reply)) void hall.leave(seat).then((ok) => reply({ ok }));
  });
};
