import type { Item } from '#lib/items/item.ts';
import type { Answers } from '../answers.ts';
import { between, figure, percent } from './figures.ts';

/** The texts of an item's options by their ids. */
function textsOf(item: Item): Map<string, string> {
	const options =
		item.kind === 'cloze'
			? item.gaps.flatMap(({ options }) => options)
			: 'options' in item
				? item.options
				: [];
	return new Map(options.map(({ id, text }) => [id, text]));
}

/** What the answers tell about an item as it is worded now, in words and figures; `said` when they tell nothing. */
export function statisticsView(item: Item, { said, statistics }: Answers) {
	const all = statistics?.items.filter(({ id }) => id === item.id) ?? [];
	const found = all.find(({ rev }) => rev === item.rev);
	const elsewhere = all.reduce((sum, { rev, n }) => (rev === item.rev ? sum : sum + n), 0);
	const earlier =
		elsewhere > 0
			? `${elsewhere} ${elsewhere === 1 ? 'answer was' : 'answers were'} given to another wording of it and count for that.`
			: '';
	if (!found)
		return { said: said || 'Nobody has answered this question as it is now.', earlier, found };
	const texts = textsOf(item);
	const { n, facility, discrimination, upperLower, distractors, warnings } = found;
	return {
		said: '',
		earlier,
		found: {
			figures: [
				{ name: 'Answers', value: String(n) },
				{ name: 'Facility', value: figure(facility.value) + between(facility.interval) },
				{
					name: 'Discrimination',
					value: discrimination
						? figure(discrimination.value) + between(discrimination.interval)
						: 'cannot be told'
				},
				{
					name: 'Upper less lower group',
					value: upperLower === undefined ? 'cannot be told' : figure(upperLower)
				},
				...(distractors
					? [
							{ name: 'Left out', value: percent(distractors.omitted) },
							{
								name: 'Distractors that work',
								value: distractors.efficiency === undefined ? '–' : percent(distractors.efficiency)
							}
						]
					: [])
			],
			options: (distractors?.options ?? []).map(
				({ id, key, chosen, share, groups, functioning }) => ({
					...{ id, key, chosen, functioning },
					text: texts.get(id) ?? id,
					share: percent(share),
					lower: percent(groups.lower),
					middle: percent(groups.middle),
					upper: percent(groups.upper)
				})
			),
			warnings: warnings.map(({ message }) =>
				[...texts].reduce((text, [id, name]) => text.replaceAll(id, `“${name}”`), message)
			)
		}
	};
}
export type StatisticsView = ReturnType<typeof statisticsView>;
