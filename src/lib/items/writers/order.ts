import { capitalise } from '../../facts/naming.ts';
import { chronologyOf, type Chronology } from '../chronology.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, partId, type Draft, type Writer } from '../draft.ts';
import { sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { apart, earlier, type Moment } from '../moments.ts';
import { rationaleOf } from '../rationale.ts';

const length = 4;
/** On either side of an event, so many of the nearest are drawn from. */
const reach = 6;
/** So many sets about an event, each with at least two events that the other has not. */
const variants = ['object', 'object.1'] as const;
const mostShared = 2;
const attempts = [0, 1, 2];

/** The event and others of its time, whose days are apart and whose names don't tell which of them was first. */
function drawn(name: string, anchor: Moment, { around, related }: Chronology): Moment[] {
	const { before, after } = around(anchor);
	const near = [...before.slice(0, reach), ...after.slice(0, reach)];
	const set = [anchor];
	for (const moment of hashOrder(near, name, ({ fact }) => fact.id))
		if (set.length < length && set.every((one) => apart(one, moment) && !related(one, moment)))
			set.push(moment);
	return set.sort(earlier);
}

/** How far the order of events goes, or goes against, that of their names by a comparison: 0 to 1 (Kendall's tau). */
function agreement(set: readonly Moment[], compare: (a: string, b: string) => number): number {
	const signs = set.flatMap(({ name }, at) =>
		set.slice(at + 1).map((later) => Math.sign(compare(name, later.name)))
	);
	return Math.abs(signs.reduce((sum, sign) => sum + sign, 0)) / signs.length;
}

/** How much the length of their names and the alphabet would tell of the order of events. */
const toldByLooks = (set: readonly Moment[]): number =>
	agreement(set, (a, b) => b.length - a.length) + agreement(set, (a, b) => (a < b ? -1 : 1)) / 2;

/** Whose names tell so little is taken at once: what else could be drawn then changes nothing. */
const littleTold = 0.5;

/** Four events for an anchor, few of them taken already, or what stands against every set. */
function setFor(id: string, anchor: Moment, taken: Moment[], chronology: Chronology) {
	let why = 'fewer than four events with days apart';
	const sets: Moment[][] = [];
	for (const attempt of attempts) {
		const set = drawn(`${id}/${attempt}`, anchor, chronology);
		if (set.length < length) continue;
		if (sameTexts(set.map(({ name }) => name))) why = 'same-texts';
		else if (set.filter((one) => taken.includes(one)).length > mostShared)
			why = 'too like the other set';
		else if (toldByLooks(set) <= littleTold) return set;
		else sets.push(set);
	}
	const [best] = sets.sort((a, b) => toldByLooks(a) - toldByLooks(b));
	return best ?? why;
}

function draft(id: string, anchor: Moment, set: Moment[], writing: Writing): Draft<'order'> {
	const facts = set.map(({ fact }) => fact);
	const order = relationOf(anchor.fact, writing.index).order;
	const entries = set.map(({ fact, name }, position) => {
		const text = capitalise(name);
		return { id: partId(id, text), text, place: position + 1, rationale: rationaleOf(fact) };
	});
	return {
		...common({
			id,
			kind: 'order',
			level: 'understanding',
			slot: `${facts.map((fact) => fact.id).join('+')}.order`,
			stem: order?.ask ?? '',
			from: [anchor.fact, ...facts.filter((fact) => fact !== anchor.fact)],
			asks: facts.map((fact) => `${fact.id}.${relationOf(fact, writing.index).order?.by}`),
			rationales: entries.map(({ rationale }) => rationale)
		}),
		entries
	};
}

/** Ordering of events: four established events of one time and matter, whose days do not touch. */
export const writeOrders: Writer<'order'> = (writing, drop) => {
	const slots = new Set<string>();
	const chronology = chronologyOf(writing);
	return chronology.moments.flatMap((anchor) => {
		const taken: Moment[] = [];
		return variants.flatMap((variant) => {
			const id = `${anchor.fact.id}.order.${variant}`;
			const set = setFor(id, anchor, taken, chronology);
			if (typeof set === 'string') {
				drop({ id, why: set });
				return [];
			}
			taken.push(...set);
			const item = draft(id, anchor, set, writing);
			if (slots.has(item.slot)) return [];
			slots.add(item.slot);
			return [item];
		});
	});
};
