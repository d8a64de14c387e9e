/** Rehearsals of a person's set-up on the real media plane, alone and before the workshop. Owns the interface; server/media implements it. */
import type { MediaMethod, MediaReply, MediaRequests } from '../../shared/protocol/media-messages.ts';
import type { RehearsalEnd } from '../../shared/protocol/rehearsal-messages.ts';

export interface Rehearsals {
  /** Answers its secret name; null while there are too many: in half a minute there will be room. */
  open(): Promise<string | null>;
  /** Null when it is over or never was. */
  request<M extends MediaMethod>(
    rehearsal: string,
    end: RehearsalEnd,
    method: M,
    ask: MediaRequests[M]['ask'],
  ): Promise<MediaReply<M> | null>;
  close(): void;
}
