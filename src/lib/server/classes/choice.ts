import type { Index } from '#lib/facts/pack.ts';
import { level as levelSchema, type Level, type Module } from '#lib/facts/schema.ts';
import type { Bank } from '#lib/items/bank.ts';
import { kinds as allKinds, type Kind } from '#lib/items/item.ts';
import type { Refusal } from './result.ts';
import { refuse } from './result.ts';

/** What an assignment draws on: modules, by their blueprints, or topics, kinds and levels of the teacher's own. */
export type Choice = { length: number } & (
	| { modules: string[] }
	| {
			topics: string[];
			/** Empty: all kinds. */
			kinds: Kind[];
			/** Empty: all levels. */
			levels: Level[];
	  }
);

const longest = 40;

/** What papers are drawn from: the items that may be, and the plan. */
export interface Plan {
	bank: Bank;
	module: Pick<Module, 'id' | 'blueprint'>;
}

/** A choice of which all parts exist, or what is wrong with it. */
export function checkChoice(choice: Choice, { index }: { index: Index }): Choice | Refusal {
	const { length } = choice;
	if (!Number.isInteger(length) || length < 1 || length > longest) return refuse('bad-number');
	if ('modules' in choice) {
		const modules = [...new Set(choice.modules)];
		const known = modules.length > 0 && modules.every((id) => index.module.has(id));
		return known ? { length, modules } : refuse('nothing-to-ask');
	}
	const topics = new Set(index.pack.sourcebook.topics.map(({ id }) => id));
	const known =
		choice.topics.length > 0 &&
		choice.topics.every((id) => topics.has(id)) &&
		choice.kinds.every((kind) => allKinds.includes(kind)) &&
		choice.levels.every((level) => levelSchema.options.includes(level));
	return known ? choice : refuse('nothing-to-ask');
}

/** The blueprints of several modules as one: all topics, limits by kind added up, the mean of the shares by level. */
function joined(modules: readonly Module[], length: number): Plan['module'] {
	const prints = modules.map(({ blueprint }) => blueprint);
	const limited = allKinds.filter((kind) => prints.every(({ kinds }) => kind in kinds));
	const share = (level: Level) =>
		prints.reduce((sum, { levels }) => sum + (levels[level] ?? 0), 0) / prints.length;
	return {
		id: modules.map(({ id }) => id).join('+'),
		blueprint: {
			topics: [...new Set(prints.flatMap(({ topics }) => topics))],
			length,
			kinds: Object.fromEntries(
				limited.map((kind) => [
					kind,
					prints.reduce((sum, { kinds }) => sum + (kinds[kind] ?? 0), 0)
				])
			),
			levels: Object.fromEntries(levelSchema.options.map((level) => [level, share(level)]))
		}
	};
}

/** Banks with only the items of a choice: kept, for what is found out about one serves all papers of it. */
const narrowed = new WeakMap<Bank, Map<string, Bank>>();
const mostNarrowed = 100;

function narrow(bank: Bank, kinds: readonly Kind[], levels: readonly Level[]): Bank {
	if (kinds.length + levels.length === 0) return bank;
	const known = narrowed.get(bank) ?? new Map<string, Bank>();
	narrowed.set(bank, known);
	const name = JSON.stringify([[...kinds].sort(), [...levels].sort()]);
	const items = bank.items.filter(
		({ kind, level }) =>
			(kinds.length === 0 || kinds.includes(kind)) &&
			(levels.length === 0 || levels.includes(level))
	);
	const made = known.get(name) ?? { ...bank, items };
	if (known.size >= mostNarrowed) known.clear();
	known.set(name, made);
	return made;
}

/** The plan of a choice; undefined when a module of it is no longer there. */
export function planOf(
	choice: Choice,
	{ index, bank }: { index: Index; bank: Bank }
): Plan | undefined {
	if ('modules' in choice) {
		const modules = choice.modules.map((id) => index.module.get(id));
		const [first] = modules;
		if (!first || modules.includes(undefined)) return undefined;
		// one module with its own length: the very paper of its public quiz
		const module =
			modules.length === 1
				? { id: first.id, blueprint: { ...first.blueprint, length: choice.length } }
				: joined(modules as Module[], choice.length);
		return { bank, module };
	}
	const { topics, kinds, levels, length } = choice;
	const blueprint = { topics, length, kinds: {}, levels: {} };
	return { bank: narrow(bank, kinds, levels), module: { id: 'choice', blueprint } };
}
