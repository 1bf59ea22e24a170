import { addChecks } from './check.ts';
import { keepTyped } from './keep.ts';
import { sendOnce } from './once.ts';
import { addMoves, sortByPlace } from './order.ts';

/** What a script adds to a paper: it keeps what is typed, moves lines, judges in place and hands in once. */
export function wirePaper(form: HTMLFormElement) {
	const paper = form.dataset['paper'] ?? '';
	const returned = document.getElementById('summary');
	keepTyped(form, paper, !returned);
	for (const list of form.querySelectorAll<HTMLElement>('[data-order]')) {
		sortByPlace(list);
		addMoves(list);
	}
	addChecks(form);
	sendOnce(form);
	returned?.focus();
}
