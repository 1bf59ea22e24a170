import { namedQuestion } from '#lib/items/parts.ts';
import type { Library } from '../library.ts';
import { figure, percent } from '../pages/figures.ts';
import { levelNames } from '../pages/item-choice.ts';
import { topicTitle } from '../pages/items.ts';
import { areasOf } from './areas.ts';
import { meanOf } from './mean.ts';
import { statisticsOf } from './report.ts';
import type { Sat } from './sat.ts';
import { nameOf, tally } from './tally.ts';

/** First attempts beside second ones, and so on: how many there are, and their mean. */
export function attemptsOf(sats: readonly Sat[]) {
	const numbers = [...new Set(sats.map(({ n }) => n))].sort((a, b) => a - b);
	return numbers.map((n) => {
		const own = sats.filter((sat) => sat.n === n);
		return { n, papers: own.length, mean: meanOf(own) };
	});
}

/** A line of a comparison: what it is about, and its two figures. */
export interface Beside {
	title: string;
	here: string;
	there: string;
}

function areasBeside(here: readonly Sat[], there: readonly Sat[], by: 'topic' | 'level') {
	const others = new Map(areasOf(there, by).map((area) => [area.id, area]));
	return areasOf(here, by).map(({ id, share }) => {
		const other = others.get(id);
		return { id, here: percent(share), there: other ? percent(other.share) : '–' };
	});
}

/** Facilities of the items that both were asked in the same wording. */
function itemsBeside(here: readonly Sat[], there: readonly Sat[]): Beside[] {
	const others = new Map(statisticsOf(there).items.map((one) => [nameOf(one), one]));
	const asked = tally(here);
	return statisticsOf(here).items.flatMap((one) => {
		const [item, other] = [asked.get(nameOf(one))?.item, others.get(nameOf(one))];
		if (!item || !other) return [];
		const shown = ({ facility, n }: typeof one) => `${figure(facility.value)} (n ${n})`;
		return [{ title: namedQuestion(item), here: shown(one), there: shown(other) }];
	});
}

/** Two sets of papers side by side. */
export function besides(
	here: readonly Sat[],
	there: readonly Sat[],
	{ index }: Pick<Library, 'index'>
) {
	const topics = areasBeside(here, there, 'topic').map(({ id, ...line }) => ({
		title: topicTitle(id, index),
		...line
	}));
	const levels = areasBeside(here, there, 'level').map(({ id, ...line }) => ({
		title: levelNames[id as keyof typeof levelNames],
		...line
	}));
	const papers = {
		title: 'Papers',
		here: String(here.length),
		there: String(there.length)
	};
	const mean = { title: 'Mean score', here: meanOf(here), there: meanOf(there) };
	return { areas: [papers, mean, ...topics, ...levels], items: itemsBeside(here, there) };
}
export type Compared = ReturnType<typeof besides>;
