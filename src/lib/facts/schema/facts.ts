import { z } from 'zod';
import { edtfDate, id, standing } from './common.ts';
import { roleValue } from './values.ts';

export const stance = z.enum(['supports', 'rounds', 'contradicts', 'mistranslates']);

export const evidence = z.strictObject({
	source: id,
	paragraph: z.number().int().positive().optional(),
	point: z.number().int().positive().optional(),
	article: z.union([z.number().int().positive(), z.string()]).optional(),
	page: z.number().int().positive().optional(),
	passage: z
		.string()
		.optional()
		.describe('another place: "title", "excerpt", "operative paragraph 3"'),
	quote: z.string().min(1),
	says: z.union([z.string(), z.number()]).optional().describe('the value this source gives'),
	stance: stance.default('supports'),
	note: z.string().optional()
});

/** A fact's own wording, where that of its relation would be stiff or unclear. */
export const wording = z.strictObject({
	say: z.string().min(1).optional().describe('the sentence; names the value, {object}'),
	ask: z.record(id, z.string().min(1)).default({}).describe('the question for a role')
});

/** One checkable statement in our own words, with its evidence. Other keys are roles of its relation. */
export const fact = z
	.object({
		id,
		topic: id,
		statement: z.string().min(1),
		relation: id,
		standing,
		subjects: z.array(id).optional().describe('a list of subjects; see `complete`'),
		'as-of': edtfDate.optional(),
		attribution: z.strictObject({ by: id, 'as-of': edtfDate }).optional(),
		complete: z.boolean().default(false).describe('the list of subjects is the whole list'),
		not: z
			.record(id, id)
			.default({})
			.describe('subjects known not to belong, each with the fact that shows it'),
		about: id.optional().describe('the disputed or reported point'),
		against: id.optional().describe('the side that a claim blames'),
		contradicts: z.array(id).default([]),
		implies: z
			.array(id)
			.default([])
			.describe('other facts of the same event that whoever reads this one knows too'),
		follows: id.optional().describe('the earlier figure of the same count'),
		changes: id
			.optional()
			.describe('what was to be by another fact, and this one puts off or alters'),
		wording: wording.optional(),
		recall: z
			.enum(['typed', 'chosen', 'none'])
			.optional()
			.describe(
				'how far it is worth knowing by heart: to be typed in (the usual case), only to be recognised among options, not at all'
			),
		evidence: z.array(evidence).min(1, { error: 'a fact needs evidence' }),
		note: z.string().optional()
	})
	.catchall(roleValue);

export type Evidence = z.infer<typeof evidence>;
export type Fact = z.infer<typeof fact>;
