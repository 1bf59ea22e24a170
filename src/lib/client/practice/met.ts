import { make } from '../make.ts';
import { keepAndTell } from './kept-note.ts';
import type { Judged } from './record.ts';
import { kept } from './store.ts';

/** The answers that feedback on this page is about, as src/lib/components/feedback/Feedback.svelte marks them. */
function judgedIn(root: ParentNode): Judged[] {
	return [...root.querySelectorAll<HTMLElement>('[data-met]')].map(({ dataset }) => ({
		id: dataset['met'] ?? '',
		rev: dataset['rev'] ?? '',
		topic: dataset['topic'] ?? '',
		mark: Number(dataset['gained']),
		of: Number(dataset['full'])
	}));
}

/** An answer that was just judged on a paper goes into the reviews of a reader who has begun them. */
export async function keepChecked(feedback: HTMLElement) {
	const { terms } = await kept();
	if (!terms.on) return;
	const said = make('p', { role: 'status', class: 'kept-note' });
	feedback.append(said);
	await keepAndTell(said, judgedIn(feedback), 'quiz');
}

const noteOf = (page: ParentNode) => page.querySelector<HTMLElement>('[data-keep-met]');

/** The answers of a paper that was handed in on this device go into the reviews of a reader who has begun them. */
export async function keepHandedIn(page: ParentNode) {
	const note = noteOf(page);
	const judged = judgedIn(page);
	if (note && judged.length > 0 && (await kept()).terms.on) await keepAndTell(note, judged, 'quiz');
}

/** The reader begins reviews with the answers of this page. */
export async function keepThese(button: HTMLElement) {
	const note = button.closest<HTMLElement>('[data-keep-met]');
	if (note) await keepAndTell(note, judgedIn(document), 'result');
}
