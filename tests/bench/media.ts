// What media costs a person: from coming in to the first picture, the signalling alone, and how long a worker's death is felt.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createMediaPlane } from '../../server/media/mediasoup/media-plane.ts';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import { launchChromium } from '../support/chromium.ts';
import { MediaPerson } from '../support/media-browser.ts';
import { MediaParticipant } from '../support/media-participant.ts';
import { enter, startWorkshop } from '../support/node-participant.ts';
import type { Founded } from '../support/node-participant.ts';
import { planeOptions } from '../support/plane-options.ts';
import { takeCensus } from '../support/worker-census.ts';
import type { Bench, Measure } from './bench.ts';

const JOINS = 20;
const SIGNALLED_JOINS = 300;
const DEATHS = 8;

const firstFrame = async (person: MediaPerson): Promise<number> => {
  await person.until((page) => page.firstFrameAt !== null, null);
  return person.say((page) => page.firstFrameAt ?? Number.NaN);
};

/** From the moment the page begins (ticket, socket, welcome, media) to the first drawn picture of somebody else. */
const joins = async (browser: Browser, url: string, founded: Founded): Promise<Measure> => {
  const link = founded.links.find(({ role }) => role === 'speaker');
  const readings: number[] = [];
  for (let round = 0; round < JOINS; round += 1) {
    const person = await MediaPerson.open(browser, url, await enter(url, link?.url ?? '', `Guest ${round}`));
    readings.push((await firstFrame(person)) - (await person.say((page) => page.begunAt)));
    await person.leave();
  }
  return { name: 'join to first frame (Chromium, ticket and socket included)', unit: 'ms', readings, target: 400 };
};

const deaths = async (
  chair: MediaPerson,
  watcher: MediaPerson,
  census: ReturnType<typeof takeCensus>,
): Promise<Measure> => {
  const readings: number[] = [];
  for (let round = 0; round < DEATHS; round += 1) {
    await firstFrame(watcher);
    await chair.until((page) => page.state === 'up', null);
    const begun = await watcher.say((page) => {
      page.forget();
      return performance.now();
    });
    const [worker] = census.workers;
    if (worker) process.kill(worker.pid, 'SIGKILL');
    readings.push((await firstFrame(watcher)) - begun);
  }
  return { name: "a worker's death to the next frame", unit: 'ms', readings, target: 2000 };
};

/** The requests of one join against the plane alone: enter, two transports, attend, one consumer. */
const signalling = async (): Promise<Measure> => {
  const plane = await createMediaPlane(await planeOptions(1));
  const rules = { mayPublish: () => true, isSilenced: () => false };
  const room = await plane.open('bench' as WorkshopId, rules);
  const publisher = new MediaParticipant(room, 'publisher' as SeatId);
  const producerId = await publisher.publish((await publisher.settle()).send, 'camera');
  const readings: number[] = [];
  for (let round = 0; round < SIGNALLED_JOINS; round += 1) {
    const guest = new MediaParticipant(room, `guest${round}` as SeatId);
    const begun = performance.now();
    await guest.settle();
    const { consumerId } = await guest.must('consume', { producerId });
    await guest.must('resumeConsumer', { consumerId });
    readings.push(performance.now() - begun);
    guest.seat.leave();
  }
  await plane.close();
  return { name: 'signalling of one join, plane alone', unit: 'ms', readings };
};

export const media: Bench = async () => {
  const signalled = await signalling();
  const census = takeCensus();
  const plane = await createMediaPlane(await planeOptions(1));
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const read = readConfig({ HOST: '127.0.0.1', PORT: '0', PLENARY_DATA: folder, PLENARY_LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error('the configuration of the benchmark is wrong');
  const unlimited = { http: { requests: 1_000_000, founding: 1_000_000, entering: 1_000_000 } };
  const app = await buildApp({ config: read.config, clientFolder: folder, media: plane, limits: unlimited });
  const browser = await launchChromium();
  try {
    const url = await app.listen();
    const founded = await startWorkshop(url, 'A measured meeting', 'Chair');
    const chair = await MediaPerson.open(browser, url, founded);
    await chair.say((page) => page.turnOn('camera'));
    const joined = await joins(browser, url, founded);
    const link = founded.links.find(({ role }) => role === 'speaker');
    const watcher = await MediaPerson.open(browser, url, await enter(url, link?.url ?? '', 'Watcher'));
    return [joined, signalled, await deaths(chair, watcher, census)];
  } finally {
    await browser.close();
    await app.close();
    census.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
