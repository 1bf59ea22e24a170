import { countTry, forgetTries, type Limit } from '../classes/limits.ts';
import { problem, type Desk, type Problem, type Visit } from './desk.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A whole school may have one address, and one teacher may be tried from many. */
const signingIn: Limit = { name: 'sign-in', most: 100, windowMillis: 15 * minute };
const oneAccountHere: Limit = { name: 'sign-in-one', most: 10, windowMillis: 15 * minute };
const oneAccount: Limit = { name: 'sign-in-anywhere', most: 100, windowMillis: hour };
const signingUp: Limit = { name: 'sign-up', most: 30, windowMillis: hour };
/** Letters to one address: a mailbox is not to be flooded. */
const lettersTo: Limit = { name: 'letter', most: 5, windowMillis: hour };
const askingForLetters: Limit = { name: 'letters', most: 30, windowMillis: hour };
const tryingLinks: Limit = { name: 'link', most: 60, windowMillis: 15 * minute };
const passkeys: Limit = { name: 'passkey', most: 100, windowMillis: 15 * minute };

async function count(
	{ ground }: Pick<Desk, 'ground'>,
	tries: readonly (readonly [Limit, string])[]
): Promise<Problem | undefined> {
	for (const [limit, subject] of tries) {
		const counted = await countTry(ground, limit, subject);
		if (!counted.ok) return problem('too-many-tries');
	}
	return undefined;
}

type From = Pick<Visit, 'address'>;

/** Each counts one try, for all instances together, and says when there were too many. */
export const limits = {
	signIn: (desk: Desk, { address }: From, email: string) =>
		count(desk, [
			[signingIn, address],
			[oneAccountHere, `${address} ${email}`],
			[oneAccount, email]
		]),
	/** The password of somebody who is signed in. */
	password: (desk: Desk, { address }: From, user: string) =>
		count(desk, [[oneAccountHere, `${address} ${user}`]]),
	/** A new password by a letter: wrong ones before it no longer keep its owner out. */
	forgetSignIn: async ({ ground }: Pick<Desk, 'ground'>, { address }: From, email: string) => {
		await forgetTries(ground, oneAccountHere, `${address} ${email}`);
		await forgetTries(ground, oneAccount, email);
	},
	signUp: (desk: Desk, { address }: From, email: string) =>
		count(desk, [
			[signingUp, address],
			[lettersTo, email]
		]),
	letter: (desk: Desk, { address }: From, email: string) =>
		count(desk, [
			[askingForLetters, address],
			[lettersTo, email]
		]),
	link: (desk: Desk, { address }: From) => count(desk, [[tryingLinks, address]]),
	passkey: (desk: Desk, { address }: From) => count(desk, [[passkeys, address]])
};
