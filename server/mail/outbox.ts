/** The outbox: a letter stands here before it is sent, so that neither a crash nor a mail server that is away loses it or sends it twice. */
import type { Clock, Mint } from '../ports.ts';
import type { Outbox, OutboxStore } from '../ports/mail.ts';
import { writeLetter } from './write-letter.ts';

export const createOutbox = (store: OutboxStore, clock: Clock, mint: Mint): Outbox => ({
  async post(wish) {
    const now = clock.now();
    await store.add({
      id: mint.id(),
      key: wish.key,
      to: wish.to,
      language: wish.language,
      template: wish.template,
      letter: writeLetter(wish),
      createdAt: now,
      nextAt: wish.notBefore ?? now,
      tried: 0,
      state: 'waiting',
      fault: null,
      sentAt: null,
    });
  },
});
