import type { CheckContext } from './context.ts';

/** Modules: topics exist, and have facts. Explainers are checked where they are read. */
export function checkModules({ index, report }: CheckContext): void {
	const topics = new Set(index.pack.sourcebook.topics.map(({ id }) => id));
	for (const module of index.pack.modules)
		for (const topic of module.blueprint.topics)
			if (!topics.has(topic))
				report(
					'modules',
					module.id,
					['blueprint', 'topics'],
					'unknown-topic',
					`${module.id}: sourcebook.yaml has no topic "${topic}".`
				);
			else if (!index.factsByTopic.has(topic))
				report(
					'modules',
					module.id,
					['blueprint', 'topics'],
					'empty-topic',
					`${module.id}: no fact has the topic "${topic}".`
				);
}
