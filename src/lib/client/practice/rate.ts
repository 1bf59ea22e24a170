import { answered, ratingOf, ratingsFor, type Rating, type Review } from '#lib/practice/review.ts';
import { chosen } from '../comfort.ts';
import { make } from '../make.ts';
import { inDays } from './days.ts';
import type { Judged } from './record.ts';

const names: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

/**
 * A button for each thing that may be said of an answer, with when the item then comes back. The keys 1 to 4 press them.
 * @param before the review before this answer
 */
export function ratingRow(
	before: Review | undefined,
	judged: Judged,
	onRate: (rating: Rating) => void
): HTMLElement {
	const usual = ratingOf(judged);
	const allowed = ratingsFor(judged);
	const buttons = allowed.map((rating) => {
		const { scheduledDays } = answered(before, judged, judged, rating, Date.now());
		const button = make(
			'button',
			{ type: 'button', 'data-rating': String(rating), 'aria-keyshortcuts': String(rating) },
			make('span', {}, allowed.length > 1 ? names[rating] : 'Next'),
			make('small', {}, allowed.length > 1 ? inDays(scheduledDays) : '')
		);
		button.classList.toggle('main', rating === usual);
		button.addEventListener('click', () => onRate(rating));
		return button;
	});
	const row = make('div', { class: 'ratings', role: 'group', 'aria-labelledby': 'how-well' });
	const asked = buttons.length > 1 ? 'How well did you know it?' : 'It comes back tomorrow.';
	row.append(make('p', { id: 'how-well' }, asked), ...buttons);
	return row;
}

/** Presses the button of a rating by its key, but not while the reader types. */
export function ratingKeys(root: HTMLElement) {
	document.addEventListener('keydown', (event) => {
		const { key, target, ctrlKey, metaKey, altKey } = event;
		if (!/^[1-4]$/.test(key) || ctrlKey || metaKey || altKey || chosen()['keys'] === 'off') return;
		if (document.querySelector('dialog[open]')) return;
		const button = root.querySelector<HTMLElement>(`[data-rating="${key}"]`);
		const typing =
			target instanceof HTMLElement &&
			target.matches('input:not([type=radio], [type=checkbox]), select, textarea');
		if (!button || typing) return;
		event.preventDefault();
		button.click();
	});
}
