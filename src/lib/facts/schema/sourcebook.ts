import { z } from 'zod';
import { edtfDate, id, level } from './common.ts';

/** A word of the glossary. What its text says about the matter of the sourcebook rests on `facts`. */
export const term = z.strictObject({
	id,
	term: z.string().min(1),
	aliases: z
		.array(z.string().min(1))
		.default([])
		.describe('other forms that running text has: plurals, spellings'),
	text: z.string().min(1).describe('one to three sentences in our own words'),
	facts: z.array(id).default([]).describe('the facts that the text rests on')
});

export const module = z.strictObject({
	id,
	title: z.string().min(1),
	subtitle: z.string().min(1),
	order: z.number().int(),
	explainers: z.array(id).min(1),
	blueprint: z.strictObject({
		topics: z.array(id).min(1),
		length: z.number().int().min(1).max(40).default(10),
		kinds: z
			.record(z.string(), z.number().int().min(0))
			.default({})
			.describe('at most so many of a kind'),
		levels: z
			.partialRecord(level, z.number().min(0).max(1))
			.default({})
			.describe('least share of a level')
	})
});

export const sourcebook = z.strictObject({
	title: z.string().min(1),
	tagline: z.string().min(1),
	'as-of': edtfDate.describe('the last day the material knows of'),
	checked: edtfDate.describe('the day on which the editors last went through everything'),
	sides: z.array(z.strictObject({ id, name: z.string() })),
	points: z
		.record(id, id)
		.default({})
		.describe('disputed points, by what `about` says, each with the event it is about'),
	findings: z
		.record(id, z.array(id))
		.default({})
		.describe('disputed points, each with the facts in which others say what they found'),
	topics: z.array(z.strictObject({ id, title: z.string() })),
	loaded: z.array(z.string()).default([]).describe('words allowed only inside a quotation'),
	'not-names': z
		.array(z.string())
		.default([])
		.describe('capitalised words that name nothing in particular'),
	report: z
		.string()
		.default('')
		.describe('where readers report a problem: an e-mail address, or a form on the web')
});

export type Term = z.infer<typeof term>;
export type Module = z.infer<typeof module>;
export type Sourcebook = z.infer<typeof sourcebook>;
