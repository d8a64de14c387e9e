/** The operations by way of a running server. Owns finding out whether one runs. */
import { readControlNote } from '../control/control-file.ts';
import type { Backup } from '../control/backup.ts';
import type { Imported, Operations } from '../control/operations.ts';
import type { Purged } from '../privacy/purge.ts';
import type { WorkshopSummary } from '../ports.ts';

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
    async exportFile(workshop) {
      const reply = await ask(`/workshops/${workshop}`);
      if (reply.status === 404 || reply.status === 400) return null;
      if (!reply.ok) throw new Error(`The server answered ${reply.status}.`);
      return reply.text();
    },
  };
};
