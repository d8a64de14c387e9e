/** The words of the chat over HTTP, and nothing of who said them. Owns the path; must not know the screen. */
import * as z from 'zod/mini';
import type { Connection } from './connection.ts';
import { ask, read, type Answer } from './http.ts';

const chatReply = z.object({ words: z.record(z.string(), z.string()) });

export const readWords = async (
  { workshop, authorization }: Pick<Connection, 'workshop' | 'authorization'>,
  since: number,
): Promise<Answer<z.infer<typeof chatReply>>> =>
  read(
    chatReply,
    await ask(`/api/workshops/${encodeURIComponent(workshop)}/chat?since=${since}`, {
      headers: { authorization: authorization() },
    }),
  );
