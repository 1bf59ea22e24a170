import { error } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { ground, withGround } from '#lib/server/classes/app.ts';
import { progressOf } from '#lib/server/classes/watching.ts';
import { boardOf, stateName } from '#lib/server/watch/board.ts';
import { Watch } from '#lib/server/watch/watch.ts';
import type { RequestHandler } from './$types';

/** One for the process. */
const watch = new Watch(ground);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => watch.endAll());

/** What is not yet read: who keeps less than this waiting keeps up. */
const mostWaiting = 64;

export const GET: RequestHandler = async (event) => {
	const who = await actingOf(event);
	const assignment = event.params.id;
	const hidden = event.url.searchParams.get('names') === 'hidden';
	const state = event.request.headers.get('last-event-id') ?? '';
	const found = await withGround(event, async (ground) => {
		const seen = await progressOf(ground, who, assignment);
		return seen.ok ? boardOf(seen.progress, seen.assignment, hidden, ground.now()) : seen;
	});
	if ('ok' in found) error(404, found.sentence);
	// "no content" tells a browser not to ask again: the quiz is closed, and it has the last state
	if (!found.live && state === stateName(found)) return new Response(null, { status: 204 });

	let stop = () => {};
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				const encoder = new TextEncoder();
				const send = (text: string) => {
					controller.enqueue(encoder.encode(text));
					return (controller.desiredSize ?? 0) > 0;
				};
				send('retry: 2000\n\n');
				stop = watch.add({ assignment, who, hidden, state, send, end: () => controller.close() });
			},
			cancel: () => stop()
		},
		{ highWaterMark: mostWaiting }
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
};
