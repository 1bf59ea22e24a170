import { z } from 'zod';
import { point } from './map-schema.ts';
import { id } from './schema.ts';

/** The schema of map/questions.yaml: maps on which a place is to be found, and how it is asked for. */

/** A part of the map that a question shows. */
export const questionMap = z.strictObject({
	id,
	format: z.enum(['wide', 'tall']),
	box: z
		.tuple([z.number(), z.number(), z.number(), z.number()])
		.describe('west, south, east, north: what must be in view, and what is asked for'),
	landmarks: z
		.array(id)
		.min(2)
		.describe('towns that are drawn with their names; spots are told from the nearest one'),
	apart: z.number().positive().describe('spots lie at least so many kilometres from each other'),
	scale: z.number().int().positive().describe('length of the scale bar in kilometres'),
	labels: z.array(z.strictObject({ text: z.string().min(1), at: point })).default([])
});

export const mapQuestions = z.strictObject({
	ask: z
		.string()
		.includes('{place}', { error: 'names {place}' })
		.describe('"Where on the map is {place}?"'),
	here: z
		.string()
		.includes('{place}', { error: 'names {place}' })
		.describe('what lies at a spot: "Here lies {place}."'),
	note: z.string().min(1).describe('under the map: what its lines are, and who drew them'),
	obvious: z.array(id).default([]).describe('places that nobody need be asked for by name'),
	maps: z
		.array(questionMap)
		.min(1)
		.describe('a place is asked for on the first map that has it in view')
});

export type QuestionMap = z.infer<typeof questionMap>;
export type MapQuestions = z.infer<typeof mapQuestions>;
