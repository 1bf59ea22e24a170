// The one script of the pages: what it adds, they also do without it. It only looks what a page needs, and stays small: the
// rest comes when it is needed.
import { keepLevel } from './levels.ts';
import { wakeOwn } from './own.ts';
import { bringAtFirstReach } from './reach.ts';
import { addTools } from './tools.ts';
import { startWorker } from './worker.ts';

const paper = document.querySelector<HTMLFormElement>('form[data-paper]');
if (paper) void import('./paper.ts').then(({ wirePaper }) => wirePaper(paper));

const taking = document.querySelector<HTMLFormElement>('form[data-taking]');
if (taking) void import('./taking/take.ts').then(({ wireTaking }) => wireTaking(taking));

const done = document.querySelector<HTMLElement>('[data-result]')?.dataset['result'];
if (done) void import('./result.ts').then(({ wireResult }) => wireResult(document, done));

wakeOwn();
keepLevel();
addTools();

const settings = document.querySelector<HTMLFormElement>('form[data-settings]');
if (settings) void import('./settings.ts').then(({ wireSettings }) => wireSettings(settings));

const cards = document.querySelector<HTMLElement>('[data-cards]');
if (cards) bringAtFirstReach(cards);

const search = document.querySelector<HTMLFormElement>('form[data-search]');
if (search) void import('./search.ts').then(({ searchHere }) => searchHere(search));

// where the browser knows passkeys, and hands over keys without CBOR
if ('toJSON' in (globalThis.PublicKeyCredential?.prototype ?? {}))
	for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]'))
		place.hidden = false;

const teach = document.querySelector('[data-teach]');
if (teach) void import('./teach.ts').then(({ wireTeach }) => wireTeach(document));

const watched = document.querySelector<HTMLElement>('[data-watch]');
if (watched) void import('./watch.ts').then(({ wireWatch }) => wireWatch(watched));

// a page made beforehand does not know under which address it will stand
addEventListener('beforeprint', () => {
	for (const place of document.querySelectorAll('[data-address]'))
		place.textContent = location.origin + location.pathname;
});

const keptPaper = document.querySelector<HTMLElement>('[data-kept-paper]');
if (keptPaper) void import('./offline/open.ts').then(({ openKept }) => openKept(keptPaper));

startWorker();
