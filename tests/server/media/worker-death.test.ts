// A worker that dies or stops answering takes only its own rooms with it, and they come back on another.
import { afterEach, describe, expect, it } from 'vitest';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import type { MediaPlane, MediaRoom, MediaRules } from '../../../server/ports.ts';
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import { MediaParticipant } from '../../support/media-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';
import { takeCensus } from '../../support/worker-census.ts';
import type { Census } from '../../support/worker-census.ts';

const anything: MediaRules = { mayPublish: () => true, isSilenced: () => false };
const seat = (name: string): SeatId => name as SeatId;

interface Scene {
  readonly rooms: readonly [MediaRoom, MediaRoom];
  /** Which worker carries the first room. */
  readonly home: Census['workers'][number];
}

describe('the death of a worker', () => {
  let census: Census;
  let plane: MediaPlane;

  const given = async (): Promise<Scene> => {
    census = takeCensus();
    plane = await createMediaPlane({ ...(await planeOptions(2)), heartbeat: { every: 100, patience: 400 } });
    const first = await plane.open('first' as WorkshopId, anything);
    const second = await plane.open('second' as WorkshopId, anything);
    // The least loaded worker takes a room; the first to be entered is the first placed.
    await new MediaParticipant(first, seat('scout')).must('enter', {});
    const dumps = await Promise.all(census.workers.map((worker) => worker.dump()));
    const home = census.workers[dumps.findIndex(({ routerIds }) => routerIds.length > 0)];
    if (!home) throw new Error('no worker carries the room');
    return { rooms: [first, second], home };
  };

  afterEach(async () => {
    await plane.close();
    census.stop();
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    '%s: its room is told lost and can be entered again; the other room notices nothing',
    async (signal) => {
      const { rooms, home } = await given();
      const [a, b, other] = [
        new MediaParticipant(rooms[0], seat('ann')),
        new MediaParticipant(rooms[0], seat('bob')),
        new MediaParticipant(rooms[1], seat('cyd')),
      ];
      const line = await a.settle();
      await b.settle();
      const otherLine = await other.settle();
      await a.publish(line.send, 'camera');
      const coming = census.nextWorker();

      process.kill(home.pid, signal);

      await Promise.all([a.notice('lost'), b.notice('lost')]);
      expect(await other.request('restartIce', { transportId: otherLine.send })).toMatchObject({ ok: true });
      expect(other.heard).toEqual([]);
      expect(await a.request('restartIce', { transportId: line.send })).toMatchObject({
        error: { code: 'media/notEntered' },
      });

      const back = await a.settle();
      await b.settle();
      b.heard.length = 0;
      const producerId = await a.publish(back.send, 'camera');
      expect((await b.notice('producerAdded')).producer.producerId).toBe(producerId);
      expect(await b.request('consume', { producerId })).toMatchObject({ ok: true });
      expect((await coming).pid).not.toBe(home.pid);
    },
  );

  it('a request that a stopped worker holds is answered when it has been ended', async () => {
    const { rooms, home } = await given();
    const a = new MediaParticipant(rooms[0], seat('ann'));
    await a.settle();
    process.kill(home.pid, 'SIGSTOP');
    const asked = a.request('createTransport', { direction: 'send' });
    await a.notice('lost');
    expect(await asked).toMatchObject({ ok: false });
  });
});

describe('closed things', () => {
  it('leave nothing behind: counts of transports, producers, consumers and routers go to zero', async () => {
    const census = takeCensus();
    const plane = await createMediaPlane(await planeOptions(1));
    const room = await plane.open('memory' as WorkshopId, anything);
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [new MediaParticipant(room, seat('ann')), new MediaParticipant(room, seat('bob'))];
      const line = await a.settle();
      await b.settle();
      const producerId = await a.publish(line.send, 'camera');
      await a.publish(line.send, 'microphone');
      await b.must('consume', { producerId });
      expect([census.transports, census.producers, census.consumers]).toEqual([4, 2, 1]);
      a.seat.leave();
      b.seat.leave();
      expect([census.transports, census.producers, census.consumers]).toEqual([0, 0, 0]);
    }
    // What this side believes is checked with the worker itself.
    expect(await census.transportsByWorkers()).toEqual([]);
    room.close();
    await plane.close();
    expect([census.routers, census.workers.length]).toEqual([0, 0]);
    census.stop();
  });

  it('a seat that leaves while the worker is still opening something leaves nothing behind', async () => {
    const census = takeCensus();
    const plane = await createMediaPlane(await planeOptions(1));
    const room = await plane.open('hasty' as WorkshopId, anything);
    const a = new MediaParticipant(room, seat('ann'));
    const line = await a.settle();
    const asked = [
      a.request('createTransport', { direction: 'send' }),
      a.publish(line.send, 'camera').catch(() => null),
    ];
    a.seat.leave();
    await Promise.all(asked);
    expect([census.transports, census.producers]).toEqual([0, 0]);
    await plane.close();
    census.stop();
  });
});
