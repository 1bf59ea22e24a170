import { describe, expect, test } from 'vitest';
import { daysOf } from '../../src/lib/facts/dates.ts';
import { capitalise, nameOf } from '../../src/lib/facts/naming.ts';
import { need, roleOf, type Index } from '../../src/lib/facts/pack.ts';
import type { Fact } from '../../src/lib/facts/schema.ts';
import type { Item, ItemOf } from '../../src/lib/items/item.ts';
import { relatedNames } from '../../src/lib/items/related-names.ts';
import { askedDate, isDate } from '../../src/lib/items/values.ts';
import { mills, sound, soundPacks } from './packs.ts';

/** The days of a dated fact, no more exactly than they are worth knowing. */
function daysAsked(fact: Fact) {
	const date = roleOf(fact, 'object');
	if (!isDate(date)) throw new Error(`${fact.id} has no date`);
	return daysOf(askedDate(date).date);
}
const isBefore = (a: Fact, b: Fact): boolean => daysAsked(a).last < daysAsked(b).first;

/** The dated fact that an option or a fixed event names, found by its name alone. */
function eventsByName(index: Index): (text: string) => Fact {
	const named = index.pack.facts.flatMap((fact): [string, Fact][] => {
		const [event, date] = [roleOf(fact, 'subject'), roleOf(fact, 'object')];
		if (typeof event !== 'string' || !isDate(date) || fact.standing !== 'established') return [];
		const name = nameOf(need(index.entity, event, 'entity'), { undated: true });
		return [[capitalise(name), fact]];
	});
	const facts = new Map(named);
	return (text) => need(facts, capitalise(text), 'event called');
}

const slotIs = (item: Item, ...names: string[]) => names.includes(item.slot.split('.')[1] ?? '');
const isKind =
	<K extends Item['kind']>(kind: K) =>
	(item: Item): item is ItemOf<K> =>
		item.kind === kind;

describe.each(soundPacks())('events in time, in $name', ({ index, bank }) => {
	const eventOf = eventsByName(index);
	const timelines = bank.items.filter(isKind('timeline'));
	const between = bank.items.filter(isKind('single')).filter((item) => slotIs(item, 'between'));
	const sides = bank.items
		.filter(isKind('several'))
		.filter((item) => slotIs(item, 'before', 'after'));
	const all = [...timelines, ...between, ...sides];

	test('are asked in every form', () => {
		for (const list of [timelines, between, sides]) expect(list.length).toBeGreaterThan(5);
	});

	test('are all established, and named without figures that could tell their order', () => {
		for (const { id, facts, stem, options } of all) {
			expect(
				facts.map((one) => need(index.fact, one, 'fact').standing),
				id
			).not.toContain('attributed');
			expect([stem, ...options.map(({ text }) => text)].join(' '), id).not.toMatch(/\d/);
		}
	});

	test('stand on a timeline in their order, and the key is the gap in which the event lies', () => {
		for (const { id, facts, events, options, printed } of timelines) {
			const asked = need(index.fact, facts[0] ?? '', 'fact');
			const fixed = events.map(({ text }) => eventOf(text));
			fixed
				.slice(1)
				.forEach((fact, at) => expect(isBefore(fixed[at] ?? fact, fact), id).toBe(true));
			for (const fact of fixed)
				expect(isBefore(asked, fact) || isBefore(fact, asked), `${id}: ${fact.id}`).toBe(true);
			const place = fixed.filter((fact) => isBefore(fact, asked)).length;
			expect(
				options.map(({ key }) => key),
				id
			).toEqual([0, 1, 2, 3].map((gap) => gap === place));
			const own = printed.filter((one) => facts.includes(one));
			expect(new Set(own), id).toEqual(new Set(fixed.map((fact) => fact.id)));
			const texts = events.map(({ text }) => text.charAt(0).toLowerCase() + text.slice(1));
			options.forEach(({ text }, gap) => {
				for (const bound of [texts[gap - 1], texts[gap]])
					if (bound) expect(text.toLowerCase(), id).toContain(bound.toLowerCase());
			});
		}
	});

	test('have their place in each gap of the timeline about as often', () => {
		if (timelines.length < 50) return; // a few items say nothing
		for (const place of [0, 1, 2, 3]) {
			const share =
				timelines.filter(({ options }) => options[place]?.key).length / timelines.length;
			expect(share).toBeGreaterThan(0.17);
			expect(share).toBeLessThan(0.33);
		}
	});

	test('came between two others, and no wrong option did', () => {
		for (const { id, facts, options } of between) {
			const [, first, last] = facts.map((one) => need(index.fact, one, 'fact'));
			if (!first || !last) throw new Error(id);
			const outside = options.filter(({ key }) => !key).map(({ text }) => eventOf(text));
			for (const { text, key } of options) {
				const event = eventOf(text);
				const inside = isBefore(first, event) && isBefore(event, last);
				const beyond = isBefore(event, first) || isBefore(last, event);
				expect([inside, beyond], `${id}: ${text}`).toEqual([key, !key]);
			}
			// Or it would be enough to know on which side of one bound they lie.
			expect(
				outside.some((event) => isBefore(event, first)),
				id
			).toBe(true);
			expect(
				outside.some((event) => isBefore(last, event)),
				id
			).toBe(true);
		}
	});

	test('came before or after another one, and every other option on its other side', () => {
		for (const { id, slot, facts, options } of sides) {
			const anchor = need(index.fact, facts[0] ?? '', 'fact');
			const keys = options.filter(({ key }) => key).length;
			expect(
				[keys, options.length - keys].every((count) => count === 2 || count === 3),
				id
			).toBe(true);
			for (const { text, key } of options) {
				const [event, wanted] = [eventOf(text), slot.split('.')[1] === 'before'];
				expect(isBefore(event, anchor), `${id}: ${text}`).toBe(key === wanted);
				expect(isBefore(anchor, event), `${id}: ${text}`).toBe(key !== wanted);
			}
		}
	});

	test('make one item a slot, or three places on a line, each among other events', () => {
		const single = all.filter(({ kind }) => kind !== 'timeline');
		expect(new Set(single.map(({ slot }) => slot)).size).toBe(single.length);
		for (const list of Map.groupBy(timelines, ({ slot }) => slot).values()) {
			const keys = list.map(({ options }) => options.findIndex(({ key }) => key));
			expect(new Set(keys).size, list[0]?.id).toBe(list.length);
			expect(list.length, list[0]?.id).toBeLessThanOrEqual(3);
			const texts = list.map(({ events }) => new Set(events.map(({ text }) => text)));
			for (const [at, one] of texts.entries())
				for (const other of texts.slice(at + 1))
					expect(one.intersection(other).size, list[0]?.id).toBeLessThanOrEqual(1);
		}
	});

	test('are put in order where no name tells which of them was first', () => {
		const related = relatedNames(
			index.pack.facts.flatMap((fact) => {
				const event = roleOf(fact, 'subject');
				const entity = typeof event === 'string' ? index.entity.get(event) : undefined;
				return entity?.kind === 'event' ? [nameOf(entity, { undated: true })] : [];
			}),
			index
		);
		for (const { id, entries } of bank.items.filter(isKind('order'))) {
			const sorted = [...entries].sort((a, b) => a.place - b.place);
			expect(sorted.length, id).toBe(4);
			for (const [at, { text }] of sorted.entries())
				for (const later of sorted.slice(at + 1)) {
					expect(isBefore(eventOf(text), eventOf(later.text)), `${id}: ${text}`).toBe(true);
					expect(related(text, later.text), `${id}: ${text}, ${later.text}`).toBe(false);
				}
		}
	});

	test('find their holders of an office in it that day, and all others on other days', () => {
		const items = bank.items.filter(isKind('single')).filter((item) => slotIs(item, 'at-event'));
		for (const { id, facts, options } of items) {
			const [held, event] = facts.map((one) => need(index.fact, one, 'fact'));
			const date = event && roleOf(event, 'object');
			const office = held && roleOf(held, 'object');
			if (!isDate(date) || typeof office !== 'object' || !('phrase' in office)) throw new Error(id);
			const day = daysOf(date.date);
			for (const { text, key } of options) {
				const person = index.pack.entities.find(
					(one) => one.kind === 'person' && one.name === text
				);
				const seen = person?.roles.find((role) => role.office === office.phrase)?.seen;
				// Of a month or year in which an office changed hands, nothing but the day of the fact is sure.
				const isSure =
					seen && daysOf(seen[0]).last <= day.first && day.last <= daysOf(seen[1]).first;
				const isOfTheDay = key && held?.['as-of'] === date.date;
				expect(isSure || isOfTheDay, `${id}: ${text}`).toBe(key);
			}
		}
	});
});

describe('names that tell their order', () => {
	const names = [
		'the signing of the Marrow Treaty',
		'the ratification of the Marrow Treaty',
		'the truce agreed in Tarnwick during the three-week strike',
		'the truce agreed in Aldermoor during the three-week strike',
		'the start of the three-week strike',
		'the flood of the lower town'
	] as const;
	const [signing, ratified, truce, otherTruce, start, flood] = names;
	const related = relatedNames(names, sound('mills', mills()).index);

	test.each([
		['two stages of one thing', signing, ratified, true],
		['something during another, and its beginning', truce, start, true],
		['two things during a third', truce, otherTruce, false],
		['things that have nothing to do with each other', signing, flood, false]
	])('are found: %s', (_, a, b, expected) => {
		expect(related(a, b)).toBe(expected);
		expect(related(b, a)).toBe(expected);
	});
});
