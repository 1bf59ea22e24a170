import { make } from '../make.ts';
import type { Stands } from './send.ts';

/** Shows under a question that it was answered elsewhere, and lets its student choose. */
export function showConflict(
	item: HTMLElement,
	{ said }: Stands,
	choose: { mine(): void; other(): void }
) {
	item.querySelector('.conflict')?.remove();
	const keep = make('button', { type: 'button' }, 'Keep what stands here');
	const take = make('button', { type: 'button' }, 'Take the other answer');
	const box = make(
		'div',
		{ class: 'conflict', role: 'alert', tabindex: '-1' },
		make(
			'p',
			{},
			'This question was answered elsewhere meanwhile, in another tab or on another device. There it is: ',
			make('b', {}, said || 'nothing'),
			'.'
		),
		make('p', { class: 'actions' }, keep, take)
	);
	const done = (chosen: () => void) => () => {
		box.remove();
		item.querySelector<HTMLElement>('input, select')?.focus();
		chosen();
	};
	keep.addEventListener('click', done(choose.mine));
	take.addEventListener('click', done(choose.other));
	item.querySelector('fieldset')?.after(box);
}
