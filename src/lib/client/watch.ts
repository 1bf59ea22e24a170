import type { Board, Line } from '../server/watch/board.ts';
import { make } from './make.ts';

const reloadMillis = 15_000;

function lineOf({ id, name, stage, word, done }: Line): HTMLLIElement {
	const line = make('li', { 'data-line': id, 'data-stage': stage });
	const meter = make('meter', { min: '0', max: '1', 'aria-label': 'Share answered' });
	meter.value = done;
	line.append(make('span', { class: 'name' }, name), make('span', { class: 'word' }, word), meter);
	return line;
}

/** Shows a state of the board: only the lines that changed are touched. */
function show(place: HTMLElement, { summary, lines }: Board): void {
	const said = place.querySelector('[data-summary]');
	// the same words again would be read out again
	if (said && said.textContent !== summary) said.textContent = summary;
	const list = place.querySelector('ul');
	if (!list) return;
	const fresh = lines.map((line) => {
		const made = lineOf(line);
		const old = list.querySelector(`[data-line="${CSS.escape(line.id)}"]`);
		const same = old?.textContent?.trim().replace(/\s+/g, ' ');
		return old && same === `${line.name} ${line.word}` ? old : made;
	});
	const now = [...list.children];
	if (fresh.length !== now.length || fresh.some((one, at) => one !== now[at]))
		list.replaceChildren(...fresh);
}

/** Keeps the board of a teacher up to date; where events do not come, by loading the page again. */
export function wireWatch(place: HTMLElement): void {
	const address = place.dataset['watch'];
	if (!address) return;
	const reload = () => setTimeout(() => location.reload(), reloadMillis);
	if (!('EventSource' in window)) {
		reload();
		return;
	}
	const events = new EventSource(address);
	const said = place.querySelector('[data-said]');
	let ended = false;
	events.addEventListener('message', ({ data }: MessageEvent<string>) => {
		const board = JSON.parse(data) as Board;
		show(place, board);
		if (board.live) return;
		ended = true;
		events.close();
		if (said) said.textContent = 'The quiz is closed.';
	});
	events.addEventListener('error', () => {
		// a browser tries again by itself, unless it was told not to
		if (!ended && events.readyState === EventSource.CLOSED) reload();
	});
}
