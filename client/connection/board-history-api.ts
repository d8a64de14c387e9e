/** The board's history over HTTP. Owns the paths; what a section holds is shared/notes' to read. Must not know the screen. */
import * as z from 'zod/mini';
import { id, type SeatId } from '../../shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { ask, read, type Answer } from './http.ts';

const seat = z.pipe(
  z.string(),
  z.transform((text) => id<SeatId>(text)),
);
const versions = z.object({
  versions: z.array(z.object({ fragment: z.string(), at: z.number(), seats: z.array(seat) })),
});
const sections = z.object({ sections: z.record(z.string(), z.object({ at: z.number(), section: z.unknown() })) });

export type BoardVersion = z.infer<typeof versions>['versions'][number];
/** By the name of the section. */
export type PastSections = z.infer<typeof sections>['sections'];

type Asking = Pick<Connection, 'workshop' | 'authorization'>;

const asking = ({ workshop, authorization }: Asking, more: string) =>
  ask(`/api/workshops/${encodeURIComponent(workshop)}/board/history${more}`, {
    headers: { authorization: authorization() },
  });

export const readVersions = async (by: Asking): Promise<Answer<z.infer<typeof versions>>> =>
  read(versions, await asking(by, ''));

export const readSections = async (by: Asking, at: number): Promise<Answer<z.infer<typeof sections>>> =>
  read(sections, await asking(by, `/${at}`));
