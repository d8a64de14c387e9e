/** The session: whether the workshop has begun and whether it has ended. */
import type { Instant } from '../../kernel/ids.ts';

export type SessionState =
  | { readonly phase: 'scheduled' }
  | { readonly phase: 'live'; readonly begunAt: Instant; readonly reopenedAt?: Instant }
  | { readonly phase: 'ended'; readonly begunAt: Instant; readonly endedAt: Instant };

export type SessionCommand =
  { readonly type: 'session/begin' } | { readonly type: 'session/end' } | { readonly type: 'session/reopen' };

export type SessionEvent =
  { readonly type: 'session/begun' } | { readonly type: 'session/ended' } | { readonly type: 'session/reopened' };

export type SessionRefusal = 'session/alreadyBegun' | 'session/notLive' | 'session/notEnded';
