/** Passkeys: signs in by one, or makes one. The buttons are shown where the browser knows passkeys. */

const again = 'This passkey could not be used. Please try again, or sign in another way.';

/** What the server answers: what to ask the browser, or what is wrong. */
type Offer = { ok: true; options: never } | { ok: false; sentence: string };

const post = (path: string, body: unknown) =>
	fetch(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});

const ceremonies = {
	use: (options: never) =>
		navigator.credentials.get({
			publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)
		}),
	make: (options: never) =>
		navigator.credentials.create({
			publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)
		})
};
type Does = keyof typeof ceremonies;

/** @returns what is wrong, as a sentence; nothing when all is well */
async function carryOut(does: Does): Promise<string | undefined> {
	const offer = (await (await post(`/teach/passkey/${does}/offer`, {})).json()) as Offer;
	if (!offer.ok) return offer.sentence;
	const credential = await ceremonies[does](offer.options);
	if (!(credential instanceof PublicKeyCredential)) return again;
	const answer = await post(`/teach/passkey/${does}`, credential.toJSON());
	const told = (await answer.json()) as { ok: boolean; sentence?: string };
	return told.ok ? undefined : (told.sentence ?? again);
}

/** Was it the person who broke off, or the browser that found none? It says the same of both: so do we, nothing. */
const isBrokenOff = (error: unknown) =>
	error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);

const reasonOf = (error: unknown): string =>
	error instanceof DOMException && error.name === 'InvalidStateError'
		? 'This device has a passkey for your account already.'
		: isBrokenOff(error)
			? ''
			: again;

/** Does what the place of a button is for, and goes on where it says; what is wrong is said beside the button. */
export async function usePasskey(button: HTMLElement) {
	const place = button.closest<HTMLElement>('[data-passkey]');
	const problem = place?.querySelector<HTMLElement>('.problem');
	const { passkey: does, next = '/teach' } = place?.dataset ?? {};
	if (!(button instanceof HTMLButtonElement) || !problem) return;
	if (does !== 'use' && does !== 'make') return;
	button.disabled = true;
	const sentence = await carryOut(does).catch(reasonOf);
	if (sentence === undefined) return location.assign(next);
	problem.hidden = sentence === '';
	problem.textContent = sentence;
	button.disabled = false;
}
