/**
 * The signature of what a webhook is told, as the Standard Webhooks specification (1.0) has it: HMAC-SHA256 over id, time and body.
 * Owns the three headers; https://www.standardwebhooks.com names libraries that check them.
 */
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export const mintSigningSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/** `at`: milliseconds; the header says seconds. */
export const signed = (message: {
  readonly id: string;
  readonly at: number;
  readonly body: string;
  readonly secret: string;
}): Readonly<Record<string, string>> => {
  const seconds = String(Math.floor(message.at / 1000));
  const key = Buffer.from(message.secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${message.id}.${seconds}.${message.body}`).digest('base64');
  return { 'webhook-id': message.id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
};
