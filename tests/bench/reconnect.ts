// Everybody back at once: 2,000 people in 20 workshops, the server killed, and each returns by the browser's own policy of waiting. Timed from the
// server's return until each has been welcomed. BENCH_PEOPLE makes it smaller.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitBefore } from '../../client/connection/reconnect-policy.ts';
import { enter, startWorkshop, type SeatKey } from '../support/node-participant.ts';
import { AppProcess } from './app-process.ts';
import type { Bench } from './bench.ts';
import { LightLine } from './light-line.ts';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 2000);
const WORKSHOPS = 20;
const AT_ONCE = 20;
const PATIENCE_MS = 120_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const reconnect: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  let app = await AppProcess.start(folder);
  try {
    const { url } = app;
    const lines = new Map<SeatKey, LightLine>();
    for (let nth = 0; nth < WORKSHOPS; nth += 1) {
      const founded = await startWorkshop(url, `Hall ${nth}`, 'Chair');
      const link = founded.links.find(({ role }) => role === 'speaker')?.url ?? '';
      for (let at = 0; at < PEOPLE / WORKSHOPS; at += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, PEOPLE / WORKSHOPS - at) }, async (_, one) => {
          const key = await enter(url, link, `Guest ${at + one}`);
          lines.set(key, await LightLine.open(url, key));
        });
        await Promise.all(some);
      }
    }

    let tries = 0;
    let isOver = false;
    const comeBack = async (key: SeatKey): Promise<number | null> => {
      for (let attempt = 1; !isOver; attempt += 1) {
        await pause(waitBefore(attempt, Math.random));
        tries += 1;
        const line = await LightLine.open(url, key).catch(() => null);
        if (line === null) continue;
        lines.set(key, line);
        return performance.now();
      }
      return null;
    };
    await app.kill();
    const coming = [...lines.keys()].map(comeBack);
    app = await AppProcess.start(folder, Number(new URL(url).port));
    const returned = performance.now();
    const before = await app.strain();
    setTimeout(() => (isOver = true), PATIENCE_MS).unref();
    const back = (await Promise.all(coming)).filter((at) => at !== null);
    const strain = await app.strain();
    for (const line of lines.values()) line.close();
    const readings = back.map((at) => Math.max(0, at - returned));
    return [
      { name: `${PEOPLE} people back after a restart`, unit: 'ms', readings },
      {
        name: 'the last of them',
        unit: 'ms',
        readings: [readings.reduce((last, one) => Math.max(last, one), 0)],
        target: 15_000,
      },
      { name: 'people not back', unit: '', readings: [lines.size - back.length], target: 0 },
      { name: 'tries a person', unit: '', readings: [tries / lines.size] },
      { name: "the server's event loop late meanwhile, p99", unit: 'ms', readings: [strain.loopP99], target: 200 },
      { name: 'the same, at worst', unit: 'ms', readings: [strain.loopMax] },
      { name: 'processor time a person', unit: 'ms', readings: [(strain.cpu - before.cpu) / lines.size] },
    ];
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};
