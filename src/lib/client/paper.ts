import { addChecks } from './check.ts';
import { keepTyped } from './keep.ts';
import { page as keptPage } from './offline/address.ts';
import { keepPaper } from './offline/keep-paper.ts';
import { notNow } from './offline/not-now.ts';
import { sendOnce } from './once.ts';
import { addMoves, sortByPlace } from './order.ts';

const lost = 'There is no connection. Your answers are kept: hand in later.';

/** Hands in on the device what can't reach the server, or what the server has in another version. */
function handInOffline(form: HTMLFormElement) {
	form.addEventListener('submit', (event) => {
		if (navigator.onLine && location.pathname !== keptPage) return;
		event.preventDefault();
		event.stopImmediatePropagation(); // it may be handed in again
		import('./offline/hand-in.ts')
			.then(({ handInHere }) => handInHere(form, event.submitter))
			.catch(() => notNow(form, lost));
	});
}

/** Sees to it that the paper can be finished: without the server, or when it has another version by now. */
function keepForLater(form: HTMLFormElement, paper: string) {
	const { begun } = form.dataset;
	if (begun) void import('./offline/begun.ts').then(({ offerBegun }) => offerBegun(form, begun));
	const version = new FormData(form).get('version');
	keepPaper(paper, String(version)).catch(() => undefined);
}

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
	handInOffline(form);
	sendOnce(form);
	keepForLater(form, paper);
	returned?.focus();
}
