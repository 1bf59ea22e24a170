import { cutDate, formatOn } from './dates.ts';
import { asked, askWhen, capitalise, nameUnlike, told, valueText, type Naming } from './naming.ts';
import { need, roleOf, type Index } from './pack.ts';
import type { Entity, Fact, Relation, RoleValue } from './schema.ts';

/** A template names roles in braces: `{subject}`, `{subject.told}`, `{object.on}`. */
const slotPattern = /\{([a-z-]+)(?:\.([a-z-]+))?\}/g;

/** The roles a template names. */
export const rolesIn = (template: string): string[] =>
	[...template.matchAll(slotPattern)].map(([, role = '']) => role);

/** How a role is said in another way than its full name; each refuses what it is not for. */
const modes: Record<
	string,
	(value: RoleValue, index: Index, naming: Naming, fact: Fact) => string | undefined
> = {
	plain: (value, index, naming) => valueText(value, index, { ...naming, plain: true }),
	told: (value, index, naming) => onEvent(value, index, (event) => told(event, naming)),
	asked: (value, index, naming) => onEvent(value, index, (event) => asked(event, naming)),
	on: (value) => onDate(value, ({ date }) => formatOn(date)),
	month: (value) => onDate(value, ({ date }) => formatOn(cutDate(date, 'month'))),
	year: (value) => onDate(value, ({ date }) => formatOn(cutDate(date, 'year'))),
	when: (value) => onDate(value, askWhen),
	clause: (value) =>
		typeof value === 'object' && 'claim' in value ? value.claim.replace(/^that /, '') : undefined,
	'unlike-by': (value, index, _, fact) => {
		const by = roleOf(fact, 'by');
		if (typeof value !== 'string' || typeof by !== 'string') return undefined;
		return nameUnlike(need(index.entity, value, 'entity'), need(index.entity, by, 'entity').side);
	}
};
export const modeNames: readonly string[] = Object.keys(modes);

function onEvent(value: RoleValue, index: Index, say: (event: Entity) => string) {
	return typeof value === 'string' ? say(need(index.entity, value, 'entity')) : undefined;
}
function onDate(value: RoleValue, say: (date: Extract<RoleValue, { date: string }>) => string) {
	return typeof value === 'object' && 'date' in value ? say(value) : undefined;
}

/** The relation of a fact, in the fact's own wording where it has one. */
export function relationOf(fact: Fact, { pack }: Index): Relation {
	const relation = pack.relations[fact.relation];
	if (!relation) throw new Error(`no relation "${fact.relation}" in the content pack`);
	const { say = relation.say, ask = {} } = fact.wording ?? {};
	return fact.wording ? { ...relation, say, ask: { ...relation.ask, ...ask } } : relation;
}

/** "a, b and c" */
export function listText(parts: string[]): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/**
 * Fills a template with the values of a fact; `given` replaces or adds values by role (already text where it is a string
 * in `texts`). The result begins with a capital.
 * @throws Error naming fact and role when a role has no value or the mode does not fit it
 */
export function word(
	template: string,
	fact: Fact,
	index: Index,
	naming: Naming = {},
	given: Record<string, RoleValue> = {},
	texts: Record<string, string> = {}
): string {
	const day = naming.day ?? fact['as-of'] ?? fact.attribution?.['as-of'];
	const full = { ...naming, day };
	const filled = template.replace(slotPattern, (_, role: string, mode?: string) => {
		const text = texts[role];
		if (text !== undefined) return text;
		const value = given[role] ?? roleOf(fact, role);
		if (value === undefined) {
			if (role === 'subject' && fact.subjects)
				return listText(fact.subjects.map((id) => valueText(id, index, full)));
			throw new Error(`fact "${fact.id}" has nothing for {${role}}`);
		}
		const said = mode ? modes[mode]?.(value, index, full, fact) : valueText(value, index, full);
		if (said === undefined)
			throw new Error(`fact "${fact.id}": {${role}.${mode}} does not fit its value`);
		return said;
	});
	// "put the number at" and "at least 120" would stumble over each other.
	return capitalise(filled.replace(/\bat at least\b/g, 'at no fewer than'));
}

/** A clause, an infinitive or another time: a day after it could belong to either verb. */
const trailing =
	/\b(?:that|to \p{Ll}+|in which|between|without|during|amid|after|over|for the first time|in decades)\b/u;
const lastDay = / (\{[a-z-]+\.on\})$/;

/** A wording that ends with its day, begun with it where the day would hang on the wrong verb. @param words the same, filled */
export function dayFirst(say: string, words: string): string {
	const [end, day] = lastDay.exec(say) ?? [];
	return end && day && trailing.test(words) ? `${day}, ${say.slice(0, -end.length)}` : say;
}

/** A fact said through its relation, with a full stop; `given` puts other values in. */
export function sentence(
	fact: Fact,
	index: Index,
	given: Record<string, RoleValue> = {},
	naming: Naming = {}
): string {
	const { say } = relationOf(fact, index);
	const words = word(say, fact, index, naming, given);
	const begun = dayFirst(say, words);
	return `${begun === say ? words : word(begun, fact, index, naming, given)}.`;
}
