import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/*
 * argon2id as OWASP wants it at least (19 MiB, two passes: about 50 ms here), built into Node; better-auth's own scrypt
 * (N = 2^14, r = 16, p = 1) is below what OWASP wants of scrypt.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const cost = { parallelism: 1, tagLength: 32, memory: 19 * 1024, passes: 2 };
const saltBytes = 16;
const derive = promisify(argon2);

/** As people type it on two keyboards: the same characters. */
const messageOf = (password: string) => Buffer.from(password.normalize('NFKC'));

/** @returns `argon2id$memory$passes$salt$tag`: what a later, higher cost needs to read the old ones */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(saltBytes);
	const tag = await derive('argon2id', { ...cost, message: messageOf(password), nonce });
	const texts = [nonce, tag].map((bytes) => bytes.toString('base64url'));
	return ['argon2id', cost.memory, cost.passes, ...texts].join('$');
}

/** @throws Error when `hash` was not made by `hashPassword` */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
	const [kind, memory, passes, salt, tag] = hash.split('$');
	if (kind !== 'argon2id' || !salt || !tag) throw new Error('a password hash of another kind');
	const known = Buffer.from(tag, 'base64url');
	const found = await derive('argon2id', {
		parallelism: cost.parallelism,
		tagLength: known.length,
		memory: Number(memory),
		passes: Number(passes),
		message: messageOf(password),
		nonce: Buffer.from(salt, 'base64url')
	});
	return timingSafeEqual(known, found);
}
