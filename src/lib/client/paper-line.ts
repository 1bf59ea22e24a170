import { begunPapers, forget, type Begun } from './begun.ts';
import { make } from './make.ts';

/** A half-finished paper: how far it is, a way on, and a way to be rid of it. */
function paperLine(paper: string, { title, given, of, href }: Begun): HTMLElement {
	const drop = make('button', { type: 'button', class: 'plain' }, 'Forget it');
	const line = make(
		'li',
		{},
		make('span', {}, `You have a half-finished quiz: ${title}, ${given} of ${of} answered.`),
		make('a', { class: 'go', href }, 'Go on'),
		drop
	);
	drop.addEventListener('click', () => {
		forget(paper);
		line.replaceChildren('Forgotten.');
	});
	return line;
}

/** A line for each half-finished paper of this device. */
export const paperLines = (): HTMLElement[] =>
	begunPapers().map(({ paper, begun }) => paperLine(paper, begun));
