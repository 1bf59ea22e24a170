import { z } from 'zod';
import { parseDate } from './dates.ts';

/** The schemas of everything an editor writes. Types are inferred from them; editors' JSON Schemas are generated from them. */

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = z
	.string()
	.regex(idPattern, { error: 'an id is lower-case words joined by hyphens' });

/** A day, month, year or interval in EDTF (ISO 8601-2), such as 2022-09-14, 2022-09, 1923 or 2022-09/2022-10. */
export const edtfDate = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.refine((text) => parseDate(text) !== undefined, {
		error:
			'not an EDTF date: write 2022-09-14, 2022-09, 2022 or an interval such as 2022-09/2022-10'
	});

export const standing = z.enum(['established', 'attributed', 'contested']);
export const level = z.enum(['recall', 'understanding', 'source-reasoning']);
export const stance = z.enum(['supports', 'rounds', 'contradicts', 'mistranslates']);
export const entityKind = z.enum([
	'person',
	'state',
	'organisation',
	'group',
	'place',
	'event',
	'agreement'
]);

/** What a role of a relation takes: an entity of a kind, a speaker (anyone who can say something) or a plain value. */
export const roleType = z.enum([
	...entityKind.options,
	'speaker',
	'date',
	'count',
	'claim',
	'phrase'
]);

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
		.array(z.strictObject({ fact: id, reads: z.string().min(1) }))
		.default([])
		.describe(
			'what a careless reader takes from it, and the fact, stated there, that says otherwise'
		),
	note: z.string().optional()
});

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

const claimText = z
	.string()
	.regex(/^that /, { error: 'a claim is a that-clause: begin with "that "' });

/** A count with its unit; `qualifier` says how exactly the source puts it. */
export const countValue = z.strictObject({
	count: z.number(),
	unit: z.string().optional().describe('plural noun: "weeks", "square kilometres"'),
	qualifier: z.enum(['exact', 'about', 'more-than', 'at-least', 'up-to']).default('exact'),
	most: z.number().optional().describe('the whole of which it is a part: no answer is larger')
});
export const dateValue = z.strictObject({
	date: edtfDate,
	worth: z.enum(['day', 'month', 'year']).default('day').describe('how exactly it is worth knowing')
});
export const claimValue = z.strictObject({ claim: claimText });
export const phraseValue = z.strictObject({ phrase: z.string().min(1) });
const whatFillsRoles =
	'an entity id, or { phrase: … }, { claim: that … }, { count: … } or { date: … }';
const entityId = z.string().regex(idPattern, { error: whatFillsRoles });
export const roleValue = z.union([entityId, countValue, dateValue, claimValue, phraseValue], {
	error: whatFillsRoles
});

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

const template = z.string().min(1);

export const relation = z.strictObject({
	roles: z.record(id, z.union([roleType, z.array(roleType)])),
	key: z.array(id).min(1).describe('roles that together have one value in the remaining role'),
	value: id.default('object').describe('the role which the key determines'),
	lists: z
		.enum(['members', 'signatories'])
		.optional()
		.describe('what its subjects are to its object: pages of both name it'),
	say: template,
	ask: z.record(z.string(), template).default({}),
	level: z.record(z.string(), level).default({}),
	later: template
		.optional()
		.describe(
			'asks for the next figure of a count; has {earlier}, the figure before as it is said'
		),
	'same-count': template
		.optional()
		.describe('asks which two figures can be the same count; leaves speaker and day out'),
	'who-said': template
		.optional()
		.describe('stem for "who said it"; has {report} and leaves the speaker out'),
	short: z
		.record(
			id,
			z.strictObject({
				ask: template.describe('makes clear by itself which name is to be typed in'),
				among: z
					.array(id)
					.default([])
					.describe('groups that the answer must belong to: one of them')
			})
		)
		.default({})
		.describe('roles that a name to be typed in can be asked for'),
	match: z
		.strictObject({
			rows: id,
			options: id,
			same: z.array(id).default([]).describe('roles that all rows share and the stem names'),
			ask: template,
			level: level.default('recall')
		})
		.optional(),
	order: z
		.strictObject({
			of: id,
			by: id,
			ask: template,
			place: template.optional().describe('asks where {event} belongs on a timeline'),
			between: template.optional().describe('asks what came between {first} and {last}'),
			before: template.optional().describe('asks what came before {event}'),
			after: template.optional().describe('asks what came after {event}')
		})
		.optional()
		.describe('the roles that name the event and its date'),
	'at-event': z
		.strictObject({ asks: id, ask: template })
		.optional()
		.describe('asks for a role on the day of another event: names {event} in place of the day'),
	spot: z
		.strictObject({ place: id, ask: template, level: level.default('understanding') })
		.optional()
		.describe('asks where on a map the place in a role lies, without naming it'),
	entry: z.array(id).default([]).describe('roles that can be asked as date or number entry')
});
export const relations = z.record(id, relation);

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
	report: z.string().describe('where readers report a problem: an address')
});

export type Source = z.infer<typeof source>;
export type Entity = z.infer<typeof entity>;
export type EntityKind = z.infer<typeof entityKind>;
export type Evidence = z.infer<typeof evidence>;
export type Fact = z.infer<typeof fact>;
export type Relation = z.infer<typeof relation>;
export type RoleType = z.infer<typeof roleType>;
export type RoleValue = z.infer<typeof roleValue>;
export type CountValue = z.infer<typeof countValue>;
export type DateValue = z.infer<typeof dateValue>;
export type Level = z.infer<typeof level>;
export type Standing = z.infer<typeof standing>;
export type Term = z.infer<typeof term>;
export type Module = z.infer<typeof module>;
export type Sourcebook = z.infer<typeof sourcebook>;

/** Which schema a file of a content pack follows: by folder, or by name at the top. */
export const collections = {
	sources: z.array(source),
	entities: z.array(entity),
	facts: z.array(fact),
	modules: z.array(module),
	glossary: z.array(term)
} as const;
