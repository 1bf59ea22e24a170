import { fileOf, readFile } from '#lib/practice/file.ts';
import type { Taken } from '#lib/practice/merge.ts';
import { make } from '../make.ts';
import { keepItems } from './item.ts';
import { forgetAll, kept, takeFile } from './store.ts';
import { count, keepsNothing } from './words.ts';

/** So many of the next items are kept on the device after an import: as many as the service worker keeps. */
const keptAhead = 100;

function save(text: string, name: string) {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	make('a', { href: address, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function exportAll(): Promise<string> {
	const now = new Date();
	const all = await kept();
	save(fileOf(all, now.getTime()), `reviews-${now.toISOString().slice(0, 10)}.json`);
	return `${count(all.reviews.length, 'question')} and ${count(all.read.length, 'explainer')} read written to a file.`;
}

/** The file that the reader picks; undefined when they think better of it. */
function picked(): Promise<File | undefined> {
	const input = make('input', { type: 'file', accept: '.json,application/json' });
	return new Promise((resolve) => {
		input.addEventListener('change', () => resolve(input.files?.[0]));
		input.addEventListener('cancel', () => resolve(undefined));
		input.click();
	});
}

const report = ({ added, newer, kept, read }: Taken) =>
	`Taken in: ${count(added, 'new question')}, ${newer} answered later than here; ${kept} left as they are; ${count(read, 'more explainer')} read.`;

async function importAll(): Promise<string> {
	const file = await picked();
	if (!file) return '';
	const practice = readFile(await file.text());
	if ('problem' in practice) return practice.problem;
	const taken = await takeFile(practice);
	// those that are due first come last: what came first goes first when others are kept
	const next = [...practice.reviews]
		.sort((a, b) => a.due - b.due)
		.slice(0, keptAhead)
		.reverse();
	void keepItems(next.map(({ id }) => id)).catch(() => undefined);
	return report(taken);
}

const asked =
	'Your reviews, what you read and what you answered will be gone from this browser. Erase them?';

async function eraseAll(): Promise<string> {
	if (!confirm(asked)) return '';
	await forgetAll();
	return 'Erased: no review and no progress is kept any more.';
}

const acts: Record<string, () => Promise<string>> = {
	export: exportAll,
	import: importAll,
	erase: eraseAll
};

/** Does what a button of the page of reviews says, and tells what became of it beside the button. */
export async function act(button: HTMLElement) {
	const said = button.parentElement?.querySelector('[role=status]');
	const doIt = acts[button.dataset['act'] ?? ''];
	const sentence = doIt ? await doIt().catch(() => keepsNothing) : '';
	if (said) said.textContent = sentence;
	dispatchEvent(new Event('practice'));
}
