/**
 * The composition root: joins adapters, workshops and doors into one server. The only file that knows everything; owns no behaviour
 * beyond the order of starting and ending.
 */
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { createBanWatch } from './accounts/ban-watch.ts';
import { createDoor } from './accounts/door.ts';
import { createTickets } from './accounts/tickets.ts';
import { openLedger } from './audit/ledger.ts';
import { createChatKeeper } from './chat/keeper.ts';
import { createClock } from './clock.ts';
import { createCounters } from './counters.ts';
import type { App, AppOptions } from './app-shape.ts';
import { wireDirectory } from './directory/compose.ts';
import { createCabinet } from './files/cabinet.ts';
import { createDeckShelf } from './files/deck-shelf.ts';
import { createPortraits } from './files/portraits.ts';
import { createShelf } from './files/shelf.ts';
import { createBell } from './invitations/bell.ts';
import { wireInvitations } from './invitations/compose.ts';
import { mediaFor } from './gateway/media-for.ts';
import { openSocketGateway } from './gateway/socket-gateway.ts';
import { routeUpgrades } from './gateway/upgrade-router.ts';
import { wireAccounts } from './http/accounts/compose.ts';
import { auditHttp } from './http/audit-hook.ts';
import { openTelling, wireApi } from './http/api/compose.ts';
import { createAuthorize } from './http/authorize.ts';
import type { AccountOf } from './http/door-routes.ts';
import { createHttp } from './http/http-server.ts';
import { installationRoutes } from './http/installation-routes.ts';
import { HTTP_LIMITS } from './http/limits.ts';
import { baseOf } from './http/links.ts';
import { wireWorkshops } from './http/wire-workshops.ts';
import { createBackup } from './control/backup.ts';
import { openControl } from './control/control-server.ts';
import { createOperations } from './control/create-operations.ts';
import { servePages } from './http/pages.ts';
import { languageModelFor } from './language-model/chat-completions.ts';
import { openPostOffice } from './mail/outbox.ts';
import { createMint } from './mint.ts';
import { attachNotes } from './notes/notes-gateway.ts';
import { createRehearsals } from './media/rehearsals.ts';
import { openMedia } from './open-media.ts';
import { createCopies } from './privacy/copies.ts';
import { wirePrivacy } from './privacy/compose.ts';
import { createForgettingWatch } from './privacy/forgetting-watch.ts';
import { wireSlides } from './slides/compose.ts';
import { createSlidesWatch } from './slides/watch.ts';
import { openStores } from './storage/stores.ts';
import { createMinutesKeeper } from './updates/minutes/keeper.ts';
import { wireUpdates } from './updates/compose.ts';
import { createConsentWatch } from './updates/publishing/consent-watch.ts';
import { createReading } from './updates/reading.ts';
import { createFounder } from './workshops/founding.ts';
import { createImport } from './workshops/import.ts';
import { createRegistry } from './workshops/registry.ts';
import { notesRules } from './workshops/rights.ts';

/** How long connections may take to hear the goodbye. */
const GOODBYE_MS = 2000;

export const buildApp = async (options: AppOptions): Promise<App> => {
  const { config, clock = createClock(), mint = createMint(), limits = {} } = options;
  const { publicUrl } = config.http;
  const { folder } = config.store;
  const httpLimits = { ...HTTP_LIMITS, ...limits.http };
  const counters = createCounters();
  const fastify = await createHttp({ config, mint, counters, limits: httpLimits, logTo: options.logTo });
  const { log } = fastify;
  const onFault = (fault: unknown): void => {
    counters.count('faults');
    log.error({ err: fault }, 'a fault');
  };

  const stores = await openStores({ folder, url: config.store.databaseUrl ?? undefined });
  const { facts, access, prose, fileRecords } = stores;
  const audit = openLedger({ store: stores.audit, clock, mint, count: counters.count, onFault });
  auditHttp(fastify, audit);
  const media = options.media ?? (await openMedia(config, clock, log));
  const mayBePrivate = config.webhooksMayBePrivate;
  const telling = openTelling({ stores, clock, version: packageJson.version, mayBePrivate, onFault });
  const chat = createChatKeeper(stores.chat, clock, onFault);
  const decks = createDeckShelf({ folder: join(folder, 'slides'), clock, mint });
  const bell = createBell();
  const consents = createConsentWatch(onFault);
  const attendants = [
    createBanWatch(access, mint, onFault),
    createForgettingWatch(access, clock, onFault),
    chat.attend,
    createSlidesWatch(decks, onFault),
    bell.attend,
    telling.attend,
    consents.attend,
    createMinutesKeeper(stores.minutesVersions, (workshop) => reading.readBoard(workshop), onFault),
  ];
  const registry = createRegistry({ facts, clock, mint, media, onFault, attendants });
  const tickets = createTickets(await access.installationSecret('tickets', mint.secret), clock, mint);
  const door = createDoor(access, clock, mint);
  const founder = createFounder(facts, clock, mint);
  const files = createCabinet({ folder: join(folder, 'files'), records: fileRecords, clock, mint });
  const copies = createCopies({ registry, files, chat });
  const notes = attachNotes({
    prose,
    history: stores.boardHistory,
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
  /** What nearly every part of the house is given. */
  const house = { fastify, stores, registry, authorize, clock, mint, limits: httpLimits, onFault };

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
  const portraits = createPortraits({ folder: join(folder, 'portraits'), mint });
  const unnamed = await wireDirectory({ ...house, portraits, visitors });
  await fastify.register(installationRoutes, { facts, media, version: packageJson.version, ...accounts.owners });
  const accountOf: AccountOf = async (request) => (await accounts.visitors.caller(request))?.account ?? null;
  const rehearsals = createRehearsals(media, clock, mint);
  const linkAt = await wireWorkshops({
    fastify,
    stores,
    visitors,
    access,
    registry,
    door,
    tickets,
    authorize,
    accountOf,
    clock,
    mint,
    publicUrl,
    rehearsals,
    limits: httpLimits,
    founder,
    importWorkshop,
    ownerFor: accounts.owners.ownerFor,
    files,
    chat,
    history: notes.history,
  });
  const slides = await wireSlides({ ...house, shelf: decks });
  await wireApi({ ...house, accounts, telling, chat, mayBePrivate });
  const reading = createReading(registry, notes.readBoard, authorize);
  const rewriter = languageModelFor(config.languageModel, clock);
  const updates = await wireUpdates({
    fastify,
    shelf: createShelf({ folder: join(folder, 'published'), records: stores.pictures, cabinet: files }),
    clock,
    mint,
    visitors: accounts.visitors,
    reading,
    ownerOf: async (workshop) => (await stores.organizations.ownerOf(workshop))?.organization ?? null,
    baseOf: (request) => baseOf(request, publicUrl),
    tell: telling.tell,
    drafting: { stores, outbox, authorize, files, portraits, limits: httpLimits, folder, rewriter, log },
    wechat: config.wechat,
    onFault,
  });
  consents.follow(updates.publisher.takeOutPictures);
  const invitations = await wireInvitations({
    ...house,
    outbox,
    bell,
    readBoard: reading.readBoard,
    base,
    from: config.mail?.from ?? null,
  });
  const privacy = await wirePrivacy({
    fastify,
    stores,
    ledger: audit,
    visitors: accounts.visitors,
    authorize,
    registry,
    files,
    slides,
    unnamedPortraits: unnamed,
    copies,
    clock,
    mint,
    onFault,
  });
  await servePages(fastify, options.clientFolder, updates.movedTo);

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
    backup: createBackup({ folder, copyDatabase: stores.copyDatabase }),
    importWorkshop,
    list: facts.list,
    linkAt: (workshop, role) => linkAt(base(), workshop, { role }),
    ...reading,
    importFolder: updates.importFolder,
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
    telling,
    updates,
    invitations,
    async listen() {
      const address = await fastify.listen({ host: config.http.host, port: config.http.port });
      // Fastify does not see that the server it was given speaks TLS.
      reachedAt = config.http.tls ? address.replace(/^http:/, 'https:') : address;
      // Letters name addresses, so not before it is known where it listens.
      invitations.start();
      closeControl = await openControl({ folder, mint, operations });
      return reachedAt;
    },
    async close() {
      await closeControl();
      privacy.close();
      sockets.close();
      rehearsals.close();
      await updates.close();
      await notes.close();
      // Whoever was sent away is still being written down as such.
      await Promise.all(registry.running().map((room) => room.inTurn(() => undefined)));
      registry.close();
      const cutting = setTimeout(cutUpgrades, GOODBYE_MS);
      await fastify.close();
      clearTimeout(cutting);
      await accounts.close();
      await invitations.close();
      await telling.close();
      await outbox.close();
      decks.close();
      await media.close();
      await audit.close();
      await stores.close();
    },
  };
};
