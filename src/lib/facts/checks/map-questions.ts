import { pointOfPlace } from '../map.ts';
import type { CheckContext } from './context.ts';

/** Questions on a map: their landmarks are places that can be drawn, and their boxes have room. */
export function checkMapQuestions({ index, report }: CheckContext): void {
	const { mapQuestions: questions } = index.pack;
	if (!questions) return;
	const say = (path: PropertyKey[], code: string, message: string) =>
		report('map-questions', '', path, code, message);
	const unplaced = (id: string) => `Among the entities no place "${id}" has coordinates.`;
	questions.obvious
		.filter((id) => !pointOfPlace(id, index.entity))
		.forEach((id) => say(['obvious'], 'unplaced', unplaced(id)));
	questions.maps.forEach(({ id, box: [west, south, east, north], landmarks }, at) => {
		for (const one of landmarks.filter((one) => !pointOfPlace(one, index.entity)))
			say(['maps', at, 'landmarks'], 'unplaced', unplaced(one));
		if (west >= east || south >= north)
			say(['maps', at, 'box'], 'empty-box', `${id}: the box is west, south, east, north.`);
	});
}
