import { answerOf, namedQuestion } from '#lib/items/parts.ts';
import { marks } from '../pages/figures.ts';
import { answerLine, choicesIn } from './choices.ts';
import { givenIn, type Sat } from './sat.ts';

/** Every answer of a paper in brief, with the facts that show the right one. */
export const answersIn = (sat: Sat) =>
	givenIn(sat).map(({ number, item, response, mark }) => {
		const right = mark.gained >= mark.full;
		return {
			number,
			right,
			question: namedQuestion(item),
			answer: response ? answerLine(choicesIn(item, response, right)) : '',
			key: answerOf(item)
				.map(({ text }) => text)
				.join('; '),
			marks: `${marks(mark.gained)} of ${marks(mark.full)}`,
			facts: item.facts.slice(0, 3)
		};
	});
export type BriefAnswer = ReturnType<typeof answersIn>[number];
