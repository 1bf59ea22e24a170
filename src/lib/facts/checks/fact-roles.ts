import { roleKeys, roleOf } from '../pack.ts';
import type { Entity, Fact, Relation, RoleType, RoleValue } from '../schema.ts';
import type { CheckContext } from './context.ts';

const speakers: readonly string[] = ['person', 'state', 'organisation', 'group'];

function fits(value: RoleValue, type: RoleType, entity: Entity | undefined): boolean {
	if (typeof value !== 'string') return type in value;
	if (!entity) return true; // named as unknown-entity already
	return type === 'speaker' ? speakers.includes(entity.kind) : type === entity.kind;
}

/** A fact fills the roles of its relation, each with what it takes, and no other. */
export function checkRoles(fact: Fact, relation: Relation, { index, report }: CheckContext): void {
	const say = (path: string[], code: string, message: string) =>
		report('facts', fact.id, path, code, message);
	for (const key of roleKeys(fact))
		if (!(key in relation.roles))
			say([key], 'unknown-role', `${fact.id}: ${fact.relation} has no role "${key}".`);

	for (const [role, types] of Object.entries(relation.roles)) {
		const isList = role === 'subject' && fact.subjects !== undefined;
		const isSpeaker = role === 'by' && fact['by'] === undefined;
		const key = isList ? 'subjects' : isSpeaker ? 'attribution' : role;
		for (const value of (isList && fact.subjects) || [roleOf(fact, role)]) {
			if (value === undefined) {
				say([], 'missing-role', `${fact.id}: ${fact.relation} needs "${role}".`);
				continue;
			}
			const entity = typeof value === 'string' ? index.entity.get(value) : undefined;
			if (typeof value === 'string' && !entity && !isSpeaker)
				say([key], 'unknown-entity', `${fact.id}: there is no entity "${value}".`);
			const wanted = [types].flat();
			if (!wanted.some((type) => fits(value, type, entity)))
				say(
					[key],
					'wrong-kind',
					`${fact.id}: "${role}" takes ${wanted.join(' or ')}, not ${entity ? `the ${entity.kind} "${entity.id}"` : Object.keys(value)[0]}.`
				);
		}
	}
}
