import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../src/lib/server/accounts/desk.ts';
import {
	addPasskey,
	listPasskeys,
	offerToMake,
	offerToUse,
	removePasskey,
	signInByPasskey
} from '../../src/lib/server/accounts/passkeys/passkeys.ts';
import { teacherOfSession } from '../../src/lib/server/accounts/signing.ts';
import { anAccount, Browser, newDesk, origin, signedIn } from './desk.ts';
import { onEachEngine, suiteGround } from './engines.ts';

const site = { origin, host: 'sourcebook.example', name: 'Mills' };
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url');
const present = 0x01;
const verified = 0x04;
const hasCredential = 0x40;

/** A device that holds one passkey, and can be made to lie. */
class Device {
	readonly id = randomBytes(16);
	counter = 1;
	origin = origin;
	host = site.host;
	flags = present | verified;
	readonly #keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

	#client(type: string, challenge: string) {
		return b64(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
	}
	#data(more: Buffer = Buffer.alloc(0), flags = this.flags) {
		const head = Buffer.alloc(37);
		createHash('sha256').update(this.host).digest().copy(head);
		head.writeUInt8(flags, 32);
		head.writeUInt32BE(this.counter, 33);
		return Buffer.concat([head, more]);
	}
	make(challenge: string) {
		const length = Buffer.alloc(2);
		length.writeUInt16BE(this.id.length);
		const credential = Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from('key')]);
		return {
			id: b64(this.id),
			name: 'Firefox on Linux',
			clientDataJSON: this.#client('webauthn.create', challenge),
			authenticatorData: b64(this.#data(credential, this.flags | hasCredential)),
			publicKey: b64(this.#keys.publicKey.export({ format: 'der', type: 'spki' }))
		};
	}
	use(challenge: string, type = 'webauthn.get') {
		this.counter++;
		const clientDataJSON = this.#client(type, challenge);
		const data = this.#data();
		const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
		const signature = createSign('sha256')
			.update(Buffer.concat([data, hash]))
			.sign(this.#keys.privateKey);
		return {
			id: b64(this.id),
			clientDataJSON,
			authenticatorData: b64(data),
			signature: b64(signature)
		};
	}
}

onEachEngine('passkeys', (engine) => {
	const ground = suiteGround(engine);
	let desk: Desk;
	beforeAll(() => {
		desk = newDesk(ground);
	});

	const challengeFor = async (person: Awaited<ReturnType<typeof signedIn>>) => {
		const offer = await offerToMake(desk, person.browser, person.teacher, site);
		if (!offer.ok) throw new Error(offer.sentence);
		return offer.options.challenge;
	};
	const challenge = async () => {
		const offer = await offerToUse(desk, new Browser(), site);
		if (!offer.ok) throw new Error(offer.sentence);
		return offer.options.challenge;
	};
	/** Somebody who has a passkey. */
	async function aHolder() {
		const person = await signedIn(desk, await anAccount(desk));
		const device = new Device();
		const made = device.make(await challengeFor(person));
		expect(await addPasskey(desk, person.teacher, made, site)).toEqual({ ok: true });
		return { ...person, device };
	}
	const signIn = (used: ReturnType<Device['use']>) =>
		signInByPasskey(desk, new Browser(), used, site);
	const refusal = { ok: false, code: 'no-passkey' };

	test('signs in whoever holds it, until it is forgotten', async () => {
		const { teacher, device } = await aHolder();
		const answer = await signIn(device.use(await challenge()));
		if (!answer.ok) throw new Error(answer.sentence);
		const browser = new Browser();
		browser.take(answer.cookies);
		expect((await teacherOfSession(desk, browser)).teacher?.id).toBe(teacher.id);
		expect(await listPasskeys(desk, teacher)).toMatchObject([
			{ id: b64(device.id), name: 'Firefox on Linux', used_at: ground.at }
		]);
		await removePasskey(desk, (await aHolder()).teacher, b64(device.id));
		expect(await listPasskeys(desk, teacher)).toHaveLength(1);
		await removePasskey(desk, teacher, b64(device.id));
		expect(await signIn(device.use(await challenge()))).toMatchObject(refusal);
	});

	test('an answer counts once, and for five minutes', async () => {
		const { device } = await aHolder();
		const used = device.use(await challenge());
		const both = await Promise.all([signIn(used), signIn(used)]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await signIn(device.use('x'.repeat(43)))).toMatchObject(refusal);
		const late = device.use(await challenge());
		ground.at += 5 * 60_000;
		expect(await signIn(late)).toMatchObject(refusal);
	});

	test.each<[string, (device: Device) => void]>([
		['another site’s page', (device) => (device.origin = 'https://other.example')],
		['another site’s key', (device) => (device.host = 'other.example')],
		['nobody present', (device) => (device.flags = verified)],
		['nobody who showed who they are', (device) => (device.flags = present)],
		['a copy that counts from the beginning', (device) => (device.counter = 0)]
	])('%s does not sign in', async (_, lie) => {
		const { device } = await aHolder();
		expect(await signIn(device.use(await challenge()))).toMatchObject({ ok: true });
		lie(device);
		expect(await signIn(device.use(await challenge()))).toMatchObject(refusal);
	});

	test('another key, another kind of answer, or a changed one does not sign in', async () => {
		const { device } = await aHolder();
		const thief = new Device();
		const stolen = { ...thief.use(await challenge()), id: b64(device.id) };
		expect(await signIn(stolen)).toMatchObject(refusal);
		const wrongKind = device.use(await challenge(), 'webauthn.create');
		expect(await signIn(wrongKind)).toMatchObject(refusal);
		const used = device.use(await challenge());
		const data = Buffer.from(used.authenticatorData, 'base64url');
		data.writeUInt32BE(9_999, 33);
		expect(await signIn({ ...used, authenticatorData: b64(data) })).toMatchObject(refusal);
		for (const broken of ['', 'bm90IGpzb24', b64('null'), b64('{"type":"webauthn.get"}')])
			expect(await signIn({ ...used, clientDataJSON: broken })).toMatchObject(refusal);
	});

	test('a passkey is made for who asked, by a key of a kind that was asked for', async () => {
		const [ada, eve] = [
			await signedIn(desk, await anAccount(desk)),
			await signedIn(desk, await anAccount(desk))
		];
		const made = new Device().make(await challengeFor(ada));
		expect(await addPasskey(desk, eve.teacher, made, site)).toMatchObject(refusal);
		const forSigningIn = new Device().make(await challenge());
		expect(await addPasskey(desk, ada.teacher, forSigningIn, site)).toMatchObject(refusal);
		const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
		const weakMade = {
			...new Device().make(await challengeFor(ada)),
			publicKey: b64(weak.export({ format: 'der', type: 'spki' }))
		};
		expect(await addPasskey(desk, ada.teacher, weakMade, site)).toMatchObject(refusal);
		const other = { ...new Device().make(await challengeFor(ada)), id: b64('another id') };
		expect(await addPasskey(desk, ada.teacher, other, site)).toMatchObject(refusal);
		expect(await listPasskeys(desk, ada.teacher)).toEqual([]);
	});
});
