import atlas from '#lib/server/atlas.ts';

export const prerender = true;

const none = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** The maps of questions, drawn once: every question on a map uses one symbol of this file. */
export const GET = (): Response =>
	new Response(atlas?.questions || none, { headers: { 'content-type': 'image/svg+xml' } });
