/** The workshop's tables, to be saved. Owns which there are. */
import type { Language } from '../../../shared/kernel/language.ts';
import type { Connection } from '../../connection/connection.ts';
import { saveFile } from '../../connection/save-file.ts';

export const TABLES = ['talk-times', 'attendance', 'agenda', 'questions', 'polls', 'ballots'] as const;

/** False when it did not come. */
export const downloadTable = (
  { workshop, authorization }: Pick<Connection, 'workshop' | 'authorization'>,
  table: (typeof TABLES)[number] | 'chat',
  language: Language,
): Promise<boolean> =>
  saveFile(`/api/workshops/${workshop}/records/${table}?language=${language}`, `${table}.csv`, authorization());
