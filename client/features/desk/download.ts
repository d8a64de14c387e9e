/** Fetches a table of the workshop and hands it to the browser as a file. False when it did not come. */
import type { Language } from '../../../shared/kernel/language.ts';
import type { Connection } from '../../connection/connection.ts';

export const TABLES = ['talk-times', 'attendance', 'agenda'] as const;

export const downloadTable = async (
  connection: Pick<Connection, 'workshop' | 'authorization'>,
  table: (typeof TABLES)[number] | 'chat',
  language: Language,
): Promise<boolean> => {
  try {
    const reply = await fetch(`/api/workshops/${connection.workshop}/records/${table}?language=${language}`, {
      headers: { authorization: connection.authorization() },
    });
    if (!reply.ok) return false;
    const href = URL.createObjectURL(await reply.blob());
    Object.assign(document.createElement('a'), { href, download: `${table}.csv` }).click();
    URL.revokeObjectURL(href);
    return true;
  } catch {
    return false;
  }
};
