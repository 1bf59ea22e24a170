import { wantedAt } from './address.ts';

/** Shows, in the place of the server, what the address asks for; else what the page says about that stands there. */
export async function openKept(holder: HTMLElement) {
	const wanted = wantedAt(location);
	const shown = wanted.module
		? await import('./here.ts').then(({ openHere }) => openHere(wanted)).catch(() => false)
		: false;
	if (!shown) holder.classList.add('now');
}
