import { z } from 'zod';
import { id, level } from './common.ts';
import { entityKind } from './entities.ts';

/** What a role of a relation takes: an entity of a kind, a speaker (anyone who can say something) or a plain value. */
export const roleType = z.enum([
	...entityKind.options,
	'speaker',
	'date',
	'count',
	'claim',
	'phrase'
]);

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
				kinds: z
					.record(id, template)
					.default({})
					.describe('the same by the kind of entity that is asked for: "Which state …"'),
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

export type Relation = z.infer<typeof relation>;
export type RoleType = z.infer<typeof roleType>;
