/** How secrets are stored: hashed. They are 256 random bits, so a fast hash is enough; a person's password would not be. */
import { createHash } from 'node:crypto';

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
