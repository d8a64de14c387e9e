/**
 * Looks at the line every few seconds and says how it carried. Owns when it looks and what is worth telling the desk; the reckoning is quality.ts.
 */
import type { LineQuality } from '../../../shared/protocol/workshop-messages.ts';
import { between, gradeOf, NOTHING_READ, type Grade, type Reading } from '../quality.ts';
import type { Line } from './line.ts';
import { readLine } from './read-line.ts';

const EVERY_MS = 5_000;
/** A line that stays weak is told again after so many looks: the desk forgets it meanwhile. */
const AGAIN = 3;

interface Listener {
  readonly now: (quality: LineQuality | null) => void;
  readonly report: (quality: LineQuality) => void;
}

/** Runs until the answer is called. */
export const watchQuality = (lineNow: () => Line | null, { now, report }: Listener): (() => void) => {
  let watched: Line | null = null;
  let before: Reading = NOTHING_READ;
  let told: Grade = 'good';
  let silent = 0;

  const look = async (): Promise<void> => {
    const line = lineNow();
    if (line === null || line.transports.size === 0) return now(null);
    const reading = await readLine([...line.transports]);
    if (line !== lineNow()) return;
    const isNew = line !== watched;
    watched = line;
    const quality = between(before, reading);
    before = reading;
    // The first look at a line only says where its sums begin.
    if (isNew) return;
    now(quality);
    const grade = gradeOf(quality);
    silent += 1;
    if (grade === told && (grade === 'good' || silent < AGAIN)) return;
    told = grade;
    silent = 0;
    report(quality);
  };

  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
  return () => clearInterval(timer);
};
