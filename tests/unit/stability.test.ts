import { describe, expect, test } from 'vitest';
import { indexPack, roleOf, type Pack } from '../../src/lib/facts/pack.ts';
import type { DateValue, Entity, Fact, RoleValue } from '../../src/lib/facts/schema.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import { hashOrder } from '../../src/lib/items/hash.ts';
import type { Item } from '../../src/lib/items/item.ts';
import { isDate } from '../../src/lib/items/values.ts';
import { sourcebook } from './packs.ts';

const most = 0.06;
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const meanOf = (shares: number[]) => shares.reduce((sum, one) => sum + one, 0) / shares.length;

const { index, bank } = sourcebook();
const { pack } = index;
const itemsOf = (changed: Pack) => writeBank(indexPack(changed)).items;

/** What share of the items reads otherwise, or is gone, in another bank. */
function shareChanged(items: readonly Item[], other: readonly Item[]): number {
	const revs = new Map(other.map(({ id, rev }) => [id, rev]));
	return items.filter(({ id, rev }) => revs.get(id) !== rev).length / items.length;
}

/** Things that nobody wrote of, named unlike all that there is. */
const names = [
	...['opening of a museum of carpets', 'strike of the bus drivers', 'congress of beekeepers'],
	...['collapse of a viaduct', 'hearing on the pension law', 'visit of the Chilean ombudsman'],
	...['seizure of a cargo of copper', 'launch of a ferry line', 'Gumbinnen Choir', 'Otto Lindqvist']
];

/** The pack with a fact more: like a model, about something invented, a day later where it has a day. */
function withInvented(model: Fact, name: string): { changed: Pack; fact: Fact } {
	const like = index.entity.get(String(model['subject'])) as Entity;
	const entity: Entity = {
		...like,
		...{ id: 'invented', name, aliases: [], names: {} },
		...{ short: undefined, undated: undefined, unplaced: undefined, within: undefined },
		tells: like.tells && { who: `the ${name}`, passive: 'recorded', plural: false }
	};
	const value = roleOf(model, 'object') as RoleValue;
	const object = isDate(value) ? { ...value, date: dayAfter(value) } : value;
	const about = { id: 'invented-fact', statement: `Of the ${name}.`, subject: 'invented', object };
	const fact: Fact = Object.assign({ ...model }, about, { contradicts: [] });
	const facts = [...pack.facts, fact];
	return { changed: { ...pack, entities: [...pack.entities, entity], facts }, fact };
}

/** The day after; a month or a year stays as it is. */
function dayAfter({ date }: DateValue): string {
	if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
	return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

/** So many facts of a relation, evenly over the time that they cover: most of them where most happened. */
function spread(relation: string, count: number): Fact[] {
	const date = (fact: Fact) => JSON.stringify(roleOf(fact, 'as-of') ?? roleOf(fact, 'object'));
	const list = pack.facts
		.filter(
			(fact) =>
				fact.relation === relation &&
				fact.standing === 'established' &&
				fact['subject'] !== undefined
		)
		.sort((a, b) => (date(a) < date(b) ? -1 : 1));
	return Array.from(
		{ length: count },
		(_, at) => list[Math.floor(((at + 0.5) * list.length) / count)] as Fact
	);
}

describe('adding one fact', () => {
	test('changes the visible text of at most 6 % of the other items, in the mean of 20 facts', () => {
		const asked = new Set(bank.items.flatMap(({ facts }) => facts));
		const named = new Set(
			pack.facts.flatMap(({ contradicts, follows, not }) => [
				...contradicts,
				...(follows ? [follows] : []),
				...Object.values(not)
			])
		);
		const free = pack.facts.filter(({ id }) => asked.has(id) && !named.has(id));
		const shares = hashOrder(free, 'stability', ({ id }) => id)
			.slice(0, 20)
			.map((added) => {
				const facts = pack.facts.filter((fact) => fact !== added);
				const others = bank.items.filter((item) => !item.facts.includes(added.id));
				return shareChanged(others, itemsOf({ ...pack, facts }));
			});
		console.log(
			`stability: ${percent(meanOf(shares))} of other items change (most: ${percent(Math.max(...shares))})`
		);
		expect(meanOf(shares)).toBeLessThanOrEqual(most);
	}, 120_000);

	test('changes at most 6 % of all items that there were, whatever is invented', () => {
		const models = [
			...spread('happened-on', 12),
			...spread('held-at', 2),
			...spread('counted-on', 2),
			...spread('held-office', 2)
		];
		const shares = models.map((model, at) => {
			const { changed, fact } = withInvented(model, names[at % names.length] ?? '');
			const items = itemsOf(changed);
			expect(items.some(({ facts }) => facts.includes(fact.id))).toBe(true);
			return { like: model.id, share: shareChanged(bank.items, items) };
		});
		const worst = shares.filter(({ share }) => share > most);
		const all = shares.map(({ share }) => share);
		console.log(
			`stability: ${percent(meanOf(all))} of all items change for something invented (most: ${percent(Math.max(...all))})`
		);
		expect(worst.map(({ like, share }) => `${like}: ${percent(share)}`)).toEqual([]);
	}, 120_000);
});
