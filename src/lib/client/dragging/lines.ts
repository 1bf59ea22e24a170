import { make } from '../make.ts';
import { number } from '../order.ts';
import { follow } from './follow.ts';

/** Lets the lines of an order be dragged: by mouse anywhere but on their controls, by finger at their grip. */
export function dragLines(list: HTMLElement) {
	for (const line of list.children)
		line.append(make('span', { class: 'grip screen-only', 'aria-hidden': 'true' }));

	list.addEventListener('pointerdown', (pressed) => {
		const target = pressed.target as Element;
		const line = [...list.children].find((one) => one.contains(target));
		const held = target.closest('.grip') ?? (pressed.pointerType === 'mouse' && line);
		if (!line || !held || target.closest('input, button') || line.querySelector(':disabled'))
			return;
		const before = [...list.children];
		follow(list, pressed, {
			start: () => line.classList.add('dragged'),
			to(_, y) {
				const others = [...list.children].filter((one) => one !== line);
				const next = others.find((one) => {
					const { top, height } = one.getBoundingClientRect();
					return y < top + height / 2;
				});
				if (line.nextElementSibling !== (next ?? null)) list.insertBefore(line, next ?? null);
			},
			end(dropped) {
				line.classList.remove('dragged');
				if (!dropped) list.append(...before);
				else if ([...list.children].some((one, at) => one !== before[at])) number(list, line);
			}
		});
	});
}
