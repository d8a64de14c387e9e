// The whole product for a browser: freshly built client, real server, real media, an empty data folder. Ends when it is closed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../../../server/app.ts';
import type { App } from '../../../server/app-shape.ts';
import type { Config } from '../../../server/config.ts';
import type { Clock, MediaPlane } from '../../../server/ports.ts';
import { buildClient } from '../../../server/setup/steps/outputs.mjs';
import { workerBinary } from '../worker-binary.ts';

export interface House {
  /** Such as http://127.0.0.1:43210, a secure context by being this machine. */
  readonly url: string;
  readonly app: App;
  close(): Promise<void>;
}

const UNBOUNDED = 1_000_000;

export interface HouseOptions {
  /** `0.0.0.0`: media at the machine's own address, as `npm start` offers it. Firefox pairs its candidates with no loopback address. */
  readonly mediaListenIp?: string;
  /** Instead of the machine's; allowances then stand still too, so they are opened wide. */
  readonly clock?: Clock;
  /** Instead of a media plane of its own. */
  readonly media?: MediaPlane;
  readonly languageModel?: Config['languageModel'];
}

export const openHouse = async ({
  mediaListenIp = '127.0.0.1',
  clock,
  media,
  languageModel = null,
}: HouseOptions = {}): Promise<House> => {
  await buildClient(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'plenary-house-'));
  const app = await buildApp({
    config: {
      http: { host: '127.0.0.1', port: 0, publicUrl: null, trustProxy: false, tls: null },
      mail: null,
      openId: null,
      languageModel,
      webhooksMayBePrivate: false,
      wechat: null,
      store: { folder, databaseUrl: null },
      media: {
        listenIp: mediaListenIp,
        announcedAddress: null,
        portBase: 0,
        workers: 1,
        workerBin: await workerBinary(),
        turn: null,
      },
      logLevel: 'silent',
    },
    clientFolder: fileURLToPath(new URL('../../../dist/client', import.meta.url)),
    ...(clock && { clock }),
    ...(media && { media }),
    limits: {
      http: { requests: UNBOUNDED, founding: UNBOUNDED, entering: UNBOUNDED },
      ...(clock && {
        sockets: { pace: { burst: UNBOUNDED, perSecond: UNBOUNDED } },
        notes: { frameBurst: UNBOUNDED, byteBurst: UNBOUNDED * 100 },
      }),
    },
  });
  const url = await app.listen();
  return {
    url,
    app,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
