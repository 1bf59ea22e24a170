import { daysOf, overlap } from '../../facts/dates.ts';
import { capitalise, nameOf } from '../../facts/naming.ts';
import { need, roleOf } from '../../facts/pack.ts';
import type { DateValue, Fact } from '../../facts/schema.ts';
import { neighboursInTopic, relationOf, type Writing } from '../context.ts';
import { common, partId, type Draft, type Writer } from '../draft.ts';
import { sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { rationaleOf } from '../rationale.ts';
import { askedDate, isDate } from '../values.ts';

const length = 4;
const reach = 8;

/** The date, no more exactly than it is worth knowing. */
const dateOf = (fact: Fact): DateValue => {
	const date = roleOf(fact, 'object');
	if (!isDate(date)) throw new Error(`fact "${fact.id}" has no date to order by`);
	return askedDate(date);
};

/** The event's name without its year; undefined when a figure in it would tell the order. */
function nameIn(fact: Fact, { index }: Writing): string | undefined {
	const subject = roleOf(fact, 'subject');
	if (typeof subject !== 'string') return undefined;
	const text = capitalise(nameOf(need(index.entity, subject, 'entity'), { undated: true }));
	return /\d/.test(text) ? undefined : text;
}

/** Whether a fact can stand in an order at all: an established day or month, an event named without figures. */
const isOrderable = (fact: Fact, writing: Writing): boolean =>
	fact.standing === 'established' &&
	isDate(roleOf(fact, 'object')) &&
	nameIn(fact, writing) !== undefined;

function write(anchor: Fact, writing: Writing): Draft<'order'> | string {
	const relation = relationOf(anchor, writing.index);
	const id = `${anchor.id}.order.object`;
	const near = neighboursInTopic(anchor, writing, reach * 2)
		.filter((fact) => isOrderable(fact, writing))
		.slice(0, reach);
	const set: [Fact, ...Fact[]] = [anchor];
	for (const fact of hashOrder(near, id, (one) => one.id)) {
		const days = daysOf(dateOf(fact).date);
		const apart = set.every((one) => !overlap(daysOf(dateOf(one).date), days));
		if (apart && set.length < length) set.push(fact);
	}
	if (set.length < length || !relation.order) return 'fewer than four events with days apart';
	set.sort((a, b) => daysOf(dateOf(a).date).first - daysOf(dateOf(b).date).first);
	const entries = set.map((fact, position) => {
		const text = nameIn(fact, writing) ?? '';
		return { id: partId(id, text), text, place: position + 1, rationale: rationaleOf(fact) };
	});
	if (sameTexts(entries.map(({ text }) => text))) return 'same-texts';
	return {
		...common({
			id,
			kind: 'order',
			level: 'understanding',
			slot: `${set.map((fact) => fact.id).join('+')}.order`,
			stem: relation.order.ask,
			from: [anchor, ...set.filter((fact) => fact !== anchor)],
			asks: set.map((fact) => `${fact.id}.object`),
			rationales: entries.map(({ rationale }) => rationale)
		}),
		entries
	};
}

/** Ordering of events: four established events of one topic, whose days do not touch. */
export const writeOrders: Writer<'order'> = (writing, drop) => {
	const slots = new Set<string>();
	return writing.keyable
		.filter((fact) => relationOf(fact, writing.index).order && isOrderable(fact, writing))
		.flatMap((anchor) => {
			const draft = write(anchor, writing);
			if (typeof draft === 'string') {
				drop({ id: `${anchor.id}.order.object`, why: draft });
				return [];
			}
			if (slots.has(draft.slot)) return [];
			slots.add(draft.slot);
			return [draft];
		});
};
