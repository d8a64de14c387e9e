/** The outbox: a letter stands here before it is sent, so that neither a crash nor a mail server that is away loses it or sends it twice. */
import { instant } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { Outbox, OutboxStore } from '../ports/mail.ts';
import type { Sweep } from '../sweep.ts';
import { createDispatcher } from './dispatcher.ts';
import { createSmtp } from './smtp.ts';
import { withoutSecrets } from './without-secrets.ts';
import { writeLetter } from './write-letter.ts';

const PAGE = 100;
const RECOVERY_MS = 150_000;

export interface PostOffice extends Outbox {
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const openPostOffice = async (deps: {
  readonly store: OutboxStore;
  readonly server: { readonly server: string; readonly from: string } | null;
  readonly clock: Clock;
  readonly mint: Mint;
  /** The origin of our pages, for the letters' own names. */
  readonly site: () => string;
  readonly onFault: (fault: unknown) => void;
}): Promise<PostOffice> => {
  const { store, clock, mint } = deps;
  const dispatcher: Sweep | null =
    deps.server &&
    createDispatcher({
      store,
      mail: createSmtp({ ...deps.server, site: deps.site }),
      clock,
      onFault: deps.onFault,
    });
  const recover = (): Promise<number> =>
    store.failInterrupted('interrupted: it may or may not have gone out', clock.now());
  await recover();
  // What another server of the same database had on its way when it died is known only once it has taken too long.
  const cancelRecovery = clock.alarm(instant(clock.now() + RECOVERY_MS), () => {
    recover().then(() => dispatcher?.wake(), deps.onFault);
  });
  dispatcher?.wake();
  const compose: Outbox['compose'] = (wish) => {
    const now = clock.now();
    const { worthlessAfter, mayRepeat } = wish;
    return {
      id: mint.id(),
      key: wish.key,
      to: wish.to,
      language: wish.language,
      template: wish.template,
      letter: {
        ...writeLetter(wish),
        ...(worthlessAfter !== undefined && { worthlessAfter }),
        ...(mayRepeat && { mayRepeat }),
      },
      createdAt: now,
      nextAt: wish.notBefore ?? now,
      tried: 0,
      state: dispatcher ? 'waiting' : 'held',
      fault: null,
      sentAt: null,
    };
  };
  return {
    sends: dispatcher !== null,
    compose,
    wake: () => dispatcher?.wake(),
    async post(wish) {
      await store.add(compose(wish));
      dispatcher?.wake();
    },
    list: (before) => store.list({ limit: PAGE, before }),
    async read(id) {
      const found = await store.find(id);
      if (!found || (found.state === 'held' && !dispatcher)) return found;
      return { ...found, letter: withoutSecrets(found.letter) };
    },
    async sendAgain(id) {
      const isBack = dispatcher !== null && (await store.sendAgain(id, clock.now()));
      dispatcher?.wake();
      return isBack;
    },
    idle: async () => dispatcher?.idle(),
    async close() {
      cancelRecovery();
      await dispatcher?.close();
    },
  };
};
