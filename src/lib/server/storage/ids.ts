import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new id that nobody can guess: 128 random bits, 22 characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** A secret for a cookie or a private link: 256 random bits. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. A token is random, so that a plain hash does. */
export const hashOfToken = (token: string): string =>
	createHash('sha256').update(token).digest('base64url');

/** What is kept of something guessable, such as an address or a phrase: of no use without the secret. */
export const keyedHash = (secret: string, ...parts: readonly string[]): string =>
	createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
