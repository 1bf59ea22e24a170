import type { Index } from '#lib/facts/pack.ts';
import { explainers } from '../pages/explainers.ts';
import type { Assignment } from '../storage/tables.ts';
import type { Choice } from './choice.ts';

/** The explainers behind the questions of an assignment: of its modules, or of those that have its topics. */
export function readingOf(
	{ choice }: Pick<Assignment, 'choice'>,
	{ index }: { index: Index }
): { slug: string; title: string }[] {
	const wanted = JSON.parse(choice) as Choice;
	const modules = [...index.module.values()].filter(({ id, blueprint }) =>
		'modules' in wanted
			? wanted.modules.includes(id)
			: blueprint.topics.some((topic) => wanted.topics.includes(topic))
	);
	const slugs = new Set(modules.flatMap((module) => module.explainers));
	return explainers
		.filter(({ slug }) => slugs.has(slug))
		.map(({ slug, title }) => ({ slug, title }));
}
