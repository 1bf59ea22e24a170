import type { Index } from '#lib/facts/pack.ts';
import type { Feedback } from '#lib/papers/feedback.ts';
import { explained } from '../classes/explained.ts';
import { givenIn, type Sat } from './sat.ts';

/** What is said to a student, said of one. */
const told: [RegExp, string][] = [
	[/^Your answer/, 'Given'],
	[/^You chose: /, 'Given: '],
	[/^You put it at /, 'Put at '],
	[/; you (?:wrote|said) /, '; given: '],
	[/, as you said$/, ', as given']
];
const toldOf = (word: string) =>
	told.reduce((text, [pattern, instead]) => text.replace(pattern, instead), word);

/** Every answer of one paper, with what shows it, as a teacher reads it. */
export const feedbackIn = (sat: Sat, index: Index): Feedback[] =>
	givenIn(sat).map((given) => {
		const feedback = explained(given, index);
		const lines = feedback.lines.map((line) => ({ ...line, word: toldOf(line.word) }));
		return { ...feedback, lines };
	});
