import { randomInt } from 'node:crypto';
import { seedFrom } from '#lib/forms/seed.ts';
import { keyedHash } from '../storage/ids.ts';

const bits = 30;

/** A seed that nobody can guess from the last one. */
export const newSeed = (): string => seedFrom(randomInt(2 ** bits));

/** The seed of a student's own paper: the same each time it is asked for, and told by no other. */
export const seedFor = (secret: string, assignmentId: string, studentId: string, n: number) =>
	seedFrom(
		Buffer.from(
			keyedHash(secret, 'paper', assignmentId, studentId, String(n)),
			'base64url'
		).readUInt32BE() %
			2 ** bits
	);
