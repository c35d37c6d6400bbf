import { createHash } from 'node:crypto';

/** 256 random bits need no salt: a hash of them cannot be searched backwards. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
