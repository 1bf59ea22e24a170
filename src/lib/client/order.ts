import { make } from './make.ts';

const placeOf = (line: Element) => line.querySelector('input');
const textOf = (line: Element) => line.querySelector('label')?.textContent?.trim() ?? '';

/** Puts the lines in the order of the places typed for them; lines without a place stay behind. */
export function sortByPlace(list: HTMLElement) {
	const place = (line: Element) => Number(placeOf(line)?.value) || list.children.length + 1;
	list.append(...[...list.children].sort((a, b) => place(a) - place(b)));
}

/** Numbers all lines anew, once one of them was moved, and says where that one is. */
export function number(list: HTMLElement, moved: Element) {
	[...list.children].forEach((line, position) => {
		const input = placeOf(line);
		if (input) input.value = String(position + 1);
	});
	const told = list.nextElementSibling;
	if (told) told.textContent = `${textOf(moved)}: place ${placeOf(moved)?.value}`;
	moved.dispatchEvent(new Event('input', { bubbles: true }));
}

function arrow(path: string): SVGElement {
	const glyph = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	glyph.setAttribute('class', 'glyph');
	glyph.setAttribute('viewBox', '0 0 16 16');
	glyph.setAttribute('aria-hidden', 'true');
	const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	line.setAttribute('d', path);
	glyph.append(line);
	return glyph;
}

/** Adds two buttons to every line that move it and number all lines anew. */
export function addMoves(list: HTMLElement) {
	list.after(make('p', { role: 'status', class: 'sr' }));

	function move(line: Element, button: HTMLElement, up: boolean) {
		if (up) line.previousElementSibling?.before(line);
		else line.nextElementSibling?.after(line);
		button.focus(); // moving its line takes the focus away
		number(list, line);
	}

	for (const line of list.children) {
		const button = (name: string, path: string, up: boolean) => {
			const made = make('button', { type: 'button', 'aria-label': `${name}: ${textOf(line)}` });
			made.append(arrow(path));
			made.addEventListener('click', () => move(line, made, up));
			return made;
		};
		line.append(
			make(
				'span',
				{ class: 'moves screen-only' },
				button('Move up', 'M3 10l5-5 5 5', true),
				button('Move down', 'M3 6l5 5 5-5', false)
			)
		);
	}
}
