/** The tokens of questions this browser has asked without a name, by their seals: who holds one may withdraw the question, and nothing else tells who asked. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import { recall, remember } from './memory.ts';

const keyOf = (workshop: WorkshopId): string => `plenary.asked.${workshop}`;

const tokens = (workshop: WorkshopId): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(recall(keyOf(workshop)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

export const tokenOf = (workshop: WorkshopId, seal: string | undefined): string | null => {
  const token = seal === undefined ? undefined : tokens(workshop)[seal];
  return typeof token === 'string' ? token : null;
};

export const keepToken = (workshop: WorkshopId, seal: string, token: string): void =>
  remember(keyOf(workshop), JSON.stringify({ ...tokens(workshop), [seal]: token }));
