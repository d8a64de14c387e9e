// Twelve people come, share, listen and go, again and again, on a real worker: at the end nothing of them is left, and memory is where it was.
import { createMediaPlane } from '../../server/media/mediasoup/media-plane.ts';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import { MediaParticipant } from '../support/media-participant.ts';
import { planeOptions } from '../support/plane-options.ts';
import { takeCensus } from '../support/worker-census.ts';

const PEOPLE = 12;
/** What a heap may vary by between two collections, over what the first round left. */
const SLACK_BYTES = 24 * 1024 * 1024;

const heap = (): number => {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

export interface Growth {
  readonly rounds: number;
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
  readonly routers: number;
  readonly heapBytes: number;
  /** In words; empty when all is well. */
  readonly faults: readonly string[];
}

export const soakMedia = async (minutes: number): Promise<Growth> => {
  const census = takeCensus();
  const plane = await createMediaPlane(await planeOptions(1));
  const rules = { mayPublish: () => true, isSilenced: () => false };

  const round = async (n: number): Promise<void> => {
    const room = await plane.open(`soak-${n}` as WorkshopId, rules);
    const people = Array.from({ length: PEOPLE }, (_, at) => new MediaParticipant(room, `seat-${at}` as SeatId));
    const lines = await Promise.all(people.map((person) => person.settle()));
    await Promise.all(
      people.map(async (person, at) => {
        const line = lines[at]?.send ?? '';
        await person.publish(line, 'microphone');
        await person.publish(line, 'camera');
      }),
    );
    // Half of them listen to everybody, then come back by a second door, then all go one by one.
    for (const person of people.slice(0, PEOPLE / 2)) {
      const { producers } = await person
        .must('attend', { rtpCapabilities: { codecs: [] } })
        .catch(() => ({ producers: [] }));
      for (const { producerId } of producers) await person.request('consume', { producerId });
    }
    const again = new MediaParticipant(room, 'seat-0' as SeatId);
    await again.settle();
    for (const person of [...people, again]) person.seat.leave();
    room.close();
  };

  await round(0);
  const before = heap();
  const until = Date.now() + minutes * 60_000;
  let rounds = 1;
  while (Date.now() < until) await round(rounds++);
  // The workers' own word, not only what this process counts.
  const left = (await census.transportsByWorkers()).length;
  const heapBytes = heap() - before;
  const { transports, producers, consumers, routers } = census;
  await plane.close();
  census.stop();
  const faults = [
    ...(left + transports > 0 ? [`${left} transports are left in the worker, ${transports} in this process`] : []),
    ...(producers + consumers > 0 ? [`${producers} producers and ${consumers} consumers are left`] : []),
    ...(routers > 0 ? [`${routers} routers are left`] : []),
    ...(heapBytes > SLACK_BYTES ? [`the heap grew by ${heapBytes} bytes`] : []),
  ];
  return { rounds, transports, producers, consumers, routers, heapBytes, faults };
};
