/** The operations by way of a running server. Owns finding out whether one runs. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { readControlNote } from '../control/control-file.ts';
import type { Backup } from '../control/backup.ts';
import type { Imported, Operations } from '../control/operations.ts';
import type { Purged } from '../privacy/purge.ts';
import type { FolderReport } from '../updates/importing/folder-import.ts';
import type { WorkshopSummary } from '../ports.ts';

type ImportLine =
  | { readonly report: FolderReport }
  | { readonly failed: string }
  | { readonly phase: 'reading' | 'taking'; readonly done: number; readonly total: number };

interface Link {
  readonly link: string | null;
}

/** Null when no server runs on this data folder, whatever an old note says. */
export const remoteOperations = async (folder: string): Promise<Operations | null> => {
  const note = readControlNote(folder);
  if (!note) return null;
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${note.address}${path}`, { ...init, headers: { authorization: `Bearer ${note.secret}` } });
  const answer = async <Answer>(path: string, init?: RequestInit): Promise<Answer> => {
    const reply = await ask(path, init);
    if (!reply.ok) throw new Error(`The server answered ${reply.status}.`);
    return (await reply.json()) as Answer;
  };
  const isRunning = await ask('/workshops').then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isRunning) return null;
  return {
    list: () => answer<WorkshopSummary[]>('/workshops'),
    importFile: (text, mode) => answer<Imported>(`/workshops?mode=${mode}`, { method: 'POST', body: text }),
    administratorLink: async () => (await answer<Link>('/administrator-link', { method: 'POST' })).link,
    signInLink: async (email) =>
      (await answer<Link>(`/sign-in-link?email=${encodeURIComponent(email)}`, { method: 'POST' })).link,
    backup: (to) => answer<Backup>(`/backup?to=${encodeURIComponent(to)}`, { method: 'POST' }),
    purge: () => answer<Purged>('/purge', { method: 'POST' }),
    async importUpdates(wish, progress) {
      const reply = await ask('/updates', { method: 'POST', body: JSON.stringify(wish) });
      if (!reply.ok || !reply.body) throw new Error(`The server answered ${reply.status}.`);
      for await (const line of createInterface({ input: Readable.fromWeb(reply.body) })) {
        const said = JSON.parse(line) as ImportLine;
        if ('report' in said) return said.report;
        if ('failed' in said) throw new Error(said.failed);
        progress(said.phase, said.done, said.total);
      }
      throw new Error('The server ended before the archive was read.');
    },
    async exportFile(workshop) {
      const reply = await ask(`/workshops/${workshop}`);
      if (reply.status === 404 || reply.status === 400) return null;
      if (!reply.ok) throw new Error(`The server answered ${reply.status}.`);
      return reply.text();
    },
  };
};
