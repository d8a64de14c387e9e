/** Slides over HTTP: a PDF for an item, and what its pages are. Owns paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import type { AgendaItemId, FileId } from '../../shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { ask, read, type Answer } from './http.ts';

type Seat = Pick<Connection, 'workshop' | 'authorization'>;

const kept = z.object({ id: z.string(), name: z.string(), pages: z.number() });
const pages = z.object({ pages: z.array(z.object({ width: z.number(), height: z.number(), text: z.string() })) });
export type DeckPage = z.infer<typeof pages>['pages'][number];

const at = ({ workshop }: Seat, path: string): string => `/api/workshops/${encodeURIComponent(workshop)}${path}`;
const headersOf = (seat: Seat) => ({ authorization: seat.authorization() });

export const bringSlides = async (seat: Seat, item: AgendaItemId, pdf: File): Promise<Answer<z.infer<typeof kept>>> => {
  const body = new FormData();
  body.append('file', pdf);
  const path = at(seat, `/items/${encodeURIComponent(item)}/slides`);
  return read(kept, await ask(path, { method: 'POST', body, headers: headersOf(seat) }));
};

export const readPages = async (seat: Seat, deck: FileId): Promise<Answer<z.infer<typeof pages>>> =>
  read(pages, await ask(at(seat, `/slides/${encodeURIComponent(deck)}`), { headers: headersOf(seat) }));

/** Rejects when the picture cannot be had. */
export const fetchPage = async (seat: Seat, deck: FileId, page: number): Promise<Blob> => {
  const reply = await fetch(at(seat, `/slides/${encodeURIComponent(deck)}/${page}`), { headers: headersOf(seat) });
  if (!reply.ok) throw new Error(`slides ${reply.status}`);
  return reply.blob();
};
