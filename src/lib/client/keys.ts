import { chosen } from './comfort.ts';
import { keys, places } from './shortcuts.ts';

const patienceMillis = 1500;
let goPressed = -Infinity;

/** Heads and questions by the link each has to itself. */
const stops = () => [
	...document.querySelectorAll<HTMLAnchorElement>(
		'main :is(h2, h3) > a[href^="#"], main .item > .num'
	)
];

/** Moves the focus to the next head or question: from the one that has it, else from the upper edge of the window. */
function step(by: 1 | -1) {
	const all = stops().filter((stop) => stop.checkVisibility());
	const focused = all.findIndex((stop) => stop === document.activeElement);
	const passed = all.findLastIndex((stop) => stop.getBoundingClientRect().top < 0);
	const next = all[focused >= 0 ? focused + by : by > 0 ? passed + 1 : passed];
	next?.focus();
	next?.scrollIntoView({ block: 'start' });
}

const pressLink = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const actions: Record<keyof typeof keys, () => void> = {
	'?': () => pressLink('footer a[data-tool][href$="/shortcuts"]'),
	j: () => step(1),
	k: () => step(-1),
	v: () => pressLink('footer a[data-tool][href$="/settings"]'),
	l: () => pressLink('[data-player="pause"], [data-tool="listen"]'),
	x: () => pressLink('[data-player="stop"]')
};

function go(key: string) {
	if (Object.hasOwn(places, key)) location.href = places[key as keyof typeof places].path;
}

/** Does what a key stands for, unless the reader switched the keys off. */
export function press(key: string) {
	if (chosen()['keys'] === 'off') return;
	const afterGo = performance.now() - goPressed < patienceMillis;
	goPressed = -Infinity;
	if (afterGo) go(key);
	else if (key === 'g') goPressed = performance.now();
	else if (Object.hasOwn(actions, key)) actions[key as keyof typeof keys]();
}
