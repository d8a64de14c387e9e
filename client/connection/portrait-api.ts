/** Portraits of those on a roster, fetched with a seat's key. Owns the path; must not know the screen. */
import type { WorkshopId } from '../../shared/kernel/ids.ts';

/** Who asks: a connection is one. */
interface Asker {
  readonly workshop: WorkshopId;
  authorization(): string;
}

/** The portrait of somebody on the roster as a blob: address; null when there is none. */
export const portraitOf = async (asker: Asker, who: string): Promise<string | null> => {
  try {
    const path = `/api/workshops/${encodeURIComponent(asker.workshop)}/portraits/${encodeURIComponent(who)}`;
    const reply = await fetch(path, { headers: { authorization: asker.authorization() } });
    return reply.ok ? URL.createObjectURL(await reply.blob()) : null;
  } catch {
    return null;
  }
};
