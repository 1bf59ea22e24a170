import type { PracticeItem } from '#lib/papers/pack.ts';

export type { PracticeItem };

const addressOf = (id: string) => `/practice/${encodeURIComponent(id)}`;

let parts: typeof import('./show.ts') | undefined;

/**
 * The item as the server has it now, or as this device kept it (the service worker answers in the server's place);
 * undefined when the bank has it no more.
 * @throws when the server can’t be asked and this device has no copy: then nobody knows
 */
export async function practiceItem(id: string): Promise<PracticeItem | undefined> {
	const [response, show] = await Promise.all([fetch(addressOf(id)), import('./show.ts')]);
	parts = show;
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`no item now: ${response.status}`);
	return (await response.json()) as PracticeItem;
}

/**
 * Shows an item of `practiceItem` with its native controls in `target`, judges on the device, shows feedback with sources,
 * then tells. The order of its options is drawn anew each time.
 */
export function showItem(
	target: HTMLElement,
	item: PracticeItem,
	options: { onJudged(judged: { mark: number; of: number }): void }
): { close(): void } {
	if (!parts) throw new Error('an item is fetched before it is shown');
	return { close: parts.show(target, item, options.onJudged) };
}

/** Keeps these items on the device, so that they can be reviewed offline; what can’t be fetched now is left out. */
export async function keepItems(ids: readonly string[]): Promise<void> {
	for (const id of ids) {
		const address = addressOf(id);
		// the service worker keeps what passes through it
		if (!(await caches.match(address))) await fetch(address).catch(() => undefined);
	}
}
