// One Firefox among Chromiums: it joins by its link, sees and hears a Chromium, and is seen and heard by it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { launchFirefox, type FirefoxPage } from '../support/firefox.ts';
import { startWorkshop } from '../support/node-participant.ts';
import { LIMIT, seesOthers } from '../support/room-pages.ts';
import { openHouse, type House } from '../support/tour/house.ts';
import { Visitor } from '../support/tour/visitor.ts';

let house: House;
let browser: Browser;
let fox: FirefoxPage;

beforeAll(async () => {
  house = await openHouse({ mediaListenIp: '0.0.0.0' });
  browser = await launchChromium();
  fox = await launchFirefox();
  await fox.before(TOOLS);
});
afterAll(async () => {
  await fox?.close();
  await browser?.close();
  await house?.close();
});

/** In every page of Firefox: finds elements through open shadow roots, and sums what its peer connections have received. */
const TOOLS = `() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e]));
  window.find = (selector) => all(document).find((e) => e.matches(selector));
  window.button = (words) => all(document).find((e) => e.tagName === 'BUTTON' && (e.getAttribute('aria-label') ?? e.textContent).trim() === words);
  const peers = new Set();
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...given) { super(...given); peers.add(this); }
  };
  window.received = async (kind, field) => {
    // Firefox leaves the question without an answer when the peer connection is set up or closed meanwhile.
    const soon = (peer) => Promise.race([peer.getStats(), new Promise((resolve) => setTimeout(resolve, 1000, new Map()))]);
    const reports = await Promise.all([...peers].map(soon));
    const lines = reports.flatMap((report) => [...report.values()]).filter((line) => line.type === 'inbound-rtp' && line.kind === kind);
    return lines.reduce((sum, line) => sum + (line[field] ?? 0), 0);
  };
}`;

/** A bare poll: BiDi has no events for what is awaited here. */
const until = (expression: string): Promise<void> =>
  expect.poll(() => fox.evaluate(expression), { timeout: LIMIT }).toBe(true);

const click = async (words: string): Promise<void> => {
  await until(`window.button(${JSON.stringify(words)}) !== undefined`);
  await fox.evaluate(`window.button(${JSON.stringify(words)}).click()`);
};

/** Rises by at least so much from what it is now. */
const rises = async (kind: 'audio' | 'video', field: string, by: number): Promise<void> => {
  const before = Number(await fox.evaluate(`window.received('${kind}', '${field}')`));
  await until(`window.received('${kind}', '${field}').then((now) => now > ${before + by})`);
};

test('Firefox and Chromium see and hear each other', async () => {
  const founded = await startWorkshop(house.url, 'Two kinds of browsers', 'Chen Li');
  const { page: chair } = await Visitor.come(browser, house.url, { seat: founded });
  await chair.goto(`/w/${founded.workshop}`);
  for (const name of ['Unmute', 'Start camera']) {
    await chair.locator('plenary-bar').getByRole('button', { name, exact: true }).click();
  }

  await fox.goto(founded.links.find(({ role }) => role === 'speaker')?.url ?? '');
  await until(`window.find('#name') !== undefined`);
  await fox.evaluate(
    `(() => { const name = window.find('#name'); name.value = 'Firefox Guest'; name.dispatchEvent(new Event('input', { bubbles: true, composed: true })); })()`,
  );
  await click('Enter');
  await until(`window.find('plenary-tile') !== undefined`);

  await rises('video', 'framesDecoded', 20);
  await rises('audio', 'totalAudioEnergy', 0);
  await until(`window.find('video:not(.mirrored)').currentTime > 0.5`);
  await until(`window.find('audio').currentTime > 0.5`);

  await click('Unmute');
  await click('Start camera');
  await seesOthers(chair, 1);
  await chair
    .locator('plenary-tile')
    .filter({ hasText: 'Firefox Guest' })
    .getByText('speaking', { exact: true })
    .waitFor();
  expect(await fox.evaluate(`window.button('Mute') !== undefined && window.button('Stop camera') !== undefined`)).toBe(
    true,
  );
});
