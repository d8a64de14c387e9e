// Whoever's network lets little out still sees and hears: by UDP, else by TCP, else by a TURN relay with the password the server made.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Browser } from 'playwright-core';
import { createClock } from '../../../server/clock.ts';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import { turnServers } from '../../../server/media/turn-credentials.ts';
import { launchChromium } from '../../support/chromium.ts';
import { MediaPerson } from '../../support/media-browser.ts';
import { startCoturn, type Relay } from '../../support/network/coturn.ts';
import { planeThrough, type Weather } from '../../support/network/plane-through.ts';
import { enter, startWorkshop } from '../../support/node-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { startServer } from '../../support/server.ts';

describe('on a network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** Two people who meet on this network; resolves when each has the other's picture and sound. */
  const meet = async (weather: Weather, relay?: Relay): Promise<readonly [MediaPerson, MediaPerson]> => {
    const turn = relay && {
      urls: [`turn:127.0.0.1:${relay.port}?transport=tcp`],
      secret: relay.secret,
    };
    const plane = await createMediaPlane({
      ...(await planeOptions(1)),
      iceServers: turnServers(turn ?? null, createClock()),
    });
    const { url } = await startServer({ media: planeThrough(plane, weather, onTestFinished) });
    const founded = await startWorkshop(url, 'Behind a wall', 'Chair');
    const link = founded.links.find(({ role }) => role === 'speaker');
    const other = await enter(url, link?.url ?? '', 'Speaker');
    const people = [
      await MediaPerson.open(browser, url, founded),
      await MediaPerson.open(browser, url, other),
    ] as const;
    for (const person of people) {
      await person.say(async (page) => {
        await Promise.all([page.turnOn('microphone'), page.turnOn('camera')]);
      });
    }
    for (const person of people) {
      await person.until(async (page) => {
        const { frames, soundEnergy } = await page.received();
        return frames >= 10 && soundEnergy > 0;
      }, null);
    }
    return people;
  };

  const ways = async (people: readonly MediaPerson[]): Promise<ReadonlySet<string>> =>
    new Set((await Promise.all(people.map((person) => person.say((page) => page.paths())))).flat());

  const leave = (people: readonly MediaPerson[]) => Promise.all(people.map((person) => person.leave()));

  it('that lets everything out: UDP', async () => {
    const people = await meet({ udp: { open: true }, tcp: { open: true } });
    expect(await ways(people)).toEqual(new Set(['udp']));
    await leave(people);
  });

  it('that lets no UDP out: TCP', async () => {
    const people = await meet({ udp: { open: false }, tcp: { open: true } });
    expect(await ways(people)).toEqual(new Set(['tcp']));
    await leave(people);
  });

  it('that lets nothing out but to the relay: through coturn, over TCP', async () => {
    const relay = await startCoturn(onTestFinished);
    const people = await meet({ udp: { open: false, admits: relay.isRelayed }, tcp: { open: false } }, relay);
    expect(await ways(people)).toEqual(new Set(['relay over tcp']));
    await leave(people);
  });
});
