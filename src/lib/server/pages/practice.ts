import { group, type Index } from '#lib/facts/pack.ts';
import { groups, type Group } from '#lib/forms/mixed.ts';
import type { Bank } from '#lib/items/bank.ts';
import { contents } from './home.ts';
import type { Explainer } from './explainers.ts';

const groupNames: Record<Group, string> = {
	choice: 'Choosing an answer',
	gaps: 'Filling gaps',
	order: 'Putting in order, timeline',
	match: 'Matching',
	map: 'Finding a place on the map',
	figures: 'Dates and numbers',
	names: 'Typing a name',
	sources: 'Reading the sources'
};

/** What a mixed quiz can be drawn from. */
export const mixedChoices = ({ pack }: Index) => ({
	modules: [...pack.modules]
		.sort((a, b) => a.order - b.order)
		.map(({ id, title }) => ({ id, title })),
	groups: groups.map((id) => ({ id, title: groupNames[id] }))
});

/** What can be read and known: the explainers, and the topics with how many questions the bank has on each. */
export function progressPage(index: Index, bank: Bank, explainers: readonly Explainer[]) {
	const byTopic = group(bank.items, ({ topic }) => [topic]);
	return {
		explainers: contents(index, explainers).flatMap((module) => module.explainers),
		topics: index.pack.sourcebook.topics.flatMap(({ id, title }) => {
			const items = byTopic.get(id)?.length ?? 0;
			return items > 0 ? [{ id, title, items }] : [];
		})
	};
}
