import { z } from 'zod';
import { edtfDate, id } from './common.ts';

export const source = z.strictObject({
	id,
	title: z.string().min(1),
	publisher: z.string().min(1),
	short: z.string().min(1).describe('the name used in citations, such as "Gazette"'),
	called: z.string().min(1).describe('noun phrase for stems: "the Gazette report of 5 May 1931"'),
	kind: z.enum([
		'news-agency',
		'newspaper',
		'broadcaster',
		'aggregator',
		'primary-document',
		'official',
		'organisation',
		'research',
		'reference'
	]),
	published: edtfDate,
	language: z.string().min(2).describe('BCP 47 tag of the text we hold'),
	url: z.url({ protocol: /^https?$/ }).optional(),
	perspective: z.string().min(1),
	tier: z.enum(['A', 'B', 'C']).optional(),
	read: z.enum(['in-full', 'excerpt']),
	'derived-from': z
		.array(
			z.strictObject({
				publisher: z.string().min(1),
				language: z.string().min(2).optional(),
				how: z.enum(['copy', 'translation', 'machine-translation', 'report', 'joint-text']),
				source: id.optional(),
				seen: z.boolean().default(false),
				note: z.string().optional()
			})
		)
		.default([])
		.describe('the chain of copies and translations, nearest first; its last step is the origin'),
	cautions: z
		.array(
			z.strictObject({
				paragraph: z.number().int().positive().optional(),
				reads: z.string().min(1).describe('what it says, in our words'),
				quote: z.string().optional(),
				known: z.string().min(1).describe('what is known instead'),
				'shown-by': z.array(id).default([])
			})
		)
		.default([]),
	voices: z.array(id).optional().describe('everyone whose words it carries; complete when given'),
	digest: z.string().optional().describe('the report in our own words'),
	'silent-on': z
		.array(id)
		.default([])
		.describe(
			'facts of the same matter that this report, or the passage in the digest, does not state'
		),
	misreadings: z
		.array(z.strictObject({ fact: z.union([id, z.array(id).min(2)]), reads: z.string().min(1) }))
		.default([])
		.describe(
			'what a careless reader takes from it, and the fact (or facts), stated there, that say otherwise'
		),
	note: z.string().optional()
});

export type Source = z.infer<typeof source>;
