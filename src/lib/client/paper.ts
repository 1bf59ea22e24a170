import { paperName, readBegun } from './begun.ts';
import { addChecks } from './check.ts';
import { bringDragging } from './dragging/bring.ts';
import { hasSat } from './hints.ts';
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

/** Says of a paper that was handed in here that it was, also when the reader comes back to it from its result. */
function sayWhenDone(form: HTMLFormElement, paper: string) {
	const name = paperName(paper);
	const say = async () => {
		if (hasSat() && !readBegun(name)) (await import('./handed-in.ts')).sayHandedIn(form, name);
	};
	void say();
	addEventListener('pageshow', ({ persisted }) => persisted && void say());
}

/** What a script adds to a paper: it keeps what is typed, moves and drags lines, judges in place and hands in once. */
export function wirePaper(form: HTMLFormElement) {
	const paper = form.dataset['paper'] ?? '';
	const returned = document.getElementById('summary');
	const lists = form.querySelectorAll<HTMLElement>('[data-order]');
	keepTyped(form, paper, returned !== null, () => lists.forEach(sortByPlace));
	for (const list of lists) {
		sortByPlace(list);
		addMoves(list);
	}
	bringDragging(form).catch(() => undefined);
	addChecks(form);
	handInOffline(form);
	sendOnce(form);
	keepForLater(form, paper);
	if (!returned) sayWhenDone(form, paper);
	returned?.focus();
}
