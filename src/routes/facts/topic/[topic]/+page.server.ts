import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { topicPage } from '#lib/server/pages/facts.ts';

export const prerender = true;

export function load({ params }) {
	const topic = topicPage(params.topic, library().index);
	if (!topic) error(404, `There is no topic called “${params.topic}”.`);
	return { topic };
}
