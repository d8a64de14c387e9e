/** What follows a proof: a session and its cookie, or the second step; and the words for a No. Owns the answers that all ways to sign in share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { AccountId } from '../../../shared/kernel/ids.ts';
import { LONGEST_MS, type Sessions } from '../../accounts/sessions.ts';
import type { Proven, Refused } from '../../accounts/sign-in.ts';
import type { Clock } from '../../ports.ts';
import type { SignInWay } from '../../ports/accounts.ts';
import { findOut } from '../asked.ts';
import { HttpRefusal } from '../errors.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface LetIn {
  /** Opens a session for an account and hands its cookie to the browser. */
  open(request: FastifyRequest, reply: FastifyReply, account: AccountId, way: SignInWay): Promise<void>;
  /** The same after a proof, or the step that is left; a No is thrown as one. */
  answer(request: FastifyRequest, reply: FastifyReply, proof: Proven | Refused): Promise<SignInAnswer>;
}

export const signInAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signedIn') }),
  z.object({ state: z.literal('secondStep'), step: z.string(), by: z.array(z.enum(['code', 'passkey'])) }),
]);
export type SignInAnswer = z.infer<typeof signInAnswer>;

export const createLetIn = (sessions: Sessions, cookie: SessionCookie, clock: Clock): LetIn => {
  const open: LetIn['open'] = async (request, reply, account, way) => {
    // What the browser brought along is over: nobody goes on in a session that somebody else may have planted or forgotten.
    const before = cookie.read(request);
    const old = before === null ? null : await sessions.find(before);
    if (old) await sessions.end(old.account, old.id);
    const { token } = await sessions.open(account, way, request.headers['user-agent'] ?? '');
    cookie.set(request, reply, token, LONGEST_MS);
    findOut(request, { account });
  };
  return {
    open,
    async answer(request, reply, proof) {
      switch (proof.state) {
        case 'signedIn':
          await open(request, reply, proof.account, proof.way);
          return { state: 'signedIn' };
        case 'secondStep':
          findOut(request, { action: 'signIn/firstStep' });
          return { state: 'secondStep', step: proof.step, by: [...proof.by] };
        case 'refused':
          throw new HttpRefusal(proof.code === 'account/badLink' ? 403 : 401, proof.code);
        case 'wait': {
          const seconds = Math.max(1, Math.ceil((proof.until - clock.now()) / 1000));
          reply.header('retry-after', String(seconds));
          throw new HttpRefusal(429, 'account/wait', String(seconds));
        }
      }
    },
  };
};
