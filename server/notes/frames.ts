/** The notes connection's frames: bytes to meaning and back. Owns the encoding only; must not know documents or sockets. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  MESSAGE_AUTHORS,
  MESSAGE_SAVED,
  MESSAGE_STANDING,
  NOTES_SCHEMA,
  type NotesAuthors,
  type NotesStanding,
} from '../../shared/protocol/notes-messages.ts';

const SYNC = 0;
const AWARENESS = 1;
const QUERY_AWARENESS = 3;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

export type ClientFrame =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' };

/** Null when the bytes are no frame of ours; never throws. */
export const readFrame = (bytes: Uint8Array): ClientFrame | null => {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = read(decoder);
    return frame !== null && !decoding.hasContent(decoder) ? frame : null;
  } catch {
    return null;
  }
};

const read = (decoder: decoding.Decoder): ClientFrame | null => {
  const type = decoding.readVarUint(decoder);
  if (type === QUERY_AWARENESS) return { kind: 'queryAwareness' };
  if (type === AWARENESS) return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
  if (type !== SYNC) return null;
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return { kind: 'step1', vector: body };
  if (step === STEP_2) return { kind: 'step2', update: body };
  return step === UPDATE ? { kind: 'update', update: body } : null;
};

const syncFrame = (step: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });

export const step1Frame = (vector: Uint8Array): Uint8Array => syncFrame(STEP_1, vector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, update);
  });

/** `count`: update frames of this connection that are durable now. */
export const savedFrame = (vector: Uint8Array, count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SAVED);
    encoding.writeVarUint8Array(encoder, vector);
    encoding.writeVarUint(encoder, count);
  });

export const standingFrame = (standing: NotesStanding): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_STANDING);
    encoding.writeVarString(encoder, JSON.stringify({ ...standing, schema: NOTES_SCHEMA }));
  });

export const authorsFrame = (authors: NotesAuthors): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AUTHORS);
    encoding.writeVarString(encoder, JSON.stringify(authors));
  });
