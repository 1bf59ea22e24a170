import { z } from 'zod';
import { edtfDate, id } from './common.ts';

export const entityKind = z.enum([
	'person',
	'state',
	'organisation',
	'group',
	'place',
	'event',
	'agreement'
]);

const roleHeld = z.strictObject({
	title: z.string().min(1).describe('before the name: "French President"'),
	office: z.string().min(1).describe('"president of France"'),
	of: id.optional(),
	seen: z
		.tuple([edtfDate, edtfDate])
		.describe('first and last day on which a source shows the person in the office'),
	shared: z.boolean().default(false).describe('several persons hold such an office at a time')
});

export const entity = z.strictObject({
	id,
	kind: entityKind,
	name: z.string().min(1).describe('noun phrase without article'),
	short: z.string().optional().describe('for a second mention'),
	the: z.boolean().default(false).describe('takes "the" within a sentence'),
	plural: z.boolean().default(false),
	adjectives: z.array(z.string()).default([]).describe('"French", "France\'s" is derived'),
	aliases: z.array(z.string()).default([]),
	capital: z
		.string()
		.optional()
		.describe(
			'of a state: one of the aliases, by which reports mean it, but no answer to “which state”'
		),
	typed: z
		.array(z.string().min(1))
		.default([])
		.describe('names in other languages and scripts: right when a student types them, never shown'),
	names: z
		.record(z.string(), z.string())
		.default({})
		.describe('the usage of each side, by side id: { germany: Kolmar, france: Colmar }'),
	named: z
		.array(z.string().min(1))
		.optional()
		.describe('names by which texts are known to mean it, where its own name has another meaning'),
	side: id.optional(),
	independent: z
		.boolean()
		.default(false)
		.describe('belongs to its side, but does not speak for its state: media, activists, a court'),
	confusable: z.array(id).default([]).describe('groups of what a student could honestly mix up'),
	roles: z.array(roleHeld).default([]),
	members: z
		.array(z.strictObject({ entity: id, from: edtfDate.optional(), to: edtfDate.optional() }))
		.default([]),
	signatories: z.array(id).default([]),
	made: id
		.optional()
		.describe('the event at which an agreement was made: its date is that of the event'),
	coordinates: z
		.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
		.optional()
		.describe('latitude, longitude'),
	undated: z
		.string()
		.optional()
		.describe('an event named without its year, where the year would give the key away'),
	famous: z
		.literal(true)
		.optional()
		.describe('known to everybody: whoever knows nothing of the matter can date it'),
	within: edtfDate
		.optional()
		.describe('the days that the name of an event leaves open: wrong dates for it lie in them'),
	unplaced: z
		.string()
		.optional()
		.describe('an event named without its place, where the place is asked for'),
	tells: z
		.union([
			z.strictObject({ who: z.string(), past: z.string(), base: z.string() }),
			z.strictObject({ who: z.string(), passive: z.string(), plural: z.boolean().default(false) })
		])
		.optional()
		.describe('who did it, and the verb: past and base form, or a passive participle'),
	note: z.string().optional()
});

export type Entity = z.infer<typeof entity>;
export type EntityKind = z.infer<typeof entityKind>;
