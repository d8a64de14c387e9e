// The real server in the test's own process, at a free port, on a data folder of its own. Without media unless a test asks for it.
import { onTestFinished } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { App, AppOptions } from '../../server/app-shape.ts';
import type { Config } from '../../server/config.ts';
import type { HttpLimits } from '../../server/http/limits.ts';
import { withoutMedia } from '../../server/workshops/without-media.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface TestServer {
  readonly url: string;
  readonly app: App;
  /** The data folder; a second server on it sees what the first has written. */
  readonly folder: string;
  close(): Promise<void>;
}

export interface TestServerOptions extends Partial<Omit<AppOptions, 'config'>> {
  readonly folder?: string;
  readonly databaseUrl?: string;
  readonly http?: Partial<Config['http']>;
  readonly logLevel?: Config['logLevel'];
  readonly mail?: Config['mail'];
  readonly openId?: Config['openId'];
  readonly languageModel?: Config['languageModel'];
  readonly webhooksMayBePrivate?: boolean;
  readonly wechat?: Config['wechat'];
}

const testConfig = (folder: string, options: TestServerOptions = {}): Config => ({
  http: { host: '127.0.0.1', port: 0, publicUrl: null, trustProxy: false, tls: null, ...options.http },
  mail: options.mail ?? null,
  openId: options.openId ?? null,
  languageModel: options.languageModel ?? null,
  webhooksMayBePrivate: options.webhooksMayBePrivate ?? false,
  wechat: options.wechat ?? null,
  store: { folder, databaseUrl: options.databaseUrl ?? null },
  media: {
    listenIp: '127.0.0.1',
    announcedAddress: null,
    portBase: 0,
    workers: 1,
    workerBin: null,
    turn: null,
  },
  logLevel: options.logLevel ?? 'silent',
});

const UNLIMITED: HttpLimits = {
  requests: 1e6,
  founding: 1e6,
  entering: 1e6,
  commands: 1e6,
  signingIn: 1e6,
  uploading: 1e6,
};

/** Ends with its test at the latest. */
export const startServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const folder = options.folder ?? temporaryFolder();
  const { clock, mint, limits } = options;
  const app = await buildApp({
    config: testConfig(folder, options),
    clientFolder: options.clientFolder ?? folder,
    media: options.media ?? withoutMedia('a test without media'),
    limits: { ...limits, http: { ...UNLIMITED, ...limits?.http } },
    ...(options.logTo && { logTo: options.logTo }),
    ...(clock && { clock }),
    ...(mint && { mint }),
  });
  const url = await app.listen();
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= app.close());
  onTestFinished(close);
  return { url, app, folder, close };
};
