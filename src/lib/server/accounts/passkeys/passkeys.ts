import { randomBytes } from 'node:crypto';
import type { Passkey } from '../../storage/tables.ts';
import { ask, problem, type Desk, type Outcome, type Visit } from '../desk.ts';
import { limits } from '../limits.ts';
import type { Teacher, WithCookies } from '../signing.ts';
import { readPerson } from '../typed.ts';
import {
	algorithms,
	challengeOf,
	checkMade,
	checkUsed,
	type Made,
	type Site,
	type Used
} from './ceremony.ts';

const challengeMillis = 5 * 60_000;
const mostPasskeys = 20;

/** A challenge, kept until it comes back. @param user whose new passkey it is for; null for signing in */
async function newChallenge({ ground }: Desk, user: string | null): Promise<string> {
	const challenge = randomBytes(32).toString('base64url');
	const now = ground.now();
	await ground.store.change((db) =>
		db
			.insertInto('passkey_challenge')
			.values({ challenge, user_id: user, expires_at: now + challengeMillis })
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
	return challenge;
}

/** Whether a challenge was sent, for this, and not long ago; it is used up. */
async function useChallenge(
	{ ground }: Desk,
	challenge: string | undefined,
	user: string | null
): Promise<boolean> {
	if (challenge === undefined) return false;
	const found = await ground.store.change((db) =>
		db
			.deleteFrom('passkey_challenge')
			.where('challenge', '=', challenge)
			.where('user_id', user === null ? 'is' : '=', user)
			.where('expires_at', '>', ground.now())
			.returning('challenge')
			.executeTakeFirst()
	);
	return found !== undefined;
}

/** The passkeys of a teacher, the newest first. */
export const listPasskeys = (
	{ ground }: Desk,
	{ id }: Pick<Teacher, 'id'>
): Promise<Pick<Passkey, 'id' | 'name' | 'created_at' | 'used_at'>[]> =>
	ground.store.read((db) =>
		db
			.selectFrom('passkey')
			.select(['id', 'name', 'created_at', 'used_at'])
			.where('user_id', '=', id)
			.orderBy('created_at', 'desc')
			.execute()
	);

/** What `navigator.credentials.create` is asked, as `parseCreationOptionsFromJSON` reads it. */
export async function offerToMake(
	desk: Desk,
	visit: Visit,
	teacher: Teacher,
	{ host, name }: Site & { name: string }
) {
	const tooMany = await limits.passkey(desk, visit);
	if (tooMany) return tooMany;
	const have = await listPasskeys(desk, teacher);
	return {
		ok: true as const,
		options: {
			rp: { id: host, name },
			user: {
				id: Buffer.from(teacher.id).toString('base64url'),
				name: teacher.email,
				displayName: teacher.name
			},
			challenge: await newChallenge(desk, teacher.id),
			pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
			excludeCredentials: have.map(({ id }) => ({ type: 'public-key', id })),
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			attestation: 'none',
			timeout: challengeMillis
		}
	};
}

/** Keeps a new passkey. */
export async function addPasskey(
	desk: Desk,
	teacher: Teacher,
	made: Made & { name: string },
	site: Site
): Promise<Outcome> {
	const challenge = challengeOf(made.clientDataJSON, 'webauthn.create', site);
	const known = await useChallenge(desk, challenge, teacher.id);
	const counter = checkMade(made, site);
	if (!known || counter === undefined) return problem('no-passkey');
	if ((await listPasskeys(desk, teacher)).length >= mostPasskeys) return problem('no-passkey');
	await desk.ground.store.change((db) =>
		db
			.insertInto('passkey')
			.values({
				id: made.id,
				user_id: teacher.id,
				name: readPerson(made.name) ?? 'Passkey',
				public_key: made.publicKey,
				counter,
				created_at: desk.ground.now(),
				used_at: null
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
	return { ok: true };
}

/** Forgets a passkey, when it is the teacher's. */
export async function removePasskey(
	{ ground }: Desk,
	{ id: user }: Teacher,
	id: string
): Promise<void> {
	await ground.store.change((db) =>
		db.deleteFrom('passkey').where('id', '=', id).where('user_id', '=', user).execute()
	);
}

/** What `navigator.credentials.get` is asked: whichever passkey for this site the browser knows. */
export async function offerToUse(desk: Desk, visit: Visit, { host }: Site) {
	const tooMany = await limits.passkey(desk, visit);
	if (tooMany) return tooMany;
	return {
		ok: true as const,
		options: {
			rpId: host,
			challenge: await newChallenge(desk, null),
			userVerification: 'required',
			timeout: challengeMillis
		}
	};
}

/** Signs in whoever holds the passkey. */
export async function signInByPasskey(
	desk: Desk,
	visit: Visit,
	used: Used,
	site: Site
): Promise<WithCookies> {
	const { store, now } = desk.ground;
	const challenge = challengeOf(used.clientDataJSON, 'webauthn.get', site);
	if (!(await useChallenge(desk, challenge, null))) return problem('no-passkey');
	const user = await store.change(async (db) => {
		const found = await db
			.selectFrom('passkey')
			.selectAll()
			.where('id', '=', used.id)
			.executeTakeFirst();
		const known = found && { publicKey: found.public_key, counter: found.counter };
		const counter = known && checkUsed(used, known, site);
		if (!found || counter === undefined) return undefined;
		await db
			.updateTable('passkey')
			.set({ counter, used_at: now() })
			.where('id', '=', found.id)
			.execute();
		return found.user_id;
	});
	if (user === undefined) return problem('no-passkey');
	const opened = await ask(desk, () =>
		desk.auth.api.openSession({
			body: { userId: user },
			headers: visit.headers,
			returnHeaders: true
		})
	);
	return opened.ok && !opened.response.opened ? problem('no-passkey') : opened;
}
