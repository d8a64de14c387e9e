/** How a seat says no: answers as data, and what an error of mediasoup means to the one who asked. Must not know rooms. */
import { errors } from 'mediasoup';
import type { MediaErrorCode, MediaMethod } from '../../../shared/protocol/media-messages.ts';
import type { MediaAnswer } from '../../ports.ts';

export interface MediaRefusal {
  readonly ok: false;
  readonly error: { readonly code: MediaErrorCode; readonly detail?: string };
}

export const refuse = (code: MediaErrorCode, detail?: string): MediaRefusal => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});

/** Requests that carry parameters of the browser's making, which the worker may find impossible. */
const PARAMETERED: ReadonlySet<MediaMethod> = new Set(['connectTransport', 'produce', 'consume']);

/** A closed channel means the worker is gone; otherwise the parameters are at fault where there were any. */
export const refusalFor = <M extends MediaMethod>(method: M, cause: unknown): MediaAnswer<M> => {
  const gone = cause instanceof errors.WorkerClosedError;
  return refuse(!gone && PARAMETERED.has(method) ? 'media/badParameters' : 'media/unavailable');
};
