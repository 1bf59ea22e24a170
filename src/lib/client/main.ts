// The one script of the pages: what it adds, they also do without it. It only looks what a page needs, and stays small: the
// rest comes when it is needed.
import { keepLevel } from './levels.ts';
import { wakeOwn } from './own.ts';
import { bringAtFirstReach } from './reach.ts';
import { addTools } from './tools.ts';
import { startWorker } from './worker.ts';

/** What a page may have, and what each wakes. */
const parts: Record<string, (place: HTMLElement) => unknown> = {
	'[data-paper]': async (form) => (await import('./paper.ts')).wirePaper(form as HTMLFormElement),
	'[data-taking]': async (form) =>
		(await import('./taking/take.ts')).wireTaking(form as HTMLFormElement),
	'[data-result]': async (place) =>
		(await import('./result.ts')).wireResult(document, place.dataset['result'] ?? ''),
	'[data-settings]': async (form) =>
		(await import('./settings.ts')).wireSettings(form as HTMLFormElement),
	'[data-cards]': bringAtFirstReach,
	'[data-search]': async (form) =>
		(await import('./search.ts')).searchHere(form as HTMLFormElement),
	'[data-teach]': async () => (await import('./teach.ts')).wireTeach(document),
	'[data-watch]': async (place) => (await import('./watch.ts')).wireWatch(place),
	'[data-kept-paper]': async (place) => (await import('./offline/open.ts')).openKept(place),
	'[data-kept-evidence]': async (place) =>
		(await import('./offline/evidence.ts')).openEvidence(place)
};
for (const [selector, wake] of Object.entries(parts)) {
	const place = document.querySelector<HTMLElement>(selector);
	if (place) void wake(place);
}

wakeOwn();
keepLevel();
addTools();

// where the browser knows passkeys, and hands over keys without CBOR
if ('toJSON' in (globalThis.PublicKeyCredential?.prototype ?? {}))
	for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]'))
		place.hidden = false;

// a page made beforehand does not know under which address it will stand
addEventListener('beforeprint', () => {
	for (const place of document.querySelectorAll('[data-address]'))
		place.textContent = location.origin + location.pathname;
});

startWorker();
