/**
 * Sessions: who is signed in, from which browser, until when. Owns tokens and their life: 256 random bits, stored hashed, prolonged by use,
 * never beyond half a year. Must not know cookies.
 */
import { instant, type AccountId } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { SessionRecord, SessionStore, SignInWay } from '../ports/accounts.ts';
import { hashSecret } from './secrets.ts';

const DAY_MS = 86_400_000;
/** Unused for this long, a session is over. */
const IDLE_MS = 30 * DAY_MS;
/** However much it is used, one signs in again after this. */
export const LONGEST_MS = 180 * DAY_MS;
/** How often use is written down. */
const TOUCH_MS = 300_000;
const BROWSER_CHARACTERS = 200;

export interface Sessions {
  /** Always a fresh token, whatever the browser brought along. */
  open(
    account: AccountId,
    way: SignInWay,
    browser: string,
  ): Promise<{ readonly token: string; readonly session: string }>;
  /** Null when unknown, ended or expired. */
  find(token: string): Promise<SessionRecord | null>;
  list(account: AccountId): Promise<readonly SessionRecord[]>;
  end(account: AccountId, session: string): Promise<boolean>;
  endOthers(account: AccountId, keep: string | null): Promise<number>;
}

export const createSessions = (store: SessionStore, clock: Clock, mint: Mint): Sessions => {
  const isLive = ({ expiresAt }: SessionRecord): boolean => expiresAt > clock.now();
  return {
    async open(account, way, browser) {
      const [token, session, now] = [mint.secret(), mint.id(), clock.now()];
      await store.add({
        id: session,
        account,
        tokenHash: hashSecret(token),
        way,
        browser: browser.slice(0, BROWSER_CHARACTERS),
        createdAt: now,
        seenAt: now,
        expiresAt: instant(now + IDLE_MS),
      });
      return { token, session };
    },
    async find(token) {
      const session = await store.find(hashSecret(token));
      if (!session || !isLive(session)) return null;
      const now = clock.now();
      if (now - session.seenAt >= TOUCH_MS) {
        await store.touch(session.id, now, instant(Math.min(now + IDLE_MS, session.createdAt + LONGEST_MS)));
      }
      return session;
    },
    list: async (account) => (await store.list(account)).filter(isLive),
    end: (account, session) => store.end(account, session),
    endOthers: (account, keep) => store.endOthers(account, keep),
  };
};
