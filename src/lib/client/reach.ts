/** Loads the full evidence of an explainer when a reader points at a number, or comes to one by keyboard. */
export function bringAtFirstReach(holder: HTMLElement) {
	const kinds = ['pointerover', 'focusin', 'click'];
	let coming = false;
	async function reach({ target }: Event) {
		if (coming || !(target instanceof Element && target.closest('.text .cite'))) return;
		coming = true;
		try {
			const { bringEvidence } = await import('./evidence.ts');
			await bringEvidence(holder);
			for (const kind of kinds) document.removeEventListener(kind, reach);
		} catch {
			coming = false; // no connection: the notes serve, and the next reach tries again
		}
	}
	for (const kind of kinds) document.addEventListener(kind, reach);
}
