// Two people in real browsers meet over the real server: pictures and sound both ways, and all that may come between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import { launchChromium } from '../../support/chromium.ts';
import { MediaPerson } from '../../support/media-browser.ts';
import { enter, startWorkshop } from '../../support/node-participant.ts';
import type { SeatKey } from '../../support/node-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { startServer } from '../../support/server.ts';
import { takeCensus } from '../../support/worker-census.ts';
import type { Census } from '../../support/worker-census.ts';

interface Meeting {
  readonly url: string;
  readonly census: Census;
  readonly chairKey: SeatKey;
  readonly speakerKey: SeatKey;
  readonly chair: MediaPerson;
  readonly speaker: MediaPerson;
}

describe('two people', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const publish = async (person: MediaPerson): Promise<void> => {
    await person.say(async (page) => {
      await Promise.all([page.turnOn('microphone'), page.turnOn('camera')]);
    });
  };

  /** Frames are decoded and sound energy rises, from what was measured on. */
  const seesAndHears = async (person: MediaPerson): Promise<void> => {
    await person.until((page) => page.remote.filter(({ streaming }) => streaming).length === 2, null);
    const before = await person.say((page) => page.received());
    await person.until(async (page, { frames, soundEnergy }) => {
      const now = await page.received();
      return now.frames >= frames + 10 && now.soundEnergy > soundEnergy;
    }, before);
  };

  const seesMore = async (person: MediaPerson, frames: number): Promise<void> => {
    const before = await person.say((page) => page.received());
    await person.until(async (page, wanted) => (await page.received()).frames >= wanted, before.frames + frames);
  };

  /** Resolves with the count of sound packets once none comes while thirty more pictures do. */
  const untilSilent = async (person: MediaPerson): Promise<number> => {
    const { soundPackets } = await person.say((page) => page.arrived());
    await seesMore(person, 30);
    const now = await person.say((page) => page.arrived());
    return now.soundPackets === soundPackets ? soundPackets : untilSilent(person);
  };

  const meeting = async (speakersCodec?: string): Promise<Meeting> => {
    const census = takeCensus();
    const plane = await createMediaPlane(await planeOptions(1));
    const { url } = await startServer({ media: plane });
    const founded = await startWorkshop(url, 'A meeting', 'Chair');
    const link = founded.links.find(({ role }) => role === 'speaker');
    if (!link) throw new Error('no link for speakers');
    const speakerKey = await enter(url, link.url, 'Speaker');
    const chair = await MediaPerson.open(browser, url, founded);
    const speaker = await MediaPerson.open(browser, url, speakerKey, speakersCodec);
    await Promise.all([publish(chair), publish(speaker)]);
    return { url, census, chairKey: founded, speakerKey, chair, speaker };
  };

  it('see and hear each other: VP8 in three layers, Opus with DTX and FEC, under AES-256-GCM', async () => {
    const { chair, speaker, speakerKey, census } = await meeting();
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    await chair.until((page, seat) => page.speaking.includes(seat), speakerKey.seat);
    const { layers, codecs, ciphers } = await chair.say((page) => page.sent());
    expect(layers).toBe(3);
    expect(codecs.filter((codec) => codec.startsWith('video/'))).toContainEqual(expect.stringMatching(/VP8/));
    expect(codecs).toContainEqual(expect.stringMatching(/opus.*(useinbandfec=1.*usedtx=1|usedtx=1.*useinbandfec=1)/));
    expect(new Set(ciphers)).toEqual(new Set(['SRTP_AEAD_AES_256_GCM']));
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });

  it('whose browser has no VP8 sends H.264 by negotiation and is seen; what it cannot decode is left out, and it hears on', async () => {
    const { chair, speaker, census } = await meeting('video/H264');
    await seesAndHears(chair);
    const { codecs } = await speaker.say((page) => page.sent());
    const pictures = codecs.filter((codec) => codec.startsWith('video/'));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.every((codec) => codec.startsWith('video/H264'))).toBe(true);
    const heard = await speaker.say((page) => page.received());
    await speaker.until(async (page, { soundEnergy }) => (await page.received()).soundEnergy > soundEnergy, heard);
    expect(await speaker.say((page) => page.state)).toBe('up');
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });

  it('fetch a small picture when it is drawn small, and none when nobody watches', async () => {
    const { chair, speaker, census } = await meeting();
    await chair.until(async (page) => (await page.received()).width >= 640, null);
    await chair.say((page) => {
      page.size = 'small';
    });
    await chair.until(async (page) => (await page.received()).width === 320, null);
    await chair.say((page) => {
      page.size = null;
    });
    await chair.until((page) => page.remote.some(({ source, streaming }) => source === 'camera' && !streaming), null);
    const { picturePackets } = await chair.say((page) => page.arrived());
    await seesMore(speaker, 30);
    // Thirty frames of a camera are more packets than could still have been on their way when the consumer paused.
    expect((await chair.say((page) => page.arrived())).picturePackets).toBeLessThan(picturePackets + 30);
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });

  it('the chair silences a microphone: packets stop; the person takes it back: they flow', async () => {
    const { chair, speaker, speakerKey, census } = await meeting();
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    const silence = JSON.stringify({ type: 'stage/silence', seat: speakerKey.seat, source: 'microphone' });
    expect(await chair.page.evaluate<boolean>(`globalThis.page.command(${silence})`)).toBe(true);
    const isPaused = (page: { remote: readonly { source: string; paused: boolean }[] }, paused: boolean): boolean =>
      page.remote.some((one) => one.source === 'microphone' && one.paused === paused);
    await chair.until(isPaused, true);
    const silent = await untilSilent(chair);
    // Its own wish to be heard does not lift what the chair has done.
    await speaker.say((page) => page.turnOn('microphone'));
    await seesMore(chair, 30);
    expect((await chair.say((page) => page.arrived())).soundPackets).toBe(silent);
    expect(await speaker.say((page) => page.command({ type: 'stage/resume', source: 'microphone' }))).toBe(true);
    await chair.until(isPaused, false);
    await seesAndHears(chair);
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });

  it('switch off: the camera closes its device, the microphone stays at hand, and both come back', async () => {
    const { chair, speaker, census } = await meeting();
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    await speaker.say(async (page) => {
      await page.turnOff('camera');
      await page.turnOff('microphone');
    });
    expect(await speaker.say((page) => [page.isLive('camera'), page.isLive('microphone')])).toEqual([false, true]);
    expect(await speaker.say((page) => [page.own('camera'), page.own('microphone')])).toEqual(['muted', 'muted']);
    await chair.until((page) => page.remote.length === 2 && page.remote.every(({ paused }) => paused), null);
    await publish(speaker);
    await seesAndHears(chair);
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });

  it('leave and return is clean: nothing of the first visit is left, one tile after the second', async () => {
    const { url, chair, speaker, speakerKey, census } = await meeting();
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    await speaker.leave();
    await chair.until((page) => page.remote.length === 0, null);
    expect([census.producers, census.consumers, census.transports]).toEqual([2, 0, 2]);
    const again = await MediaPerson.open(browser, url, speakerKey);
    await publish(again);
    await Promise.all([seesAndHears(chair), seesAndHears(again)]);
    expect(await chair.say((page) => page.remote.map(({ source }) => source).sort())).toEqual(['camera', 'microphone']);
    await Promise.all([chair.leave(), again.leave()]);
    census.stop();
  });

  it('a worker that is killed costs a moment: the same tracks are produced again without a click', async () => {
    const { chair, speaker, census } = await meeting();
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    const [worker] = census.workers;
    if (!worker) throw new Error('no worker');
    const coming = census.nextWorker();
    process.kill(worker.pid, 'SIGKILL');
    await coming;
    await Promise.all([chair, speaker].map((person) => person.until((page) => page.state === 'up', null)));
    await Promise.all([seesAndHears(chair), seesAndHears(speaker)]);
    expect(await chair.say((page) => page.remote.length)).toBe(2);
    await Promise.all([chair.leave(), speaker.leave()]);
    census.stop();
  });
});
