import { todays } from '#lib/practice/due.ts';
import { hasPractice } from './hints.ts';
import { begunPapers, forget, type Begun } from './begun.ts';
import { make } from './make.ts';
import { dayEnd } from './practice/days.ts';
import { kept } from './practice/store.ts';
import { count } from './practice/words.ts';

/** A half-finished paper: how far it is, a way on, and a way to be rid of it. */
export function paperLine(paper: string, { title, given, of, href }: Begun): HTMLElement {
	const drop = make('button', { type: 'button', class: 'plain' }, 'Forget it');
	const line = make(
		'li',
		{},
		make('span', {}, `You have a half-finished quiz: ${title}, ${given} of ${of} answered.`),
		make('a', { class: 'go', href }, 'Go on'),
		drop
	);
	drop.addEventListener('click', () => {
		forget(paper);
		line.replaceChildren('Forgotten.');
	});
	return line;
}

async function dueLine(): Promise<HTMLElement[]> {
	if (!hasPractice()) return [];
	const now = Date.now();
	const { reviews, terms, done } = await kept(now);
	const due = todays(reviews, terms, dayEnd(now), done).length;
	if (due === 0) return [];
	const said = `${count(due, 'question')} to review today.`;
	return [
		make('li', {}, make('span', {}, said), make('a', { class: 'go', href: '/review' }, 'Review'))
	];
}

/** Says on the first page what waits for the reader: reviews of today, half-finished papers. */
export async function showWaiting(place: HTMLElement) {
	const due = await dueLine().catch(() => []);
	const papers = begunPapers().slice(0, 3);
	place.append(...due, ...papers.map(({ paper, begun }) => paperLine(paper, begun)));
	place.hidden = place.children.length === 0;
}
