/**
 * Looks into a Yjs update before it touches a document. Owns the questions "is it whole?", "whose Yjs clients wrote it?", "what is new in it?".
 * Must not know seats. Parsing first matters: an update that breaks off halfway would leave a document half changed.
 */
import * as Y from 'yjs';

export interface InspectedUpdate {
  /** Yjs client → first clock after what the update carries of it. Skips (holes) are not counted. */
  readonly ends: ReadonlyMap<number, number>;
  readonly deletes: boolean;
}

/** Null when the bytes are no update. */
export const inspectUpdate = (update: Uint8Array): InspectedUpdate | null => {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const ends = new Map<number, number>();
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const { client, clock } = struct.id;
      ends.set(client, Math.max(ends.get(client) ?? 0, clock + struct.length));
    }
    return { ends, deletes: ds.clients.size > 0 };
  } catch {
    return null;
  }
};

/** The Yjs clients of whom the update tells something that the document does not know yet. */
export const newClients = (inspected: InspectedUpdate, document: Y.Doc): readonly number[] =>
  [...inspected.ends].filter(([client, end]) => end > Y.getState(document.store, client)).map(([client]) => client);
