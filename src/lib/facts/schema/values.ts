import { z } from 'zod';
import { edtfDate, idPattern } from './common.ts';

/** What fills a role of a relation. */

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
	'takes an entity id, or { phrase: … }, { claim: that … }, { count: … } or { date: … }';
const entityId = z.string().regex(idPattern, { error: whatFillsRoles });
export const roleValue = z.union([entityId, countValue, dateValue, claimValue, phraseValue], {
	error: whatFillsRoles
});

export type RoleValue = z.infer<typeof roleValue>;
export type CountValue = z.infer<typeof countValue>;
export type DateValue = z.infer<typeof dateValue>;
