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

interface Wording {
	path: string[];
	template: string;
	must: readonly string[];
	/** Names beside the roles of the relation: of events, of the others on a list. */
	events?: readonly string[];
}

function wordings(relation: Relation): Wording[] {
	const list: Wording[] = [
		{ path: ['say'], template: relation.say, must: mustName(relation, undefined) }
	];
	for (const [slot, template] of Object.entries(relation.ask))
		list.push({ path: ['ask', slot], template, must: mustName(relation, slot) });
	for (const [slot, { ask, kinds }] of Object.entries(relation.short))
		for (const template of [ask, ...Object.values(kinds)])
			list.push({
				path: ['short', slot, 'ask'],
				template,
				must: [...mustName(relation, slot), ...(slot === 'subjects' ? ['others'] : [])],
				events: ['others']
			});
	if (relation.spot)
		list.push({
			path: ['spot', 'ask'],
			template: relation.spot.ask,
			must: mustName(relation, relation.spot.place)
		});
	const whoSaid = relation['who-said'];
	if (whoSaid !== undefined)
		list.push({
			path: ['who-said'],
			template: whoSaid,
			must: ['report', ...mustName(relation, 'by')]
		});
	if (relation.later !== undefined)
		list.push({
			path: ['later'],
			template: relation.later,
			// The earlier figure is told in full; what may have changed since is who gives it, and when.
			must: ['earlier', ...['by', 'as-of'].filter((role) => relation.key.includes(role))],
			events: ['earlier']
		});
	const sameCount = relation['same-count'];
	if (sameCount !== undefined)
		list.push({
			path: ['same-count'],
			template: sameCount,
			// Whoever gave the figures, on whatever day: what is counted.
			must: relation.key.filter(
				(role) => role !== 'by' && role !== 'as-of' && role in relation.roles
			)
		});
	return [...list, ...orderWordings(relation)];
}

/** Wordings about events name them by what they are in the question: no roles of the relation. */
const eventNames = {
	place: ['event'],
	between: ['first', 'last'],
	before: ['event'],
	after: ['event']
} as const;

function orderWordings({ order, 'at-event': atEvent, value }: Relation): Wording[] {
	const list: Wording[] = [];
	for (const [name, must] of Object.entries(eventNames)) {
		const template = order?.[name as keyof typeof eventNames];
		if (template !== undefined) list.push({ path: ['order', name], template, must, events: must });
	}
	if (atEvent)
		list.push({
			path: ['at-event', 'ask'],
			template: atEvent.ask,
			must: [value, 'event'],
			events: ['event']
		});
	return list;
}

/** Wordings that ask for a role: where they stand, the role, and the words. */
const askings = ({
	ask,
	short,
	spot
}: Relation): [path: string[], slot: string, template: string][] => [
	...Object.entries(ask).map(([slot, template]): [string[], string, string] => [
		['ask', slot],
		slot,
		template
	]),
	...Object.entries(short).map(([slot, { ask }]): [string[], string, string] => [
		['short', slot, 'ask'],
		slot,
		ask
	]),
	...(spot ? [[['spot', 'ask'], spot.place, spot.ask] as [string[], string, string]] : [])
];

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

		for (const [path, slot, template] of askings(relation))
			// {object.when} is "On which day": it asks, and prints nothing of the answer.
			if (rolesIn(template.replaceAll(`{${slot}.when}`, '')).includes(slot))
				say(
					path,
					'asks-itself',
					`${id}.${path.join('.')} names {${slot}}: it would print its own answer.`
				);
		for (const { path, template, must, events = [] } of wordings(relation)) {
			const names = [...roles, ...events, 'report'];
			const named = rolesIn(template);
			for (const role of must.filter((role) => !named.includes(role)))
				say(
					path,
					'template-misses-key',
					`${id}.${path.join('.')} lacks {${role}}: without it the wording has more than one answer.`
				);
			for (const role of named.filter((role) => !names.includes(role)))
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
