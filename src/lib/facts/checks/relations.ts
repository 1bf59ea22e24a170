import type { Relation } from '../schema.ts';
import { modeNames, rolesIn } from '../wording.ts';
import type { CheckContext } from './context.ts';

/** Roles every wording of a slot must name: all of the key and the value, less what is asked. */
function mustName(relation: Relation, slot: string | undefined): string[] {
	const asked = slot === 'subjects' ? 'subject' : slot;
	const all = new Set([...relation.key, relation.value]);
	// Asking for the value, or for a list, leaves nothing but the key to name. Roles that do not exist are named once.
	return [...all].filter((role) => role !== asked && role in relation.roles);
}

function wordings(relation: Relation): { path: string[]; template: string; must: string[] }[] {
	const list = [{ path: ['say'], template: relation.say, must: mustName(relation, undefined) }];
	for (const [slot, template] of Object.entries(relation.ask))
		list.push({ path: ['ask', slot], template, must: mustName(relation, slot) });
	const whoSaid = relation['who-said'];
	if (whoSaid !== undefined)
		list.push({
			path: ['who-said'],
			template: whoSaid,
			must: ['report', ...mustName(relation, 'by')]
		});
	return list;
}

/** Relations: every wording names its whole key, and names only roles and modes that exist. */
export function checkRelations({ index, report }: CheckContext): void {
	for (const [id, relation] of Object.entries(index.pack.relations)) {
		const say = (path: string[], code: string, message: string) =>
			report('relations', id, path, code, message);
		const roles = Object.keys(relation.roles);

		for (const key of ['key', 'entry'] as const)
			for (const role of relation[key].filter((role) => !roles.includes(role)))
				say([key], 'unknown-role', `${id} has no role "${role}": name it under roles.`);
		for (const role of relation.entry.filter((role) => roles.includes(role)))
			if (![relation.roles[role]].flat().some((type) => type === 'date' || type === 'count'))
				say(
					['entry'],
					'entry-type',
					`${id}.${role} is neither a date nor a count: it can't be typed in.`
				);

		for (const [slot, template] of Object.entries(relation.ask))
			// {object.when} is "On which day": it asks, and prints nothing of the answer.
			if (rolesIn(template.replaceAll(`{${slot}.when}`, '')).includes(slot))
				say(
					['ask', slot],
					'asks-itself',
					`${id}.ask.${slot} names {${slot}}: it would print its own answer.`
				);
		for (const { path, template, must } of wordings(relation)) {
			const named = rolesIn(template);
			for (const role of must.filter((role) => !named.includes(role)))
				say(
					path,
					'template-misses-key',
					`${id}.${path.join('.')} lacks {${role}}: without it the wording has more than one answer.`
				);
			for (const role of named.filter((role) => role !== 'report' && !roles.includes(role)))
				say(
					path,
					'unknown-role',
					`${id}.${path.join('.')} names {${role}}, which is no role of ${id}.`
				);
			for (const [, mode = ''] of template.matchAll(/\{[a-z-]+\.([a-z-]+)\}/g))
				if (!modeNames.includes(mode))
					say(
						path,
						'unknown-mode',
						`${id}: there is no ".${mode}"; known are ${modeNames.join(', ')}.`
					);
		}
	}
}
