// What bad networks cost a person: joining without UDP and through a relay, a cut of twenty seconds, and speech on a narrow line that loses.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../server/app.ts';
import { createClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { createMediaPlane } from '../../server/media/mediasoup/media-plane.ts';
import { turnServers } from '../../server/media/turn-credentials.ts';
import { launchChromium } from '../support/chromium.ts';
import { MediaPerson } from '../support/media-browser.ts';
import { startCoturn, type Relay } from '../support/network/coturn.ts';
import { planeThrough, type PlaneThrough, type Weather } from '../support/network/plane-through.ts';
import { openTcpPath, type TcpPath } from '../support/network/tcp-path.ts';
import { enter, startWorkshop } from '../support/node-participant.ts';
import { planeOptions } from '../support/plane-options.ts';
import type { Bench, Measure } from './bench.ts';

const JOINS = 3;
const CUT_MS = 20_000;
const LISTEN_MS = 15_000;
const JOIN_TARGET = 10_000;
const BACK_TARGET = 5_000;
/** Of a hundred packets 19 are lost on the two lines together: no more than these may be missed. */
const MADE_UP_TARGET = 20;

interface Meeting {
  readonly plane: PlaneThrough;
  /** The way to pages and signalling; the people come by it. */
  readonly line: TcpPath;
  readonly listener: MediaPerson;
  readonly speaker: MediaPerson;
  /** From the listener's coming to the first sound of the other, ms. */
  readonly joined: number;
  end(): Promise<void>;
}

const hearsOn = (person: MediaPerson): Promise<void> =>
  person.until(async (page) => {
    const before = (await page.arrived()).soundPackets;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (await page.arrived()).soundPackets > before + 2;
  }, null);

const meet = async (browser: Browser, weather: Weather, relay?: Relay): Promise<Meeting> => {
  const ends: (() => unknown)[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const read = readConfig({ HOST: '127.0.0.1', PORT: '0', PLENARY_DATA: folder, PLENARY_LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error('the bench has a wrong configuration');
  const turn = relay && { urls: [`turn:127.0.0.1:${relay.port}?transport=tcp`], secret: relay.secret };
  const bare = await createMediaPlane({
    ...(await planeOptions(1)),
    iceServers: turnServers(turn ?? null, createClock()),
  });
  const plane = planeThrough(bare, weather, (close) => ends.push(close));
  const app = await buildApp({ config: read.config, clientFolder: folder, media: plane });
  ends.push(() => app.close());
  const url = await app.listen();
  const line = await openTcpPath(Number(new URL(url).port));
  ends.push(() => line.close());
  const reached = `http://127.0.0.1:${line.port}`;
  const founded = await startWorkshop(url, 'A bad network', 'Chair');
  const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
  const speaker = await MediaPerson.open(browser, reached, await enter(url, link, 'Speaker'));
  await speaker.say((page) => page.turnOn('microphone'));
  await speaker.until((page) => page.own('microphone') === 'on' && page.state === 'up', null);
  const listener = await MediaPerson.open(browser, reached, founded);
  await listener.until(async (page) => (await page.arrived()).soundPackets > 0, null);
  const joined = await listener.say((page) => performance.now() - page.begunAt);
  ends.push(() => Promise.all([speaker.leave(), listener.leave()]));
  return {
    plane,
    line,
    listener,
    speaker,
    joined,
    async end() {
      for (const end of ends.reverse()) await end();
    },
  };
};

const joins = async (browser: Browser, name: string, weather: () => Weather, relay?: Relay): Promise<Measure> => {
  const readings: number[] = [];
  for (let round = 0; round < JOINS; round += 1) {
    const meeting = await meet(browser, weather(), relay);
    readings.push(meeting.joined);
    await meeting.end();
  }
  return { name, unit: 'ms', readings, target: JOIN_TARGET };
};

const cut = async (browser: Browser): Promise<Measure> => {
  const weather = { udp: { open: true }, tcp: { open: true } };
  const { plane, line, listener, end } = await meet(browser, weather);
  await hearsOn(listener);
  weather.udp.open = false;
  plane.cutTcp(true);
  line.shut();
  await delay(CUT_MS);
  weather.udp.open = true;
  plane.cutTcp(false);
  line.reopen();
  const back = performance.now();
  await hearsOn(listener);
  const readings = [performance.now() - back];
  await end();
  return {
    name: 'sound back after a cut of 20 s, from the return of the line',
    unit: 'ms',
    readings,
    target: BACK_TARGET,
  };
};

/** Shares of what was heard in a while: made up by the browser, and loudness against a clean line. */
const narrow = async (browser: Browser): Promise<readonly Measure[]> => {
  const udp: Weather['udp'] = { open: true };
  const { listener, end } = await meet(browser, { udp, tcp: { open: false } });
  const listen = async () => {
    const before = await listener.say((page) => page.heard());
    await delay(LISTEN_MS);
    const after = await listener.say((page) => page.heard());
    return {
      madeUp: (100 * (after.madeUp - before.madeUp)) / (after.samples - before.samples),
      loudness: after.energy - before.energy,
    };
  };
  await hearsOn(listener);
  const clean = await listen();
  Object.assign(udp, { loss: 0.1, bitsPerSecond: 64_000 });
  const bad = await listen();
  // The tone is steady, so the speaker's own browser takes it for noise and turns it down in time: only what comes after can be compared.
  Object.assign(udp, { loss: 0, bitsPerSecond: undefined });
  await delay(2_000);
  const after = await listen();
  await end();
  const what = 'at 10 % loss and 64 kbit/s on both people’s lines';
  return [
    { name: `sound made up by the browser, clean`, unit: '%', readings: [clean.madeUp] },
    { name: `sound made up by the browser, ${what}`, unit: '%', readings: [bad.madeUp], target: MADE_UP_TARGET },
    {
      name: `loudness ${what}, against the clean line after it`,
      unit: '%',
      readings: [(100 * bad.loudness) / after.loudness],
    },
  ];
};

export const networks: Bench = async () => {
  const browser = await launchChromium();
  const ends: (() => void)[] = [];
  try {
    const relay = await startCoturn((close) => ends.push(close));
    return [
      await joins(browser, 'join to first sound, UDP shut', () => ({ udp: { open: false }, tcp: { open: true } })),
      await joins(
        browser,
        'join to first sound, all shut but coturn over TCP',
        () => ({ udp: { open: false, admits: relay.isRelayed }, tcp: { open: false } }),
        relay,
      ),
      await cut(browser),
      ...(await narrow(browser)),
    ];
  } finally {
    for (const end of ends) end();
    await browser.close();
  }
};
