// A line to the notes that writes whether it may or not, and says what the server made of it.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MESSAGE_SAVED, MESSAGE_STANDING, type NotesStanding } from '../../../shared/protocol/notes-messages.ts';
import type { SeatKey } from '../node-participant.ts';
import { ticketFor } from '../seat-client.ts';
import { DONE, outcomeOf, type Outcome } from './outcome.ts';

const SYNC = 0;
/** The answer to the server's question what one holds; its first words are taken from nobody before. */
const STEP_2 = 1;

const updateOf = (text: string): Uint8Array => {
  const document = new Y.Doc();
  document.getText('t').insert(0, text);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, STEP_2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(document));
  return encoding.toUint8Array(encoder);
};

/** Opens the board; with a text, writes it at once. `null` only reads. The line is closed at the end. */
export const writeOn = async (
  who: { readonly url: string; readonly key: SeatKey },
  text: string | null,
): Promise<{ readonly outcome: Outcome }> => {
  const ticket = await ticketFor(who.url, who.key, 'notes').catch(() => null);
  if (ticket === null) return { outcome: outcomeOf('access/denied') };
  const line = new WebSocket(`${who.url.replace('http', 'ws')}/notes/${who.key.workshop}/board?ticket=${ticket}`);
  let isAsked = false;
  const outcome = await new Promise<Outcome>((resolve) => {
    line.on('close', (code) => resolve(`closed ${code}`));
    line.on('message', (frame: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(frame));
      const type = decoding.readVarUint(decoder);
      if (type === SYNC && text === null) resolve(DONE);
      if (type === SYNC && text !== null && !isAsked) {
        isAsked = true;
        line.send(updateOf(text));
      }
      if (type === MESSAGE_SAVED && text !== null) {
        decoding.readVarUint8Array(decoder);
        if (decoding.readVarUint(decoder) > 0) resolve(DONE);
      }
      if (type !== MESSAGE_STANDING || text === null) return;
      const { refused } = JSON.parse(decoding.readVarString(decoder)) as NotesStanding;
      if (refused) resolve(outcomeOf(refused));
    });
  });
  line.terminate();
  return { outcome };
};
