// A headless Chromium with a fake camera and a tone for a microphone. Knows nothing of Plenary's pages.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { writeTone } from './tone.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function chromiumPath(): string {
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('No Chromium on this machine: `npm test` installs it, or says how.');
  return found;
}

interface Wishes {
  /** Pitch of the fake microphone, so that several browsers can be told apart. */
  readonly hertz?: number;
  readonly extraFlags?: readonly string[];
}

/** The browser closes with its test; its tone file goes with it. Open pages from `browser.newContext()`: axe needs it so. */
export async function launchChromium({ hertz = 440, extraFlags = [] }: Wishes = {}): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-tone-'));
  const tone = writeTone(join(folder, 'tone.wav'), { hertz });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...flags, `--use-file-for-fake-audio-capture=${tone}`, ...extraFlags],
  });
  browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}
