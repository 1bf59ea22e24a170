function eraseBase(name: string): Promise<void> {
	return new Promise((done, fail) => {
		const request = indexedDB.deleteDatabase(name);
		request.addEventListener('success', () => done());
		for (const kind of ['error', 'blocked'])
			request.addEventListener(kind, () => fail(new Error(`${name}: ${kind}`)));
	});
}

/**
 * Forgets all that this site keeps on the device: choices, half-finished and finished papers, answers that wait to be sent,
 * reviews and progress, copies of pages. The service worker goes first, so that it makes no new copies.
 */
async function eraseAll() {
	for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
	localStorage.clear();
	sessionStorage.clear();
	for (const name of await caches.keys()) await caches.delete(name);
	for (const { name } of await indexedDB.databases()) if (name) await eraseBase(name);
	dispatchEvent(new Event('comfort'));
}

const asked = 'Everything that this site keeps in this browser will be gone. Erase it?';

/** Asks, erases, and says what became of it beside the button. */
export async function erase(button: HTMLElement) {
	const said = button.parentElement?.querySelector('[role=status]');
	if (!said || !confirm(asked)) return;
	said.textContent = await eraseAll().then(
		() => 'Erased: nothing is kept any more.',
		() => 'This browser did not let everything be erased. Its own settings can do it.'
	);
}
