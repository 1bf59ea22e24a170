import type { KeptSource } from '#lib/papers/source.ts';
import { make } from '../make.ts';
import { cardsIn, keptCards, wholeCard } from './cards.ts';

const from = 'From the copy in your browser: what explainers and kept papers show of it.';

function show(title: string, heading: HTMLElement, ...parts: (Node | string)[]) {
	const site = document.querySelector('header .name')?.textContent.trim() ?? '';
	document.title = `${title} – ${site}`;
	document
		.querySelector('main')
		?.replaceChildren(heading, make('p', { class: 'soft' }, from), ...parts);
}

async function showFact(id: string): Promise<boolean> {
	const card = await wholeCard(id);
	if (!card) return false;
	const statement = card.querySelector('.fact');
	const title = statement?.textContent.trim() ?? 'What each side says';
	statement?.remove();
	const heading = make('h1', {}, title);
	show(title, heading, card);
	return true;
}

/** The line of a source in its record; nothing where the record has nothing. */
const row = (name: string, text: string): HTMLElement[] =>
	text ? [make('dt', {}, name), make('dd', {}, text)] : [];

function recordOf({ kind, publisher, perspective, published, url }: KeptSource): HTMLElement {
	const list = make(
		'dl',
		{},
		...row('Kind', kind),
		...row('Publisher', publisher),
		...row('Published', published),
		...row('Perspective', perspective)
	);
	if (url) list.append(make('dt', {}, 'Address'), make('dd', {}, make('a', { href: url }, url)));
	return list;
}

function cautionsOf({ cautions }: KeptSource): HTMLElement {
	const lines = cautions.map(({ place, reads, known }) =>
		make('li', {}, [place, reads, known].filter(Boolean).join(' '))
	);
	const none = make('p', {}, 'No defect of this text is known to us.');
	return make(
		'section',
		{ id: 'cautions' },
		make('h2', {}, 'Cautions'),
		lines.length > 0 ? make('ul', {}, ...lines) : none
	);
}

/** The facts that rest on a source, each with the place that shows it. */
async function factsOf(id: string): Promise<HTMLElement[]> {
	const lines = new Map<string, HTMLElement>();
	for await (const page of keptCards())
		for (const card of cardsIn(page)) {
			const place = card.querySelector(`.witness a[href="/sources/${id}"]`)?.closest('li');
			// in a template a link has an address only as it is written
			const href = card.querySelector('a[href^="/facts/"]')?.getAttribute('href');
			if (!place || !href || lines.has(href)) continue;
			const quote = [...place.querySelectorAll('.place, q, .stance')];
			const statement = card.querySelector('.fact')?.textContent.trim() ?? 'A disputed point';
			const way = make('a', { href }, statement);
			lines.set(href, make('li', {}, way, ...quote.flatMap((one) => [' ', one])));
		}
	return [...lines.values()];
}

async function showSource(id: string): Promise<boolean> {
	const response = await fetch('/offline/sources.json');
	const source = response.ok
		? ((await response.json()) as Record<string, KeptSource>)[id]
		: undefined;
	if (!source) return false;
	const { title, short, lang } = source;
	const lines = await factsOf(id);
	const facts = make(
		'section',
		{},
		make('h2', {}, 'Facts that rest on it'),
		make('ul', {}, ...lines)
	);
	show(
		short,
		make('h1', lang === 'en' ? {} : { lang }, title),
		recordOf(source),
		cautionsOf(source)
	);
	if (lines.length > 0) document.querySelector('main')?.append(facts);
	return true;
}

/** Shows the fact or the source that the address asks for; else what the page says about that stands there. */
export async function openEvidence(holder: HTMLElement) {
	const [, kind, id = ''] = location.pathname.split('/').map(decodeURIComponent);
	const shown = await (kind === 'sources' ? showSource(id) : showFact(id)).catch(() => false);
	if (!shown) holder.classList.add('now');
	else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
