import { z } from 'zod';
import { edtfDate, id } from './schema.ts';

/** The schema of map/map.yaml: what the map shows and how it is called. Shapes come from an atlas and from map/*.geojson. */

export const point = z
	.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
	.describe('latitude, longitude');

const file = z
	.string()
	.regex(/^[a-z0-9-]+\.geojson$/, { error: 'the name of a .geojson file in the same folder' });

/** A line of the map, with its legend. */
export const layer = z.strictObject({
	id,
	name: z.string().min(1).describe('in the legend: "internationally recognised border"'),
	date: edtfDate.optional().describe('when it held; a layer with a date is history'),
	drawn: z.enum(['solid', 'dashed', 'dotted']),
	words: z.string().min(1).describe('what the line shows, for those who do not see it'),
	facts: z.array(id).default([]).describe('facts about it'),
	shape: z
		.union([
			z.literal('borders'),
			z.strictObject({ file, where: z.record(z.string(), z.string()) })
		])
		.describe('"borders" of the atlas, or the features of a file with these properties')
});

/** A town or another point: the place of the same id among the entities, with its name and coordinates. */
export const town = z.strictObject({
	id,
	in: id.optional().describe('the state in which it lies: lines on a map are too coarse to tell'),
	capital: z.boolean().default(false),
	landmark: z.boolean().default(false).describe('positions are told from the nearest landmark'),
	also: z
		.array(id)
		.default([])
		.describe('places without a point of their own whose facts stand here'),
	note: z
		.string()
		.optional()
		.describe('about the point on the map; what else there is to say stands with the place')
});

export const plate = z.strictObject({
	id,
	title: z.string().min(1),
	alt: z.string().min(1).describe('the plate in two sentences'),
	note: z.string().optional(),
	format: z.enum(['wide', 'tall']),
	box: z
		.tuple([z.number(), z.number(), z.number(), z.number()])
		.describe('west, south, east, north: what must be in view'),
	layers: z.array(id).min(1),
	towns: z.array(id).optional().describe('which towns; all in view when left out'),
	labels: z
		.array(
			z.strictObject({
				text: z.string().min(1),
				at: point,
				as: z.enum(['state', 'far', 'sea', 'region'])
			})
		)
		.default([]),
	scale: z.number().int().positive().describe('length of the scale bar in kilometres')
});

export const map = z.strictObject({
	title: z.string().min(1),
	lead: z.string().min(1),
	states: z
		.array(z.string().regex(/^\d{3}$/, { error: 'a numeric country code: "051"' }))
		.describe('the states it is about: all on the same paper'),
	water: z.array(file).default([]),
	layers: z.array(layer).min(1),
	plates: z.array(plate).min(1),
	towns: z.array(town).default([]),
	missing: z.string().optional().describe('what no plate shows, and why'),
	credits: z
		.array(
			z.strictObject({
				what: z.string().min(1),
				from: z.string().min(1),
				licence: z.string().min(1),
				url: z.url()
			})
		)
		.min(1)
});

export type MapPlan = z.infer<typeof map>;
export type MapLayer = z.infer<typeof layer>;
export type MapPlate = z.infer<typeof plate>;
export type MapTown = z.infer<typeof town>;
