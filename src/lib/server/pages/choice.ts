import type { Index } from '#lib/facts/pack.ts';

/** The topic an address asks for; a topic that is none is ignored, with a sentence that says so. */
export function readTopic(
	query: URLSearchParams,
	index: Index
): { topic: string; ignored: string[] } {
	const asked = query.get('topic') ?? '';
	const known = index.pack.sourcebook.topics.some(({ id }) => id === asked);
	if (known || asked === '') return { topic: asked, ignored: [] };
	return {
		topic: '',
		ignored: [`There is no topic called “${asked.slice(0, 40)}”: all topics are shown.`]
	};
}
