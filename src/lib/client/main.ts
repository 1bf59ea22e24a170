// The one script of the pages: what it adds, they also do without it. It only looks what a page needs, and stays small: the
// rest comes when it is needed.
import { keepLevel } from './levels.ts';
import { bringAtFirstReach } from './reach.ts';
import { addTools } from './tools.ts';

const paper = document.querySelector<HTMLFormElement>('form[data-paper]');
if (paper) void import('./paper.ts').then(({ wirePaper }) => wirePaper(paper));

const done = document.querySelector<HTMLElement>('[data-result]')?.dataset['result'];
if (done) void import('./keep.ts').then(({ forget }) => forget(done));

keepLevel();
addTools();

const settings = document.querySelector<HTMLFormElement>('form[data-settings]');
if (settings) void import('./settings.ts').then(({ wireSettings }) => wireSettings(settings));

const cards = document.querySelector<HTMLElement>('[data-cards]');
if (cards) bringAtFirstReach(cards);

const search = document.querySelector<HTMLFormElement>('form[data-search]');
if (search) void import('./search.ts').then(({ searchHere }) => searchHere(search));

// a page made beforehand does not know under which address it will stand
addEventListener('beforeprint', () => {
	for (const place of document.querySelectorAll('[data-address]'))
		place.textContent = location.origin + location.pathname;
});

if (import.meta.env.PROD && 'serviceWorker' in navigator)
	void navigator.serviceWorker.register('/service-worker.js');
