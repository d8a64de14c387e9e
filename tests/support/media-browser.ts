// Opens pages that meet over the real server with the real media session, without the rest of the client.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { SeatKey } from './node-participant.ts';
import type { MediaPage } from './media-page.ts';

let bundle: Promise<string> | null = null;

const bundled = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('media-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    platform: 'browser',
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (!script) throw new Error('the media page was not bundled');
  return script.text;
};

/** One person in a browser context of their own. */
export class MediaPerson {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** `pictureCodec`: the browser is made to know no other. */
  static async open(browser: Browser, url: string, key: SeatKey, pictureCodec?: string): Promise<MediaPerson> {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    // Any page of the server will do: its origin is what counts.
    await page.goto(`${url}/healthz`);
    // tsx marks functions with a helper of its own, which would be missing where they are sent to.
    await page.addScriptTag({ content: 'globalThis.__name = (named) => named;' });
    await page.addScriptTag({ content: await (bundle ??= bundled()) });
    await page.evaluate(
      ([seat, codec]) => {
        globalThis.onlyPictureCodec = codec;
        globalThis.page = new MediaPageClass(seat);
      },
      [key, pictureCodec] as const,
    );
    return new MediaPerson(page);
  }

  say<T>(work: (page: MediaPage) => T | Promise<T>): Promise<T> {
    return this.page.evaluate<T>(`(${work.toString()})(globalThis.page)`);
  }

  /** Resolves when `holds` answers true in the page; `with` is handed over as JSON. */
  async until<With>(holds: (page: MediaPage, given: With) => boolean | Promise<boolean>, given: With): Promise<void> {
    await this.page.waitForFunction(`(${holds.toString()})(globalThis.page, ${JSON.stringify(given)})`, undefined, {
      polling: 50,
    });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
