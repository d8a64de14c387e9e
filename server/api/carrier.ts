/** Hands one signed message to a webhook over HTTP: no redirects, ten seconds, and of the answer only its status. Owns the connection. */
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { lookUpOpen } from './reachable.ts';

const WAIT_MS = 10_000;

export type Carry = (message: {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<{ readonly ok: boolean; readonly answer: string }>;

/** `mayBePrivate`: the operator lets webhooks lead into the own network. */
export const createCarrier =
  (agentName: string, mayBePrivate: boolean): Carry =>
  ({ url, headers, body }) =>
    new Promise((resolve) => {
      const target = new URL(url);
      const options = {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': agentName,
          ...headers,
        },
        signal: AbortSignal.timeout(WAIT_MS),
        agent: false,
        ...(!mayBePrivate && { lookup: lookUpOpen }),
      };
      const sending = (target.protocol === 'https:' ? tlsRequest : plainRequest)(target, options, (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        resolve({ ok: status >= 200 && status < 300, answer: String(status) });
      });
      sending.on('error', (fault) => resolve({ ok: false, answer: fault.message.slice(0, 200) }));
      sending.end(body);
    });
