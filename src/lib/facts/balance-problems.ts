import { balanceOf, countWords, fairShare, type WeighedPoint } from './balance.ts';
import type { Index } from './pack.ts';
import type { Places } from './parse.ts';
import type { Problem } from './problem.ts';
import type { Fact, Module } from './schema.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const shortest = (facts: readonly Fact[]): Fact | undefined =>
	facts.toSorted((a, b) => countWords(a.statement) - countWords(b.statement))[0];

function pointProblems(point: WeighedPoint, places: Places): Problem[] {
	const [a, b] = point.positions;
	const at = (fact: Fact | undefined) => places.at('facts', fact?.id ?? '', ['statement']);
	if (!a || !b)
		return [
			{
				...at(a?.facts[0]),
				code: 'one-position',
				message: `${point.id}: only one position is told; write the fact that holds the other.`
			}
		];
	if (point.muddled.length > 0)
		return point.muddled.map((fact) => ({
			...places.at('facts', fact.id, ['contradicts']),
			code: 'muddled-positions',
			message: `${point.id}: ${fact.id} contradicts a fact of its own position; mend contradicts, so that two positions remain.`
		}));
	if (point.even) return [];
	const [less, more] = a.words < b.words ? [a, b] : [b, a];
	const lacking = Math.ceil((more.words * fairShare.least) / fairShare.most) - less.words;
	return [
		{
			...at(shortest(less.facts)),
			code: 'uneven-point',
			message: `${point.id}: ${less.speakers.join(', ')} has ${less.words} words, ${more.speakers.join(', ')} ${more.words} (${percent(less.share)}); ${lacking} more are needed here, or fewer there, or another statement of this position.`
		}
	];
}

/** What has to be mended in a module, or everywhere, so that each position has its fair share: file and line of the shorter. */
export function balanceProblems(index: Index, places: Places, only?: Module): Problem[] {
	const modules = only ? [only] : index.pack.modules;
	const uneven = modules.flatMap((module) =>
		balanceOf(index, module)
			.sideWords.filter(({ even }) => !even)
			.map(({ name, share, points }) => ({
				...places.at('modules', module.id),
				code: 'uneven-module',
				message: `${module.id}: ${name} has ${percent(share)} of the words on the ${points} disputed points it takes part in; mend the points below, or the longest of its statements.`
			}))
	);
	const points = balanceOf(index, only).points.flatMap((point) => pointProblems(point, places));
	return [...uneven, ...points];
}
