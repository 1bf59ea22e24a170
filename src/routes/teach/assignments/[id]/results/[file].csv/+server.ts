import { error } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import type { Ground } from '#lib/server/classes/ground.ts';
import { answerRows, csvOf, itemRows, studentRows } from '#lib/server/results/csv.ts';
import { countedOf, readCount, type Count } from '#lib/server/results/counted.ts';
import { satsOf } from '#lib/server/results/of-class.ts';
import type { Sat } from '#lib/server/results/sat.ts';
import type { RequestHandler } from './$types';

type Content = ReturnType<Ground['content']>;

/** Answers and papers are all there are; the statistics are of those attempts that the page counts. */
const files = new Map<string, (sats: Sat[], content: Content, count: Count) => string>([
	['answers', (sats, content) => csvOf(answerRows(sats, content))],
	['papers', (sats) => csvOf(studentRows(sats))],
	['questions', (sats, content, count) => csvOf(itemRows(countedOf(sats, count), content))]
]);

export const GET: RequestHandler = async (event) => {
	const file = files.get(event.params.file);
	if (!file) error(404, 'There is no such file.');
	const who = await actingOf(event);
	return withGround(event, async (ground) => {
		const found = await satsOf(ground, who, event.params.id);
		if (!found.ok) error(404, found.sentence);
		const count = readCount(event.url.searchParams.get('count'));
		return new Response(file(found.sats, ground.content(), count), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${event.params.file}.csv"`
			}
		});
	});
};
