/**
 * Socket.IO on the HTTP server: handshake, one hall for each workshop, counting of what is not understood. Owns connections;
 * what they say is read by command-gateway.ts and the media's own gateway. Must not know rules.
 */
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { Tickets } from '../accounts/tickets.ts';
import type { ChatKeeper } from '../chat/keeper.ts';
import type { Counters } from '../counters.ts';
import type { Clock, Mint } from '../ports.ts';
import type { Audit } from '../ports/audit.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';
import { serveCommands, type Pace } from './command-gateway.ts';
import { farewell, meanIt, wasMeant } from './farewell.ts';
import { Hall } from './hall.ts';
import { HandshakeRefused, shakeHands } from './handshake.ts';
import { isOwnOrigin } from './origin.ts';
import { guardOutbox } from './outbox-guard.ts';
import { countStrayPackets } from './stray-packets.ts';
import type { Holder, PlenaryIo, PlenarySocket } from './socket-types.ts';
import { SOCKET_PATH } from './upgrade-router.ts';

export interface SocketLimits {
  /** Largest message, bytes. */
  readonly message: number;
  readonly pace: Pace;
  /** Messages above the allowance after which a connection is ended. */
  readonly patience: number;
  /** Bytes that may wait for a client that reads nothing. */
  readonly unread: number;
}

const SOCKET_LIMITS: SocketLimits = {
  message: 256 * 1024,
  pace: { burst: 120, perSecond: 30 },
  patience: 600,
  unread: 4 * 1024 * 1024,
};

export interface SocketGatewayOptions {
  readonly server: HttpServer;
  readonly publicUrl: string | null;
  readonly registry: WorkshopRegistry;
  readonly tickets: Tickets;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly counters: Counters;
  readonly onFault: (fault: unknown) => void;
  readonly audit: Audit;
  readonly chat: ChatKeeper;
  /** Serves the media's words of a connection; given by app.ts. */
  readonly serveMedia: (socket: PlenarySocket, holder: Holder) => void;
  readonly limits?: Partial<SocketLimits> | undefined;
}

export interface SocketGateway {
  /** Changes with each start: clients rebuild their media when it does. */
  readonly epoch: string;
  /** Says goodbye to everybody and ends the connections. */
  close(): void;
}

/** Broken connections are noticed within the sum of both. */
const PING_EVERY_MS = 10_000;
const PING_ANSWER_MS = 8_000;

export const openSocketGateway = (options: SocketGatewayOptions): SocketGateway => {
  const { registry, tickets, clock, mint, counters, onFault, audit, chat } = options;
  const limits = { ...SOCKET_LIMITS, ...options.limits };
  const epoch = mint.id();
  const halls = new Map<WorkshopId, Hall>();
  const io: PlenaryIo = new Server(options.server, {
    path: SOCKET_PATH,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: limits.message,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_ANSWER_MS,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const own = isOwnOrigin(request, options.publicUrl);
      if (!own) counters.count('protocol.foreignOrigin');
      answer(own ? null : 'protocol/foreignOrigin', own);
    },
  });

  // A frame that cannot be read makes the engine or the parser close the connection; so does a client that never says who it is.
  io.engine.on('connection', (connection: { on(event: 'close', heard: (reason: string) => void): void }) => {
    connection.on('close', (reason) => {
      const broken = reason === 'parse error' || reason === 'forced close' || reason === 'transport error';
      if (broken && !wasMeant(connection)) counters.count('protocol.malformed');
    });
  });
  io.engine.on('connection_error', ({ code }: { readonly code: number }) => {
    // 4 is our own refusal of a foreign origin, counted there.
    if (code !== 4) counters.count('protocol.malformed');
  });
  io.of((_name, _auth, next) => {
    counters.count('protocol.malformed');
    next(null, false);
  });

  const hallOf = ({ workshop, running }: Holder): Hall => {
    const known = halls.get(workshop);
    if (known) return known;
    const hall = new Hall(running.room, { io, clock, mint, epoch, onEmpty: () => halls.delete(workshop) });
    halls.set(workshop, hall);
    return hall;
  };

  io.use((socket, next) => {
    shakeHands(socket.handshake.auth, { tickets, registry, mint }).then(
      (holder) => {
        socket.data.holder = holder;
        next();
      },
      (reason: unknown) => {
        const isRefusal = reason instanceof HandshakeRefused;
        if (!isRefusal) onFault(reason);
        const refused = isRefusal ? reason : new HandshakeRefused('protocol/unavailable');
        counters.count(refused.data.code.replace('/', '.'));
        audit.note({ door: 'socket', action: 'connect', outcome: 'refused', code: refused.data.code });
        meanIt(socket.conn);
        next(refused);
      },
    );
  });

  io.on('connection', (socket: PlenarySocket) => {
    const { holder } = socket.data;
    if (!holder) return void socket.disconnect(true);
    const hall = hallOf(holder);
    guardOutbox(socket, limits.unread, () => {
      counters.count('protocol.slowReader');
      meanIt(socket.conn);
    });
    // Without a listener Socket.IO would write broken frames to the console; they are counted when they end the connection.
    socket.on('error', () => undefined);
    countStrayPackets(socket, counters);
    serveCommands(socket, holder, hall, { clock, counters, pace: limits.pace, patience: limits.patience, audit, chat });
    options.serveMedia(socket, holder);
    socket.on('disconnect', () => hall.exit(socket, holder.seat));
    hall.enter(socket, holder).catch((fault: unknown) => {
      onFault(fault);
      farewell(socket, { code: 'protocol/fault' });
    });
  });

  return {
    epoch,
    close() {
      for (const hall of halls.values()) {
        for (const socket of hall.sockets) farewell(socket, { code: 'protocol/unavailable' });
      }
      // Not io.close(): it would end the HTTP server too, which is not its own.
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
};
