/** Joins program updates: drafts, approvals, publisher, public pages, editors' routes. Owns the order; what they need of the world is given. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { HttpLimits } from '../http/limits.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Tell } from '../api/happenings.ts';
import type { Clock, Mint } from '../ports.ts';
import type { OrganizationStore } from '../ports/organizations.ts';
import type { PictureShelf, PublicationSources, PublicationStore } from '../ports/updates.ts';
import { createPdfPress } from '../documents/pdf-press.ts';
import { besideArticle } from './documents/beside.ts';
import { printFor } from './documents/print.ts';
import { wireImporting } from './importing/compose.ts';
import type { FolderImport } from './importing/folder-import.ts';
import type { Site } from './pages/addresses.ts';
import { latestRoutes } from './pages/latest-routes.ts';
import { createMoved } from './pages/moved.ts';
import { publicRoutes } from './pages/public-routes.ts';
import { createDraftArticles } from './drafting/as-article.ts';
import { orEditor } from './drafting/door.ts';
import { wireDrafting, type DraftingOptions } from './drafting/compose.ts';
import { editorRoutes } from './publishing/editor-routes.ts';
import { createFromWorkshop, type WorkshopMaterial } from './publishing/from-workshop.ts';
import type { UpdateRoutesOptions } from './update-routes.ts';
import { createWechatSigner, type WechatAccount } from './wechat/signer.ts';
import { wechatRoutes } from './wechat/wechat-routes.ts';
import { writingRoutes } from './writing-routes.ts';
import { createPublicationTelling } from './publishing/telling.ts';
import { createPublisher, type Publisher } from './publishing/publisher.ts';

export interface UpdatesOptions {
  readonly fastify: FastifyInstance;
  readonly shelf: PictureShelf;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly visitors: Pick<Visitors, 'caller' | 'someone' | 'member' | 'administrator'>;
  readonly reading: UpdateRoutesOptions;
  readonly drafting: DraftingOptions & {
    readonly limits: Pick<HttpLimits, 'uploading'>;
    readonly stores: {
      readonly publications: PublicationStore;
      readonly publicationSources: PublicationSources;
      readonly organizations: Pick<OrganizationStore, 'list'>;
    };
  };
  readonly ownerOf: (workshop: WorkshopId) => Promise<OwningOrganizationId | null>;
  /** The origin of addresses in pages, as configured or as a request named it. */
  readonly baseOf: (request: FastifyRequest) => string;
  readonly tell: Tell;
  /** Null: articles go without WeChat's signed card. */
  readonly wechat: WechatAccount | null;
  readonly onFault: (fault: unknown) => void;
}

const WECHAT_SCRIPT = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';

export interface Updates {
  readonly publisher: Publisher;
  readonly shelf: PictureShelf;
  /** An archive of this machine, for the command line. */
  readonly importFolder: FolderImport;
  /** The article that stood at an address of an older site. */
  readonly movedTo: (address: string) => Promise<string | null>;
  /** Lets go of who waits, and of embargoes. */
  close(): Promise<void>;
}

export const wireUpdates = async (options: UpdatesOptions): Promise<Updates> => {
  const { fastify, shelf, clock, mint, visitors, reading, ownerOf, baseOf, onFault } = options;
  const { publications: store, publicationSources: sources, organizations } = options.drafting.stores;
  const loadMaterial = async (workshop: WorkshopId): Promise<WorkshopMaterial | null> => {
    const loaded = await reading.loadWorkshop(workshop);
    return loaded && { ...loaded, board: await reading.readBoard(workshop) };
  };
  const { desk, approvals, door } = await wireDrafting({ ...options.drafting, ...options, loadMaterial });
  const articles = createDraftArticles(desk);
  const press = createPdfPress({ clock });
  const print = printFor(press);
  const authorize = orEditor(reading.authorize, door);
  await fastify.register(writingRoutes, {
    ...reading,
    authorize,
    clock,
    cabinet: options.drafting.files,
    articles,
    print,
    versions: options.drafting.stores.minutesVersions,
  });
  const publisher = createPublisher({
    store,
    shelf,
    clock,
    mayPublish: [approvals],
    tell: createPublicationTelling(options.tell),
    onFault,
  });
  const siteOf = (request: FastifyRequest): Site => ({ base: baseOf(request) });
  await fastify.register(publicRoutes, {
    store,
    shelf,
    siteOf,
    wechatScript: options.wechat && WECHAT_SCRIPT,
    beside: besideArticle(shelf, print),
  });
  await fastify.register(latestRoutes, { store });
  const onRefused = (why: Error): void => options.drafting.log.error({ err: why }, 'no signature of WeChat');
  const signer = options.wechat && createWechatSigner(options.wechat, { clock, mint, onRefused });
  await fastify.register(wechatRoutes, { signer, siteOf });
  const fromWorkshop = createFromWorkshop({ shelf, clock, mint, articles: articles.ready });
  await fastify.register(editorRoutes, { visitors, store, publisher, fromWorkshop, loadMaterial, ownerOf });
  const { limits, folder } = options.drafting;
  const { imports, importFolder } = await wireImporting({
    ...options,
    publisher,
    store,
    sources,
    organizations,
    limits,
    folder,
  });
  await publisher.start();
  return {
    publisher,
    shelf,
    importFolder,
    movedTo: createMoved(store),
    async close() {
      await imports.close();
      desk.close();
      await press.close();
      await publisher.close();
    },
  };
};
