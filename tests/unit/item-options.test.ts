import { describe, expect, test } from 'vitest';
import { capitalise, nameOf, optionText } from '../../src/lib/facts/naming.ts';
import { need, roleOf, type Index } from '../../src/lib/facts/pack.ts';
import type { Fact, RoleValue } from '../../src/lib/facts/schema.ts';
import { echoes, keyIsLongest } from '../../src/lib/items/flaws/options.ts';
import type { ChoiceItem, Item, Option } from '../../src/lib/items/item.ts';
import { askedValue, compatible, isCount, isDate } from '../../src/lib/items/values.ts';
import { soundPacks } from './packs.ts';
import { isChoice, key, distractors, broken } from './item-parts.ts';

/** The fact and role that a choice asks for. */
function slotOf({ slot }: Item, index: Index): { fact: Fact; role: string } {
	const dot = slot.indexOf('.');
	return { fact: need(index.fact, slot.slice(0, dot), 'fact'), role: slot.slice(dot + 1) };
}

/**
 * Every value that some source gives for a slot: what evidence says, what facts of any standing say that agree in all
 * other roles, and what facts say that contradict this one.
 */
function reportedValues(fact: Fact, role: string, index: Index): RoleValue[] {
	const relation = index.pack.relations[fact.relation];
	if (!relation) throw new Error(fact.relation);
	const rest = [...relation.key, relation.value].filter((one) => one !== role);
	const agrees = (other: Fact) =>
		rest.every((one) => {
			const [mine, theirs] = [roleOf(fact, one), roleOf(other, one)];
			return mine && theirs && compatible(askedValue(mine), theirs);
		});
	const rivals = index.pack.facts.filter(
		(other) =>
			other.relation === fact.relation &&
			// Who contradicts a speaker has not said the same; who contradicts a figure has another one.
			(agrees(other) || (role !== 'by' && fact.contradicts.includes(other.id)))
	);
	return rivals.flatMap((rival) => {
		const value = roleOf(rival, role);
		if (value === undefined) return [];
		const says = rival.evidence.flatMap(({ says }) => says ?? []);
		if (role !== relation.value) return [value];
		return [
			value,
			...says.flatMap((said): RoleValue[] => {
				if (isCount(value) && typeof said === 'number') return [{ ...value, count: said }];
				if (isDate(value) && /^\d{4}-\d\d-\d\d$/.test(String(said)))
					return [{ ...value, date: String(said) }];
				return typeof value === 'string' ? [] : [{ phrase: String(said) }];
			})
		];
	});
}

/** The ways in which an option may word a value. */
function wordings(value: RoleValue, index: Index): string[] {
	if (typeof value !== 'string') return [optionText(askedValue(value), index)];
	const entity = need(index.entity, value, 'entity');
	const names = [{ plain: true }, { undated: true, plain: true }, {}].map((naming) =>
		nameOf(entity, naming)
	);
	const titled = entity.roles.map(({ title }) => `${title} ${entity.name}`);
	const short = nameOf({ ...entity, name: entity.short ?? entity.name }, { plain: true });
	return [...names, ...titled, short].map(capitalise);
}

describe.each(soundPacks())('every item of $name', ({ index, bank }) => {
	const { items } = bank;

	test('has one key and two or three distractors, no two options alike', () => {
		expect(
			broken(items.filter(isChoice), (item) => {
				const { options } = item as ChoiceItem;
				const wrong = options.filter(({ key }) => !key).length;
				const distinct = new Set(options.map(({ text }) => text)).size === options.length;
				return options.length - wrong === 1 && [2, 3].includes(wrong) && distinct
					? []
					: [options.length];
			})
		).toEqual([]);
	});

	test('has gaps that each have one key and two or three distractors, no two alike, none in the sentence', () => {
		expect(
			broken(items, (item) => {
				if (item.kind !== 'cloze') return [];
				const { parts, gaps, stem } = item;
				const sentence = parts.join(' ');
				const faults = gaps.flatMap(({ options }) => {
					const wrong = distractors({ options });
					const distinct = new Set(options.map(({ text }) => text)).size === options.length;
					const sound = options.length - wrong.length === 1 && [2, 3].includes(wrong.length);
					const keys = options.filter(({ key }) => key).map(({ text }) => text);
					return [
						...(sound && distinct ? [] : [options.length]),
						...keys.filter((text) => text.length > 3 && sentence.includes(text))
					];
				});
				return parts.length === gaps.length + 1 && stem ? faults : ['parts', ...faults];
			})
		).toEqual([]);
	});

	test('has a spot on its map for every option, a place in the line for every gap between its events', () => {
		expect(
			broken(items, (item) => {
				if (item.kind === 'timeline')
					return item.options.length === item.events.length + 1 ? [] : [item.events.length];
				if (item.kind !== 'hotspot') return [];
				const ids = item.options.map(({ id }) => id).sort();
				const at = new Set(Object.values(item.spots).map(String));
				return `${ids}` === `${Object.keys(item.spots).sort()}` && at.size === ids.length
					? []
					: Object.keys(item.spots);
			})
		).toEqual([]);
	});

	test('accepts the name that it shows, and no name of somebody else', () => {
		const lower = (text: string) => text.toLowerCase();
		expect(
			broken(items, (item) => {
				if (item.kind !== 'short') return [];
				const accepted = item.accepted.map(lower);
				const both = item.others.filter((name) => accepted.includes(lower(name)));
				const known = accepted.includes(lower(item.key.replace(/^The /, '')));
				return known ? both : [item.key, ...both];
			})
		).toEqual([]);
	});

	test('offers as wrong no value that some source reports for the slot', () => {
		/** Lists of what is offered for a slot; of items about reports alone no slot has values. */
		const offered = (item: Item): { options: Option[] }[] => {
			if (item.kind === 'cloze') return item.gaps;
			const onReports = ['context', 'provenance', 'errs'].includes(item.kind);
			return isChoice(item) && !onReports ? [item] : [];
		};
		expect(
			broken(items, (item) =>
				offered(item).flatMap((list) => {
					const { fact, role } = slotOf(item, index);
					const said = reportedValues(fact, role === 'later' ? 'object' : role, index)
						.flatMap((one) => wordings(one, index))
						.map(capitalise);
					return distractors(list).filter((text) => said.includes(capitalise(text)));
				})
			)
		).toEqual([]);
	});

	test('offers as wrong no member of the list that it asks for', () => {
		expect(
			broken(items, (item) => {
				if (item.kind !== 'several') return [];
				const { fact } = slotOf(item, index);
				const members = fact.subjects?.flatMap((id) => wordings(id, index)) ?? [];
				return distractors(item).filter((text) => members.includes(text));
			})
		).toEqual([]);
	});

	test('does not echo the stem in the key alone', () => {
		expect(
			broken(items.filter(isChoice), (item) =>
				echoes(item.stem, key(item as ChoiceItem), distractors(item as ChoiceItem))
			)
		).toEqual([]);
	});

	test('has no key of 12 letters or more that is 1.3 times as long as the next option', () => {
		expect(
			broken(items.filter(isChoice), (item) => {
				const own = key(item as ChoiceItem);
				const longest = keyIsLongest(own, distractors(item as ChoiceItem));
				const next = Math.max(...distractors(item as ChoiceItem).map(({ length }) => length));
				return longest || (own.length >= 12 && own.length >= 1.3 * next) ? [own] : [];
			})
		).toEqual([]);
	});

	test('lets dates and numbers stand in their order', () => {
		const values = (item: ChoiceItem) =>
			item.options.map(({ text }) => Number(text.replaceAll(',', '').split(' ')[0]));
		expect(
			broken(items, (item) => {
				if (item.kind !== 'single' || !item.ordered || /[A-Z]/.test(key(item))) return [];
				const given = values(item);
				return given.every((value, at) => at === 0 || (given[at - 1] ?? 0) < value) ? [] : [given];
			})
		).toEqual([]);
	});
});
