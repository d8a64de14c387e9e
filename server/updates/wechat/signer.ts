/**
 * Signatures for WeChat's script, as its documents have them. Owns the two things WeChat lends for two hours, asked once for everybody and kept
 * until shortly before they end; when WeChat refuses or is silent, articles go without the signed card, and it is left alone for a minute.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Clock, Mint } from '../../ports.ts';

export interface WechatAccount {
  readonly appId: string;
  readonly secret: string;
  /** WeChat's own, or a way to it. */
  readonly api: string;
}

export interface WechatSignature {
  readonly appId: string;
  readonly timestamp: number;
  readonly nonceStr: string;
  readonly signature: string;
}

export interface WechatSigner {
  /** `url`: of the page without what follows #. Null: WeChat lends nothing just now. */
  sign(url: string): Promise<WechatSignature | null>;
}

const TIMEOUT_MS = 4000;
const EARLY_MS = 300_000;
const PAUSE_MS = 60_000;
/** A token that WeChat has ended before its time, as it does when another server asks for one. */
const TOKEN_OVER = new Set([40_001, 40_014, 42_001]);

const lent = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  access_token: z.string().optional(),
  ticket: z.string().optional(),
  expires_in: z.number().positive().optional(),
});

class Refused extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`WeChat answered ${code}.`);
    this.code = code;
  }
}

export const createWechatSigner = (
  { appId, secret, api }: WechatAccount,
  ports: { readonly clock: Clock; readonly mint: Mint; readonly onRefused: (why: Error) => void },
): WechatSigner => {
  const { clock, mint, onRefused } = ports;
  let token: { readonly value: string; readonly until: number } | null = null;
  let ticket: { readonly value: string; readonly until: number } | null = null;
  let asking: Promise<string | null> | null = null;
  let notBefore = 0;

  /** The address carries the secret: whatever goes wrong is told without it. */
  const ask = async (path: string, query: Readonly<Record<string, string>>): Promise<z.infer<typeof lent>> => {
    try {
      const reply = await fetch(`${api}${path}?${new URLSearchParams(query).toString()}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
      const said = lent.parse(await reply.json());
      if (said.errcode !== undefined && said.errcode !== 0) throw new Refused(said.errcode);
      return said;
    } catch (cause) {
      if (cause instanceof Refused) throw cause;
      throw new Error(`WeChat did not answer (${cause instanceof Error ? cause.name : 'unknown'}).`);
    }
  };
  const until = (seconds = 0): number => clock.now() + Math.max(0, seconds * 1000 - EARLY_MS);

  const freshToken = async (): Promise<string> => {
    const said = await ask('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret });
    if (said.access_token === undefined) throw new Error('WeChat lent no token.');
    token = { value: said.access_token, until: until(said.expires_in) };
    return said.access_token;
  };
  const freshTicket = async (by: string): Promise<string> => {
    const said = await ask('/cgi-bin/ticket/getticket', { access_token: by, type: 'jsapi' });
    if (said.ticket === undefined) throw new Error('WeChat lent no ticket.');
    ticket = { value: said.ticket, until: until(said.expires_in) };
    return said.ticket;
  };
  const lend = async (): Promise<string | null> => {
    try {
      const known = token !== null && token.until > clock.now() ? token.value : null;
      try {
        return await freshTicket(known ?? (await freshToken()));
      } catch (cause) {
        if (known === null || !(cause instanceof Refused) || !TOKEN_OVER.has(cause.code)) throw cause;
        return await freshTicket(await freshToken());
      }
    } catch (cause) {
      notBefore = clock.now() + PAUSE_MS;
      onRefused(cause instanceof Error ? cause : new Error('WeChat did not answer.'));
      return null;
    }
  };

  return {
    async sign(url) {
      const now = clock.now();
      if (ticket === null || ticket.until <= now) {
        if (now < notBefore) return null;
        asking ??= lend().finally(() => (asking = null));
        if ((await asking) === null) return null;
      }
      const [timestamp, nonceStr] = [Math.floor(clock.now() / 1000), mint.id()];
      const text = `jsapi_ticket=${ticket?.value ?? ''}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`;
      return { appId, timestamp, nonceStr, signature: createHash('sha1').update(text).digest('hex') };
    },
  };
};
