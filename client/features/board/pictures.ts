/** Photos of the board: up by upload, down as blob: addresses, because the server shows them to seats only. Owns the addresses until `close`. */
import * as z from 'zod/mini';
import { id, isId, type FileId } from '../../../shared/kernel/ids.ts';
import type { Connection } from '../../connection/connection.ts';

const stored = z.object({ id: z.string().check(z.refine(isId)) });

export class Pictures {
  readonly #connection: Pick<Connection, 'workshop' | 'authorization'>;
  readonly #addresses = new Map<FileId, Promise<string>>();

  constructor(connection: Pick<Connection, 'workshop' | 'authorization'>) {
    this.#connection = connection;
  }

  /** Rejects when the server is away or does not take the picture. */
  async keep(picture: File): Promise<FileId> {
    const body = new FormData();
    body.append('file', picture);
    const reply = await this.#ask('', { method: 'POST', body });
    return id<FileId>(stored.parse(await reply.json()).id);
  }

  /** Rejects when the picture cannot be had; the next call tries anew. */
  addressOf(file: FileId): Promise<string> {
    const known = this.#addresses.get(file);
    if (known !== undefined) return known;
    const coming = this.#ask(`/${file}`, {}).then(async (reply) => URL.createObjectURL(await reply.blob()));
    this.#addresses.set(file, coming);
    coming.catch(() => this.#addresses.delete(file));
    return coming;
  }

  close(): void {
    for (const address of this.#addresses.values()) address.then(URL.revokeObjectURL, () => {});
    this.#addresses.clear();
  }

  async #ask(path: string, request: RequestInit): Promise<Response> {
    const reply = await fetch(`/api/workshops/${this.#connection.workshop}/files${path}`, {
      ...request,
      headers: { authorization: this.#connection.authorization() },
    });
    if (!reply.ok) throw new Error(`files ${reply.status}`);
    return reply;
  }
}
