import styles from '#lib/styles/popover.css?inline';
import { make } from './make.ts';
import { otherPage } from './other-page.ts';
import { addStyles } from './styles.ts';

let glossary: Promise<Document> | undefined;

/** What the glossary says about the term that a link leads to. */
async function definitionOf({ pathname, hash }: URL): Promise<{ term: string; text: string }> {
	glossary ??= otherPage(pathname);
	const entry = (await glossary).getElementById(hash.slice(1));
	const term = entry?.querySelector('h2')?.textContent.trim();
	const said = entry?.querySelector('h2 + p')?.cloneNode(true) as Element | undefined;
	for (const number of said?.querySelectorAll('.cite') ?? []) number.remove();
	if (!term || !said) throw new Error(`no entry ${hash} in the glossary`);
	return { term, text: said.textContent.replace(/\s+/g, ' ').trim() };
}

function popover(id: string, { term, text }: { term: string; text: string }, href: string) {
	const close = make('button', { type: 'button', class: 'plain' }, 'Close');
	const made = make(
		'div',
		{ class: 'evidence', id, popover: '', role: 'group', tabindex: '-1', autofocus: '' },
		make('p', {}, make('b', {}, term)),
		make('p', {}, text),
		make('p', { class: 'foot-row' }, make('a', { class: 'go', href }, 'In the glossary'), close)
	);
	made.setAttribute('aria-label', term);
	close.addEventListener('click', () => made.hidePopover());
	return made;
}

/** Opens the definition of a term where it stands. */
export async function openTerm(link: HTMLElement) {
	if (!(link instanceof HTMLAnchorElement)) return;
	const url = new URL(link.href);
	const id = `term-${url.hash.slice(1)}`;
	let shown = document.getElementById(id);
	if (!shown) {
		addStyles(styles);
		shown = popover(id, await definitionOf(url), link.href);
		document.querySelector('main')?.append(shown);
	}
	if (!shown.matches(':popover-open')) shown.showPopover({ source: link });
}
