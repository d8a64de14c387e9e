// A full hall: 500 people in one workshop, 20 commands a second for three minutes, each timed from its sending until the last of all has heard of it.
// BENCH_SECONDS and BENCH_PEOPLE make it shorter or smaller.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enter, startWorkshop } from '../support/node-participant.ts';
import { AppProcess } from './app-process.ts';
import { percentile, type Bench } from './bench.ts';
import { LightLine } from './light-line.ts';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 500);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 180);
const A_SECOND = 20;
/** People who come in at the same time. */
const AT_ONCE = 20;

interface Sent {
  readonly at: number;
  /** Lines that have not heard of it. */
  left: number;
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 100));
};

export const floor: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const app = await AppProcess.start(folder);
  try {
    const { url } = app;
    const founded = await startWorkshop(url, 'A full hall', 'Chair');
    const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
    const under = new Map<string, Sent>();
    const readings: number[] = [];
    let refused = 0;
    const entry = (cause: string): void => {
      const sent = under.get(cause);
      if (!sent) return;
      sent.left -= 1;
      if (sent.left > 0) return;
      readings.push(performance.now() - sent.at);
      under.delete(cause);
    };

    const begun = performance.now();
    const lines: LightLine[] = [];
    for (let at = 0; at < PEOPLE; at += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, PEOPLE - at) }, async (_, nth) =>
        LightLine.open(url, await enter(url, link, `Guest ${at + nth}`), { entry, refused: () => (refused += 1) }),
      );
      lines.push(...(await Promise.all(some)));
    }
    const entered = performance.now() - begun;
    const chair = await LightLine.open(url, founded);
    chair.send('begin', { type: 'session/begin' });
    // The last to arrive are still being told of, to themselves too.
    let settled = -1;
    await until(() => {
      const isQuiet = chair.seq === settled && lines.every(({ seq }) => seq === chair.seq);
      settled = chair.seq;
      return isQuiet;
    });

    // How far the clocks of all stand apart at one instant, read once a second.
    const spreads: number[] = [];
    const readClocks = setInterval(() => {
      const times = lines.map(({ clock }) => clock.now());
      spreads.push(Math.max(...times) - Math.min(...times));
    }, 1000);

    const before = await app.strain();
    const started = performance.now();
    const total = A_SECOND * SECONDS;
    for (let nth = 0; nth < total; nth += 1) {
      const due = started + (nth * 1000) / A_SECOND;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      // Somebody raises a hand, and lowers it half a second later.
      const isRaised = nth % (2 * A_SECOND) < A_SECOND;
      const round = Math.floor(nth / (2 * A_SECOND));
      const line = lines[(round * A_SECOND + (nth % A_SECOND)) % lines.length];
      const id = `bench-${nth}`;
      under.set(id, { at: performance.now(), left: lines.length });
      line?.send(id, { type: isRaised ? 'floor/raiseHand' : 'floor/lowerHand' });
    }
    const ended = performance.now();
    await until(() => under.size === refused || performance.now() - ended > 30_000);
    const strain = await app.strain();
    clearInterval(readClocks);

    const behind = lines.filter(({ seq, faults }) => faults > 0 || seq !== chair.seq).length;
    for (const line of [chair, ...lines]) line.close();
    const perDelivery = ((strain.cpu - before.cpu) * 1000) / (readings.length * lines.length);
    const one = (name: string, unit: string, value: number, target?: number) => ({
      name,
      unit,
      readings: [value],
      ...(target !== undefined && { target }),
    });
    return [
      { name: `command to all of ${PEOPLE}, ${A_SECOND}/s for ${SECONDS} s`, unit: 'ms', readings },
      one('the same, p99', 'ms', percentile(readings, 0.99), 250),
      one('commands refused or not heard of by all', '', under.size, 0),
      one('people with a gap or a double', '', behind, 0),
      one('clocks apart at one instant, at most', 'ms', Math.max(...spreads), 250),
      one(`${PEOPLE} enter, ${AT_ONCE} at once`, 'ms', entered),
      one("the server's event loop late, p99", 'ms', strain.loopP99, 200),
      one('processor time a delivery', 'µs', perDelivery),
    ];
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};
