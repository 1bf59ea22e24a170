// The one script of the pages: what it adds, they also do without it.
import { addChecks } from './check.ts';
import { forget, keepTyped } from './keep.ts';
import { keepLevel } from './levels.ts';
import { sendOnce } from './once.ts';
import { addMoves, sortByPlace } from './order.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-paper]')) {
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

const done = document.querySelector<HTMLElement>('[data-result]')?.dataset['result'];
if (done) forget(done);

keepLevel();

const search = document.querySelector<HTMLFormElement>('form[data-search]');
if (search) void import('./search.ts').then(({ searchHere }) => searchHere(search));

if (import.meta.env.PROD && 'serviceWorker' in navigator)
	void navigator.serviceWorker.register('/service-worker.js');
