import type { Checker } from './checker.ts';
import { soleKey, type Judged } from './judged.ts';
import { keyIsOdd } from './options.ts';
import { normal } from './text.ts';

const features: [name: string, pattern: RegExp][] = [
	['a quotation', /[“”"]/],
	['a dash', /\s[–—]\s|:/],
	['a condition', /\b(?:if|unless|provided|depending|because|so that|although)\b/i]
];
const pairs = [
	...[
		'more less',
		'increase decrease',
		'increased decreased',
		'rise fall',
		'rose fell',
		'won lost'
	],
	...[
		'accept reject',
		'accepted rejected',
		'before after',
		'north south',
		'east west',
		'with without'
	],
	...[
		'support oppose',
		'supported opposed',
		'higher lower',
		'larger smaller',
		'faster slower',
		'first last'
	],
	...[
		'began ended',
		'joined left',
		'strengthened weakened',
		'legal illegal',
		'for against',
		'up down'
	],
	...[
		'agreed refused',
		'allowed forbade',
		'opened closed',
		'gained lost',
		'positive negative',
		'raised lowered'
	]
].map((pair) => pair.split(' '));

/** Whether two texts differ only in that one says the opposite of the other. */
function opposed(a: string, b: string): boolean {
	const strip = (text: string) =>
		normal(text)
			.replace(/\b(?:not|did not|does not|never|no) ?/g, '')
			.replace(/\s+/g, ' ')
			.trim();
	const negative = (text: string) => /\b(?:not|never|no)\b|n[’']t\b/i.test(text);
	if (strip(a) === strip(b) && negative(a) !== negative(b)) return true;
	const [x, y] = [normal(a).split(' '), normal(b).split(' ')];
	const differing = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? ''].sort()]));
	return (
		x.length === y.length &&
		differing.length === 1 &&
		pairs.some((pair) => [...pair].sort().join() === differing[0]?.join())
	);
}

function oddFeature(key: string, { distractors }: Judged): string | undefined {
	if (keyIsOdd(key, distractors)) return 'digits, a slash or brackets';
	return features.find(([, pattern]) =>
		distractors.every((text) => pattern.test(text) !== pattern.test(key))
	)?.[0];
}

/** The key alone looks different; one distractor is its opposite while the others are not; two distractors say the same. */
export const logicalCue: Checker = (item) => {
	const { distractors } = item;
	const said = distractors.map(normal);
	const same = said.findIndex((text, i) => said.indexOf(text) !== i);
	if (same >= 0)
		return `two wrong options say the same, "${distractors[same]}", so that neither can be right`;
	const key = soleKey(item);
	if (key === undefined) return undefined;
	const odd = oddFeature(key, item);
	if (odd !== undefined) return `the key "${key}" is the only option with, or without, ${odd}`;
	const against = distractors.filter((text) => opposed(key, text));
	const opposites = distractors.filter((text, i) =>
		distractors.some((other, j) => i !== j && opposed(text, other))
	);
	return against.length === 1 && opposites.length === 0
		? `"${key}" and "${against[0]}" are opposites: one of them must be right`
		: undefined;
};
