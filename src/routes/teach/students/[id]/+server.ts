import { error, json } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { exportStudent } from '#lib/server/classes/export.ts';
import type { RequestHandler } from './$types';

/** All that is kept about a student, as a file. */
export const GET: RequestHandler = async (event) => {
	const who = await actingOf(event);
	const found = await withGround(event, (ground) => exportStudent(ground, who, event.params.id));
	if (!found.ok) error(404, found.sentence);
	return json(found.kept, {
		headers: { 'content-disposition': 'attachment; filename="student.json"' }
	});
};
