/** The words for an answer that was No. Owns the choice only; the phrases stand in the catalogue. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { refusals } from '../../../shared/languages/areas/refusals.ts';
import type { CommandReply } from '../../../shared/protocol/workshop-messages.ts';

export const wordsOfReply = (reply: CommandReply & { readonly ok: false }, language: Language): string =>
  'refusal' in reply
    ? say(refusals, language, reply.refusal.code, reply.refusal.details)
    : say(refusals, language, reply.error.code);
