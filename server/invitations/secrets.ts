/**
 * The secret of an invitation's link. It follows from the invitation and a key of the installation, so that every later letter can name the same
 * link although only its hash is stored. Whoever reads the whole database can do the same, as they can with tickets.
 */
import { createHmac } from 'node:crypto';
import type { Invitation } from '../ports/invitations.ts';

export type SecretOf = (invitation: Pick<Invitation, 'id' | 'turn'>) => string;

export const createSecretOf =
  (key: string): SecretOf =>
  ({ id, turn }) =>
    createHmac('sha256', Buffer.from(key, 'base64url')).update(`invitation ${id} ${turn}`).digest('base64url');
