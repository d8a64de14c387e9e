/** What the whole server is given and what it answers. Owns no behaviour. */
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Operations } from './control/operations.ts';
import type { Counters } from './counters.ts';
import type { SocketLimits } from './gateway/socket-gateway.ts';
import type { Accounts } from './http/accounts/compose.ts';
import type { Telling } from './http/api/compose.ts';
import type { HttpLimits } from './http/limits.ts';
import type { PostOffice } from './mail/outbox.ts';
import type { NotesGateway } from './notes/notes-gateway.ts';
import type { NotesLimits } from './notes/notes-options.ts';
import type { Clock, MediaPlane, Mint } from './ports.ts';
import type { WiredInvitations } from './invitations/compose.ts';
import type { Updates } from './updates/compose.ts';
import type { WorkshopRegistry } from './workshops/registry.ts';

export interface AppOptions {
  readonly config: Config;
  /** Where the built client stands. */
  readonly clientFolder: string;
  readonly clock?: Clock;
  readonly mint?: Mint;
  /** Where the log goes, line by line; standard output without it. */
  readonly logTo?: { write(line: string): void };
  /** Instead of mediasoup by configuration. */
  readonly media?: MediaPlane;
  readonly limits?: {
    readonly sockets?: Partial<SocketLimits>;
    readonly notes?: Partial<NotesLimits>;
    readonly http?: Partial<HttpLimits>;
  };
}

export interface App {
  readonly fastify: FastifyInstance;
  readonly counters: Counters;
  readonly registry: WorkshopRegistry;
  readonly notes: NotesGateway;
  readonly operations: Operations;
  readonly accounts: Accounts;
  readonly outbox: PostOffice;
  readonly telling: Telling;
  readonly updates: Updates;
  readonly invitations: WiredInvitations;
  /** Listens; answers the address to open, such as http://127.0.0.1:3000. */
  listen(): Promise<string>;
  /** Says goodbye, writes what is under way, lets go of everything. */
  close(): Promise<void>;
}
