import { make } from './make.ts';
import { dateName } from './practice/days.ts';
import { readSat } from './sat.ts';

const marks = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** Above a paper that was handed in on this device: what came of it, and a way to begin anew. What it was stays on /progress. */
export function sayHandedIn(form: HTMLFormElement, name: string) {
	const sat = readSat(name);
	if (!sat || form.querySelector('.handed-in')) return;
	const again = make('button', { type: 'button' }, 'Take it again');
	const note = make(
		'div',
		{ class: 'handed-in', role: 'status' },
		make(
			'p',
			{},
			`You handed this paper in on ${dateName(sat.at)}: ${marks(sat.gained)} of ${marks(sat.full)} marks.`
		),
		make(
			'p',
			{ class: 'actions' },
			make('a', { class: 'go', href: sat.href }, 'See the result'),
			again
		)
	);
	again.addEventListener('click', () => {
		form.reset();
		note.remove();
		for (const item of form.querySelectorAll('[data-number]'))
			item.dispatchEvent(new Event('input'));
		form.querySelector<HTMLElement>('.item input, .item select')?.focus();
	});
	form.prepend(note);
}
