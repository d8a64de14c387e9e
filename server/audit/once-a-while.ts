/**
 * Acts that a page does by itself while somebody works, such as saving a draft: of each by one and the same at one place, a line a while is enough.
 * Owns which acts these are and how long a while is. Refusals are never left out.
 */
import type { Clock } from '../ports.ts';
import type { AuditLine } from '../ports/audit.ts';

const SAVED_BY_ITSELF: ReadonlySet<string> = new Set(['publishing/draftEdited']);
const A_WHILE_MS = 10 * 60_000;
const MOST = 1_000;

/** Whether this line says no more than one of the last while has said. */
export const createOnceAWhile = (clock: Pick<Clock, 'now'>): ((line: AuditLine) => boolean) => {
  const said = new Map<string, number>();
  return ({ action, outcome, workshop, account, seat }) => {
    if (outcome !== 'done' || !SAVED_BY_ITSELF.has(action)) return false;
    const key = JSON.stringify([action, workshop, account, seat]);
    const now = clock.now();
    if (now - (said.get(key) ?? -A_WHILE_MS) < A_WHILE_MS) return true;
    if (said.size >= MOST) said.clear();
    said.set(key, now);
    return false;
  };
};
