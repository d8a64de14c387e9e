// Whatever a browser, or somebody who pretends to be one, sends as parameters: the worker lives, and a bystander hears nothing of it.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import type { MediaPlane, MediaRoom } from '../../../server/ports.ts';
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { MediaJson } from '../../../shared/protocol/media-messages.ts';
import {
  dtls,
  MediaParticipant,
  pictureParameters,
  receiving,
  soundParameters,
} from '../../support/media-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { takeCensus } from '../../support/worker-census.ts';
import type { Census } from '../../support/worker-census.ts';

/** Values that have broken parsers of others. */
const nasty = fc.constantFrom<unknown>(
  null,
  [],
  {},
  '',
  -1,
  0,
  1.5,
  256,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  Number.NaN,
  true,
  'x'.repeat(300),
  '\u0000',
  [[]],
  [null],
  { toString: 1 },
);

type Path = readonly (string | number)[];

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path];

const replaceAt = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? replaceAt(one, rest, by) : one));
  const record = { ...(value as Record<string, unknown>) };
  record[key] = replaceAt(record[key], rest, by);
  return record;
};

/** A valid value with one to three places replaced by something nasty. */
const mutated = (valid: MediaJson): fc.Arbitrary<MediaJson> => {
  const paths = pathsOf(valid).slice(1);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), nasty), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((now, [path, by]) => replaceAt(now, path, by), valid) as MediaJson);
};

describe('hostile parameters', () => {
  let census: Census;
  let plane: MediaPlane;
  let room: MediaRoom;
  let bystander: MediaParticipant;
  let pid: number | undefined;

  beforeAll(async () => {
    census = takeCensus();
    plane = await createMediaPlane(await planeOptions(1));
    room = await plane.open('target' as WorkshopId, { mayPublish: () => true, isSilenced: () => false });
    bystander = new MediaParticipant(room, 'bystander' as SeatId);
    await bystander.settle();
    pid = census.workers[0]?.pid;
  });
  afterAll(async () => {
    await plane.close();
    census.stop();
  });

  /** The same worker still lives and answers, and the bystander was not told of a loss. */
  const unharmed = async (): Promise<void> => {
    const [worker] = census.workers;
    expect(worker?.pid).toBe(pid);
    expect((await worker?.dump())?.pid).toBe(pid);
    expect(bystander.heard.filter(({ type }) => type === 'lost')).toEqual([]);
  };

  it.each([
    ['no fingerprint', { role: 'client', fingerprints: [] }],
    ['no such hash', { role: 'client', fingerprints: [{ algorithm: 'md5', value: 'AA' }] }],
    ['a short fingerprint', { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] }],
    ['no object at all', { fingerprints: null }],
  ])('DTLS with %s is refused', async (_name, dtlsParameters) => {
    const attacker = new MediaParticipant(room, 'attacker' as SeatId);
    const { send } = await attacker.settle();
    expect(await attacker.request('connectTransport', { transportId: send, dtlsParameters })).toEqual({
      ok: false,
      error: { code: 'media/badParameters' },
    });
    await unharmed();
  });

  it('the same SSRC twice is refused and the first producer lives', async () => {
    const attacker = new MediaParticipant(room, 'attacker' as SeatId);
    const { send } = await attacker.settle();
    const twice = pictureParameters();
    const ask = { transportId: send, kind: 'video', paused: false, rtpParameters: twice } as const;
    const first = await attacker.must('produce', { ...ask, source: 'camera' });
    expect(await attacker.request('produce', { ...ask, source: 'screen' })).toMatchObject({
      error: { code: 'media/badParameters' },
    });
    expect(await bystander.request('consume', first)).toMatchObject({ ok: true });
    await unharmed();
  });

  it('mutated DTLS, RTP and capabilities never end the worker', async () => {
    const attack = fc.record({
      dtlsParameters: mutated(dtls),
      sound: mutated(soundParameters()),
      picture: mutated(pictureParameters()),
      rtpCapabilities: mutated(receiving),
    });
    await fc.assert(
      fc.asyncProperty(attack, async ({ dtlsParameters, sound, picture, rtpCapabilities }) => {
        const attacker = new MediaParticipant(room, 'attacker' as SeatId);
        const { send: transportId } = await attacker.settle();
        const common = { transportId, paused: false } as const;
        const replies = await Promise.all([
          attacker.request('produce', { ...common, kind: 'audio', source: 'microphone', rtpParameters: sound }),
          attacker.request('produce', { ...common, kind: 'video', source: 'camera', rtpParameters: picture }),
          attacker.request('attend', { rtpCapabilities }),
          attacker.request('connectTransport', { transportId, dtlsParameters }),
        ]);
        for (const reply of replies) {
          if (!reply.ok) expect(['media/badParameters', 'media/tooMany']).toContain(reply.error.code);
        }
        for (const reply of replies.slice(0, 2)) {
          if (reply.ok && 'producerId' in reply.answer)
            await bystander.request('consume', { producerId: String(reply.answer.producerId) });
        }
        await unharmed();
      }),
      { numRuns: 400 },
    );
    await unharmed();
  });
});
