import type { Module } from '../facts/schema.ts';
import type { Kind } from '../items/item.ts';
import type { Blueprint } from './select.ts';

/** What a reader may choose to practise: kinds of items that ask the same of them. */
export const groups = [
	'choice',
	'gaps',
	'order',
	'match',
	'map',
	'figures',
	'names',
	'sources'
] as const;
export type Group = (typeof groups)[number];

const groupOf = {
	single: 'choice',
	several: 'choice',
	cloze: 'gaps',
	order: 'order',
	timeline: 'order',
	match: 'match',
	hotspot: 'map',
	date: 'figures',
	number: 'figures',
	short: 'names',
	'who-said': 'sources',
	support: 'sources',
	agree: 'sources',
	errs: 'sources',
	context: 'sources',
	provenance: 'sources',
	later: 'sources'
} satisfies Record<Kind, Group>;

const length = 10;

/** A quiz of several modules, or of some groups of kinds, or both. */
export interface Mixture {
	modules: Module[];
	/** Empty: all. */
	groups: Group[];
}

/** Stands for every module. */
const all = 'all';

/** The name of a mixture in an address: "mills+weirs~figures~map", "all~figures". */
export function mixtureName(
	{ modules, groups }: Mixture,
	known: ReadonlyMap<string, Module>
): string {
	const ids = modules.length === known.size ? [all] : modules.map(({ id }) => id);
	return [ids.join('+'), ...groups].join('~');
}

/** The mixture of a name; undefined when the name is a plain module's, or no mixture's. */
export function readMixture(name: string, known: ReadonlyMap<string, Module>): Mixture | undefined {
	const [ids = '', ...chosen] = name.split('~');
	const named = ids === all ? [...known.keys()] : [...new Set(ids.split('+'))];
	const modules = named.sort().map((id) => known.get(id));
	const found = modules.filter((module) => module !== undefined);
	const wanted = groups.filter((group) => chosen.includes(group));
	const whole = found.length === modules.length && wanted.length === new Set(chosen).size;
	return whole && (found.length > 1 || wanted.length > 0)
		? { modules: found, groups: wanted }
		: undefined;
}

/** Of each kind the most that one of the modules allows; of the groups alone, where some are chosen. */
function kindsOf({ modules, groups }: Mixture): Blueprint['kinds'] {
	const kinds = Object.entries(groupOf) as [Kind, Group][];
	return Object.fromEntries(
		kinds.map(([kind, group]) => {
			const most = Math.max(...modules.map(({ blueprint }) => blueprint.kinds[kind] ?? length));
			return [kind, groups.length === 0 ? most : groups.includes(group) ? length : 0];
		})
	);
}

/** The blueprint of a mixture. */
export const mixedBlueprint = (mixture: Mixture): Blueprint => ({
	topics: [...new Set(mixture.modules.flatMap(({ blueprint }) => blueprint.topics))].sort(),
	length,
	kinds: kindsOf(mixture),
	levels: {}
});
