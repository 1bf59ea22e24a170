import type { Index } from '#lib/facts/pack.ts';
import type { Module } from '#lib/facts/schema.ts';
import { mixedBlueprint, mixtureName, readMixture } from '#lib/forms/mixed.ts';

/** A module, or a mixture of several under a name such as "mills+weirs~map"; undefined when there is none. */
export function moduleNamed(name: string, index: Index): Module | undefined {
	const plain = index.module.get(name);
	if (plain) return plain;
	const mixture = readMixture(name, index.module);
	if (!mixture) return undefined;
	const titles = mixture.modules.map(({ title }) => title);
	const some = titles.length > 2 ? `${titles.length} modules` : titles.join(' and ');
	const what = titles.length === index.module.size ? 'all modules' : some;
	return {
		id: mixtureName(mixture, index.module),
		title: `Mixed: ${what}`,
		subtitle: '',
		order: 0,
		explainers: mixture.modules.flatMap(({ explainers }) => explainers),
		blueprint: mixedBlueprint(mixture)
	};
}
