/** Rehearsing one's set-up over HTTP. Owns the paths and shapes; what is rehearsed is client/media/mediasoup/pre-flight.ts. */
import * as z from 'zod/mini';
import type { WorkshopId } from '../../shared/kernel/ids.ts';
import type { MediaMethod, MediaReply, MediaRequests } from '../../shared/protocol/media-messages.ts';
import type { RehearsalEnd } from '../../shared/protocol/rehearsal-messages.ts';
import { ask, post, read, type Answer } from './http.ts';

/** By a link that was not entered yet, or by a seat (`Bearer …`). */
export type RehearsalKey = { readonly link: string } | { readonly authorization: string };

const opened = z.object({ rehearsal: z.string() });
const replied = z.object({ reply: z.looseObject({ ok: z.boolean() }) });

export const openRehearsal = async (workshop: WorkshopId, key: RehearsalKey): Promise<Answer<string>> => {
  const headers = 'link' in key ? { 'x-plenary-link': key.link } : { authorization: key.authorization };
  const path = `/api/workshops/${encodeURIComponent(workshop)}/rehearsals`;
  const answer = read(opened, await ask(path, post({}, headers)));
  return answer.ok ? { ok: true, value: answer.value.rehearsal } : answer;
};

/** Rejects when there is no answer or the rehearsal is over. */
export const requestIn =
  (rehearsal: string) =>
  (end: RehearsalEnd) =>
  async <M extends MediaMethod>(method: M, wish: MediaRequests[M]['ask']): Promise<MediaReply<M>> => {
    const body = { end, request: { ...wish, method } };
    const answer = read(replied, await ask(`/api/rehearsals/${encodeURIComponent(rehearsal)}`, post(body)));
    if (!answer.ok) throw new Error(answer.fault.code);
    // The server's own plane made it; what matters to it is read by mediasoup-client.
    return answer.value.reply as MediaReply<M>;
  };
