/**
 * The composition root: joins adapters, workshops and doors into one server. The only file that knows everything; owns no behaviour
 * beyond the order of starting and ending.
 */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import { createBanWatch } from './accounts/ban-watch.ts';
import { createDoor } from './accounts/door.ts';
import { createTickets } from './accounts/tickets.ts';
import { openLedger } from './audit/ledger.ts';
import { createChatKeeper } from './chat/keeper.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { createCounters, type Counters } from './counters.ts';
import demo from './demo/first-online-workshop.json' with { type: 'json' };
import { wireDirectory } from './directory/compose.ts';
import { createCabinet } from './files/cabinet.ts';
import { createPortraits } from './files/portraits.ts';
import { createShelf } from './files/shelf.ts';
import { mediaFor } from './gateway/media-for.ts';
import { openSocketGateway, type SocketLimits } from './gateway/socket-gateway.ts';
import { routeUpgrades } from './gateway/upgrade-router.ts';
import { wireAccounts, type Accounts } from './http/accounts/compose.ts';
import { auditHttp } from './http/audit-hook.ts';
import { createAuthorize } from './http/authorize.ts';
import type { AccountOf } from './http/door-routes.ts';
import { fileRoutes } from './http/file-routes.ts';
import { recordRoutes } from './http/record-routes.ts';
import { createHttp } from './http/http-server.ts';
import { importRoutes } from './http/import-routes.ts';
import { installationRoutes } from './http/installation-routes.ts';
import { HTTP_LIMITS, type HttpLimits } from './http/limits.ts';
import { baseOf } from './http/links.ts';
import { wireDoors } from './http/wire-doors.ts';
import { openControl } from './control/control-server.ts';
import { createOperations } from './control/create-operations.ts';
import type { Operations } from './control/operations.ts';
import { servePages } from './http/pages.ts';
import { workshopRoutes } from './http/workshop-routes.ts';
import { openPostOffice, type PostOffice } from './mail/outbox.ts';
import { createMint } from './mint.ts';
import { attachNotes, type NotesGateway } from './notes/notes-gateway.ts';
import type { NotesLimits } from './notes/notes-options.ts';
import type { Clock, MediaPlane, Mint } from './ports.ts';
import { openMedia } from './open-media.ts';
import { createCopies } from './privacy/copies.ts';
import { wirePrivacy } from './privacy/compose.ts';
import { createForgettingWatch } from './privacy/forgetting-watch.ts';
import { openStores } from './storage/stores.ts';
import { wireUpdates, type Updates } from './updates/compose.ts';
import { createReading } from './updates/reading.ts';
import { createFounder } from './workshops/founding.ts';
import { createImport } from './workshops/import.ts';
import { createRegistry, type WorkshopRegistry } from './workshops/registry.ts';
import { notesRules } from './workshops/rights.ts';

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
  readonly updates: Updates;
  /** Listens; answers the address to open, such as http://127.0.0.1:3000. */
  listen(): Promise<string>;
  /** Says goodbye, writes what is under way, lets go of everything. */
  close(): Promise<void>;
}

/** How long connections may take to hear the goodbye. */
const GOODBYE_MS = 2000;

export const buildApp = async (options: AppOptions): Promise<App> => {
  const { config, clock = createClock(), mint = createMint(), limits = {} } = options;
  const { publicUrl } = config.http;
  const httpLimits = { ...HTTP_LIMITS, ...limits.http };
  const counters = createCounters();
  const fastify = await createHttp({ config, mint, counters, limits: httpLimits, logTo: options.logTo });
  const { log } = fastify;
  const onFault = (fault: unknown): void => {
    counters.count('faults');
    log.error({ err: fault }, 'a fault');
  };

  const stores = await openStores({ folder: config.store.folder, url: config.store.databaseUrl ?? undefined });
  const { facts, access, prose, fileRecords } = stores;
  const audit = openLedger({ store: stores.audit, clock, mint, count: counters.count, onFault });
  auditHttp(fastify, audit);
  const media = options.media ?? (await openMedia(config, clock, log));
  const chat = createChatKeeper(stores.chat, clock, onFault);
  const registry = createRegistry({
    facts,
    clock,
    mint,
    media,
    onFault,
    attendants: [createBanWatch(access, mint, onFault), createForgettingWatch(access, clock, onFault), chat.attend],
  });
  const tickets = createTickets(await access.installationSecret('tickets', mint.secret), clock, mint);
  const door = createDoor(access, clock, mint);
  const founder = createFounder(facts, clock, mint);
  const files = createCabinet({ folder: join(config.store.folder, 'files'), records: fileRecords, clock, mint });
  const copies = createCopies({ registry, files, chat });
  const notes = attachNotes({
    prose,
    clock,
    log,
    redeem: (ticket) => tickets.redeem('notes', ticket),
    rulesFor: async (workshop) => {
      const running = await registry.find(workshop);
      return running && notesRules(running.room);
    },
    count: (what) => counters.count(what),
    refused: (action, holder) => audit.note({ door: 'notes', action, outcome: 'refused', ...holder }),
    ...(limits.notes && { limits: limits.notes }),
  });
  const importWorkshop = createImport({ founder, clock, mint, writeBoard: notes.writeBoard });
  const authorize = createAuthorize(door, registry);

  // Until it listens: where it will, for a command line that opens the store without serving it.
  let reachedAt = `http${config.http.tls ? 's' : ''}://${config.http.host}:${config.http.port}`;
  const base = (): string => publicUrl ?? reachedAt;
  const outbox = await openPostOffice({ store: stores.outbox, server: config.mail, clock, mint, site: base, onFault });
  const accounts = await wireAccounts({
    fastify,
    stores,
    outbox,
    openId: config.openId,
    registry,
    copies,
    door,
    clock,
    mint,
    publicUrl,
    base,
    limits: httpLimits,
    onFault,
    onRefused: (reason) => log.warn({ err: reason }, 'the provider’s answer was refused'),
  });

  const { visitors } = accounts;
  const portraits = createPortraits({ folder: join(config.store.folder, 'portraits'), mint });
  const unnamed = await wireDirectory({
    fastify,
    stores,
    portraits,
    visitors,
    authorize,
    limits: httpLimits,
    clock,
    mint,
    onFault,
  });
  await fastify.register(installationRoutes, { facts, media, version: packageJson.version, ...accounts.owners });
  const accountOf: AccountOf = async (request) => (await accounts.visitors.of(request))?.account ?? null;
  const { browserCookie, issueLink, linkAt } = await wireDoors({
    fastify,
    access,
    registry,
    door,
    tickets,
    authorize,
    accountOf,
    clock,
    mint,
    publicUrl,
    limits: httpLimits,
  });
  await fastify.register(workshopRoutes, {
    registry,
    door,
    founder,
    importWorkshop,
    issueLink,
    browserCookie,
    accountOf,
    limits: httpLimits,
    ownerFor: accounts.owners.ownerFor,
    readDemo: () => Promise.resolve(JSON.stringify(demo)),
  });
  await fastify.register(importRoutes, {
    importWorkshop,
    issueLink,
    limits: httpLimits,
    ownerFor: accounts.owners.ownerFor,
  });
  await fastify.register(fileRoutes, { files, authorize, limits: httpLimits });
  await fastify.register(recordRoutes, { authorize, clock, chat });
  const reading = createReading(registry, notes.readBoard, authorize);
  const updates = await wireUpdates({
    fastify,
    store: stores.publications,
    shelf: createShelf({
      folder: join(config.store.folder, 'published'),
      records: stores.pictures,
      cabinet: files,
      mint,
    }),
    clock,
    mint,
    visitors: accounts.visitors,
    reading,
    ownerOf: async (workshop) => (await stores.organizations.ownerOf(workshop))?.organization ?? null,
    baseOf: (request) => baseOf(request, publicUrl),
    drafting: { stores, outbox, authorize, files, limits: httpLimits, folder: config.store.folder, log },
    onFault,
  });
  const privacy = await wirePrivacy({
    fastify,
    stores,
    ledger: audit,
    visitors: accounts.visitors,
    authorize,
    registry,
    files,
    unnamedPortraits: unnamed,
    copies,
    clock,
    mint,
    onFault,
  });
  await servePages(fastify, options.clientFolder);

  const sockets = openSocketGateway({
    server: fastify.server,
    publicUrl,
    registry,
    tickets,
    clock,
    mint,
    counters,
    onFault,
    audit,
    chat,
    serveMedia: mediaFor({ counters, audit, log }),
    limits: limits.sockets,
  });
  const cutUpgrades = routeUpgrades(fastify.server, { publicUrl, counters, notes: notes.upgrade });
  await registry.resume();

  const operations = createOperations({
    accounts,
    purge: privacy.purge,
    importWorkshop,
    list: facts.list,
    linkAt: (workshop, role) => linkAt(base(), workshop, { role }),
    loadWorkshop: reading.loadWorkshop,
    readBoard: reading.readBoard,
  });
  let closeControl = (): Promise<void> => Promise.resolve();

  return {
    fastify,
    counters,
    registry,
    notes,
    operations,
    accounts,
    outbox,
    updates,
    async listen() {
      const address = await fastify.listen({ host: config.http.host, port: config.http.port });
      // Fastify does not see that the server it was given speaks TLS.
      reachedAt = config.http.tls ? address.replace(/^http:/, 'https:') : address;
      closeControl = await openControl({ folder: config.store.folder, mint, operations });
      return reachedAt;
    },
    async close() {
      await closeControl();
      privacy.close();
      sockets.close();
      await updates.close();
      await notes.close();
      // Whoever was sent away is still being written down as such.
      await Promise.all(registry.running().map((room) => room.inTurn(() => undefined)));
      registry.close();
      const cutting = setTimeout(cutUpgrades, GOODBYE_MS);
      await fastify.close();
      clearTimeout(cutting);
      await accounts.close();
      await outbox.close();
      await media.close();
      await audit.close();
      await stores.close();
    },
  };
};
