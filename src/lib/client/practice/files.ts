import { fileOf, readFile } from '#lib/practice/file.ts';
import type { Taken } from '#lib/practice/merge.ts';
import { make } from '../make.ts';
import { keepItems } from './item.ts';
import { kept } from './store.ts';
import { forgetAll, takeFile } from './whole.ts';
import { count, keepsNothing } from './words.ts';

/** So many of the next items are kept on the device after an import: as many as the service worker keeps. */
const keptAhead = 100;

/** Far beyond a file of every question there is. */
const mostBytes = 20_000_000;
const tooLarge = 'The file is too large to be a file of reviews. Nothing was changed.';

function save(text: string, name: string) {
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	make('a', { href: address, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function exportAll(): Promise<string> {
	const now = new Date();
	const all = await kept();
	save(fileOf(all, now.getTime()), `reviews-${now.toISOString().slice(0, 10)}.json`);
	const { reviews, read, papers } = all;
	return `Written to a file: ${count(reviews.length, 'question')}, ${count(read.length, 'explainer')} read, ${count(papers.length, 'quiz', 'quizzes')} handed in.`;
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

const report = ({ added, newer, kept, read, papers }: Taken) =>
	`Taken in: ${count(added, 'new question')}, ${newer} answered later than here; ${kept} left as they are; ${count(read, 'more explainer')} read; ${count(papers, 'more quiz', 'more quizzes')} handed in.`;

async function importAll(): Promise<string> {
	const file = await picked();
	if (!file) return '';
	if (file.size > mostBytes) return tooLarge;
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
	'Your reviews, what you read, and the quizzes that you began or handed in will be gone from this browser. Erase them?';

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
