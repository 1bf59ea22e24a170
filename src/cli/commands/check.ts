import { measure } from '#lib/explainers/check.ts';
import { namesOf } from '#lib/explainers/names.ts';
import { level } from '#lib/facts/schema.ts';
import { kinds } from '#lib/items/item.ts';
import { openContent } from '#lib/server/open.ts';
import type { Command } from '../command.ts';
import { printProblems } from '../problems.ts';

/** How many there are of each name: those that are given first, whether there are any or not. */
const count = <T>(
	list: readonly T[],
	of: (one: T) => string,
	names: readonly string[] = []
): string => {
	const counts = new Map(names.map((name) => [name, 0]));
	for (const one of list) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
	return [...counts].map(([name, n]) => `${n} ${name}`).join(', ');
};

export const check: Command = {
	summary: 'validates all content and prints what there is',
	positionals: '',
	options: {},
	run({ content }) {
		const opened = openContent(content);
		printProblems(opened);
		const { index } = opened;
		if (index) {
			const { pack } = index;
			console.log(
				`sources     ${pack.sources.length} (${count(pack.sources, ({ read }) => read)})`
			);
			console.log(
				`facts       ${pack.facts.length} (${count(pack.facts, ({ standing }) => standing)})`
			);
			console.log(`  by topic  ${count(pack.facts, ({ topic }) => topic)}`);
			console.log(
				`entities    ${pack.entities.length} (${count(pack.entities, ({ kind }) => kind)})`
			);
			const naming = namesOf(pack);
			console.log(`explainers  ${opened.explainers.length}`);
			for (const explainer of opened.explainers) {
				const { words, grade } = measure(explainer, naming);
				const name = `${explainer.id} (${explainer.level})`;
				console.log(
					`  ${name.padEnd(30)} ${words} words, Flesch-Kincaid grade ${grade.toFixed(1)}`
				);
			}
		}
		// Items are written from a pack in which every reference leads somewhere.
		if (opened.bank) {
			const { items, dropped } = opened.bank;
			console.log(
				`items       ${items.length} (${count(items, (item) => item.level, level.options)})`
			);
			console.log(
				`  by kind   ${kinds.map((kind) => `${items.filter((item) => item.kind === kind).length} ${kind}`).join(', ')}`
			);
			console.log(`  dropped   ${dropped.length}: see npx sourcebook items --dropped`);
		}
		if (opened.problems.length > 0)
			console.error(
				`${opened.problems.length === 1 ? '1 problem' : `${opened.problems.length} problems`}. Each line names a file, a line and what to do.`
			);
		return opened.problems.length === 0 ? 0 : 1;
	}
};
