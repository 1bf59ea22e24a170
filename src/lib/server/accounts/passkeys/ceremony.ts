import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/*
 * The two ceremonies of WebAuthn, as far as a site needs them that asks for no attestation: nobody vouches for the device,
 * so there is nothing to read but what the browser signs. The browser itself hands over the public key in a common form
 * (getPublicKey), so that no CBOR is read. https://www.w3.org/TR/webauthn-3/#sctn-rp-operations
 * @better-auth/passkey would do the same, but wants older packages than better-auth 1.7.25 itself.
 */

/** The site, as browsers know it. */
export interface Site {
	/** https://example.org */
	origin: string;
	/** example.org */
	host: string;
}

/** What the browser sends when a passkey was made; all in base64url. */
export interface Made {
	id: string;
	clientDataJSON: string;
	authenticatorData: string;
	/** SubjectPublicKeyInfo, DER. */
	publicKey: string;
}

/** What it sends when one was used. */
export interface Used {
	id: string;
	clientDataJSON: string;
	authenticatorData: string;
	signature: string;
}

const flag = { present: 0x01, verified: 0x04, credential: 0x40 };
const hashBytes = 32;
/** Hash of the site, flags, counter. */
const headBytes = hashBytes + 1 + 4;
const aaguidBytes = 16;

const bytes = (text: string) => Buffer.from(text, 'base64url');
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

/** The challenge that an answer was signed for; undefined when it is none for this site. */
export function challengeOf(
	clientDataJSON: string,
	type: 'webauthn.create' | 'webauthn.get',
	{ origin }: Site
): string | undefined {
	try {
		const data: unknown = JSON.parse(bytes(clientDataJSON).toString());
		if (typeof data !== 'object' || data === null) return undefined;
		const said = data as Record<string, unknown>;
		const fits = said['type'] === type && said['origin'] === origin && !said['crossOrigin'];
		return fits && typeof said['challenge'] === 'string' ? said['challenge'] : undefined;
	} catch {
		return undefined; // not JSON
	}
}

/** The counter, when the device says that its owner was there and showed who they are, for this site. */
function counterOf(data: Buffer, { host }: Site): number | undefined {
	if (data.length < headBytes || !data.subarray(0, hashBytes).equals(sha256(host)))
		return undefined;
	const flags = data.readUInt8(hashBytes);
	const shown = flags & flag.present && flags & flag.verified;
	return shown ? data.readUInt32BE(hashBytes + 1) : undefined;
}

/** The id of the new credential, as the device wrote it. */
function credentialId(data: Buffer): string | undefined {
	const start = headBytes + aaguidBytes + 2;
	if (data.length < start || !(data.readUInt8(hashBytes) & flag.credential)) return undefined;
	const length = data.readUInt16BE(start - 2);
	return data.subarray(start, start + length).toString('base64url');
}

/** A key of a kind that was asked for: ES256, EdDSA, RS256. */
function readKey(publicKey: string): KeyObject | undefined {
	try {
		const key = createPublicKey({ key: bytes(publicKey), format: 'der', type: 'spki' });
		const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
		const fits =
			key.asymmetricKeyType === 'ed25519' ||
			(key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') ||
			(key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048);
		return fits ? key : undefined;
	} catch {
		return undefined; // no key
	}
}

/** COSE numbers of those kinds, the best first: https://www.iana.org/assignments/cose/ */
export const algorithms = [-8, -7, -257] as const;

/** @returns the counter to begin with; undefined when the new passkey is not to be trusted */
export function checkMade(made: Made, site: Site): number | undefined {
	const data = bytes(made.authenticatorData);
	const counter = counterOf(data, site);
	return credentialId(data) === made.id && readKey(made.publicKey) ? counter : undefined;
}

/**
 * @param known the key, and the counter when it was last used
 * @returns the new counter; undefined when the signature is wrong, or the counter says that there is a copy
 */
export function checkUsed(
	used: Used,
	known: { publicKey: string; counter: number },
	site: Site
): number | undefined {
	const data = bytes(used.authenticatorData);
	const counter = counterOf(data, site);
	const key = readKey(known.publicKey);
	if (counter === undefined || !key) return undefined;
	const signed = Buffer.concat([data, sha256(bytes(used.clientDataJSON))]);
	const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
	if (!verify(hash, signed, key, bytes(used.signature))) return undefined;
	// devices that share their keys with others of their owner do not count, and say 0
	const counts = counter > 0 || known.counter > 0;
	return counts && counter <= known.counter ? undefined : counter;
}
