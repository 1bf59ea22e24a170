import { namedQuestion } from '#lib/items/parts.ts';
import { analyse, type Statistics } from '#lib/statistics/statistics.ts';
import type { Reliability } from '#lib/statistics/reliability.ts';
import { optionsOf } from '../answers.ts';
import type { Library } from '../library.ts';
import { figure, between, marks, percent } from '../pages/figures.ts';
import { kindNames, levelNames } from '../pages/item-choice.ts';
import { statisticsView } from '../pages/item-statistics.ts';
import { topicTitle } from '../pages/items.ts';
import { teachAgain } from './again.ts';
import { areasOf, type Area } from './areas.ts';
import { meanOf } from './mean.ts';
import { attemptOf, type Sat } from './sat.ts';
import { nameOf, tally, type Asked } from './tally.ts';

type Content = Pick<Library, 'index'>;

/** Item and test statistics of papers that were sat, across equivalent forms. */
export function statisticsOf(sats: readonly Sat[]): Statistics {
	const items = new Map(
		sats.flatMap(({ form }) => form.items.map(({ item }) => [nameOf(item), item] as const))
	);
	return analyse(sats.map(attemptOf), (id, rev) => {
		const item = items.get(nameOf({ id, rev }));
		return item && optionsOf(item);
	});
}

const areaView = (area: Area, title: string) => ({
	title,
	items: area.items,
	answers: area.answers,
	share: percent(area.share)
});

function itemView({ item, n, omitted, tallies }: Asked, statistics: Statistics) {
	const { found } = statisticsView(item, { said: '', statistics });
	const own = statistics.items.find(({ id, rev }) => id === item.id && rev === item.rev);
	if (!own) throw new Error(`no statistics of ${item.id} (rev ${item.rev})`);
	const { facility, discrimination, upperLower } = own;
	return {
		...{ id: item.id, rev: item.rev, n, omitted },
		question: namedQuestion(item),
		kind: kindNames[item.kind],
		level: levelNames[item.level],
		facility: figure(facility.value),
		facilityRange: `${figure(facility.interval.low)} to ${figure(facility.interval.high)}`,
		discrimination: discrimination ? figure(discrimination.value) : '–',
		upperLower: upperLower === undefined ? '–' : figure(upperLower),
		warnings: found?.warnings ?? [],
		options: found?.options ?? [],
		given: tallies.map((one) => ({ ...one, share: percent(one.share) }))
	};
}
export type ItemView = ReturnType<typeof itemView>;

const reliabilityView = (found: Reliability | undefined) =>
	found && {
		name: found.coefficient === 'KR-20' ? 'KR-20' : 'Cronbach’s alpha',
		value: figure(found.alpha) + between(found.interval),
		sem: `${marks(found.sem)} marks`
	};

/** What papers that were sat tell, in words and figures. */
export function reportOf(sats: readonly Sat[], { index }: Content) {
	const statistics = statisticsOf(sats);
	const asked = [...tally(sats).values()];
	const facility = new Map(statistics.items.map((one) => [nameOf(one), one.facility.value]));
	const of = ({ item }: Asked) => facility.get(nameOf(item)) ?? 0;
	const sorted = asked.sort((a, b) => of(a) - of(b));
	const { passages, tooFew } = teachAgain(
		sorted.map((one) => ({ item: one.item, n: one.n, facility: of(one) })),
		sats.length,
		index
	);
	return {
		papers: sats.length,
		mean: meanOf(sats),
		reliability: reliabilityView(statistics.reliability),
		warnings: statistics.warnings.map(({ message }) => message),
		items: sorted.map((one) => itemView(one, statistics)),
		topics: areasOf(sats, 'topic').map((one) => areaView(one, topicTitle(one.id, index))),
		levels: areasOf(sats, 'level').map((one) =>
			areaView(one, levelNames[one.id as keyof typeof levelNames])
		),
		again: passages.map((passage) => ({
			...passage,
			questions: passage.questions.map((one) => ({ ...one, facility: figure(one.facility) }))
		})),
		/** Passages that rest on too few answers to be named. */
		tooFew
	};
}
export type Report = ReturnType<typeof reportOf>;
