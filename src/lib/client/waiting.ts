import { dueAt } from './due.ts';
import { hasPaper } from './hints.ts';
import { make } from './make.ts';

function dueLine(): HTMLElement[] {
	const due = dueAt(Date.now());
	if (due === 0) return [];
	const said = `${due} ${due === 1 ? 'question' : 'questions'} to review today.`;
	return [
		make('li', {}, make('span', {}, said), make('a', { class: 'go', href: '/review' }, 'Review'))
	];
}

/** Says on the first page what waits for the reader: reviews of today, half-finished papers. */
export async function showWaiting(place: HTMLElement) {
	const papers = hasPaper() ? (await import('./paper-line.ts')).paperLines().slice(0, 3) : [];
	place.append(...dueLine(), ...papers);
	place.hidden = place.children.length === 0;
}
