import { describe, expect, test } from 'vitest';
import { daysOf, overlap, parseDate } from '../../src/lib/facts/dates.ts';
import { choiceText } from '../../src/lib/facts/naming.ts';
import { need, roleOf, type Index } from '../../src/lib/facts/pack.ts';
import type { Fact, RoleValue } from '../../src/lib/facts/schema.ts';
import type { ClozeItem, Item, ShortItem } from '../../src/lib/items/item.ts';
import { isDate, valueName } from '../../src/lib/items/values.ts';
import { sameName } from '../../src/lib/marking/spelling.ts';
import { soundPacks } from './packs.ts';

const isCloze = (item: Item): item is ClozeItem => item.kind === 'cloze';
const isShort = (item: Item): item is ShortItem => item.kind === 'short';

/** The fact and role that an item asks for. */
function slotOf({ slot }: Item, index: Index): { fact: Fact; role: string } {
	const dot = slot.indexOf('.');
	return { fact: need(index.fact, slot.slice(0, dot), 'fact'), role: slot.slice(dot + 1) };
}

/** What facts of the same relation say in a role, where they agree with a fact in all else, their days meeting. */
function alsoTrue(fact: Fact, role: string, index: Index): RoleValue[] {
	const relation = index.pack.relations[fact.relation];
	const rest = [...(relation?.key ?? []), relation?.value ?? ''].filter((one) => one !== role);
	const agree = (a: RoleValue | undefined, b: RoleValue | undefined) =>
		isDate(a) && isDate(b)
			? overlap(daysOf(a.date), daysOf(b.date))
			: a === undefined || b === undefined || valueName(a) === valueName(b);
	return index.pack.facts
		.filter(
			(other) =>
				other.relation === fact.relation &&
				rest.every((one) => agree(roleOf(fact, one), roleOf(other, one)))
		)
		.flatMap((other) => roleOf(other, role) ?? []);
}

const texts = (options: { text: string; key: boolean }[], key: boolean): string[] =>
	options.flatMap((option) => (option.key === key ? [option.text] : []));

describe.each(soundPacks())('sentences with gaps from $name', ({ index, bank }) => {
	const items = bank.items.filter(isCloze);
	/** The items that break a law, with what breaks it: a failing test names them all. */
	const broken = (law: (item: ClozeItem) => unknown[]): string[] =>
		items.flatMap((item) => law(item).map((what) => `${item.id}: ${String(what)}`));

	test('are there, each with one key and two or three wrong options a gap', () => {
		expect(items.length).toBeGreaterThan(0);
		expect(
			broken(({ parts, gaps }) => [
				...(parts.length === gaps.length + 1 ? [] : ['parts and gaps do not fit']),
				...gaps.filter(
					({ options }) =>
						texts(options, true).length !== 1 || ![2, 3].includes(texts(options, false).length)
				)
			])
		).toEqual([]);
	});

	test('read well with every option: prepositions, capitals, no gap after nothing but a date', () => {
		const shapes = { on: /^\d{1,2} \p{Lu}/u, in: /^(?:\p{Lu}\p{L}+ )?\d{4}$|^\p{Lu}/u };
		expect(
			broken(({ parts: [before = '', after = ''], gaps }) =>
				gaps.flatMap(({ options }) =>
					options
						.filter(({ text }) => {
							const preposition = /\b(on|in) $/.exec(before)?.[1] as
								keyof typeof shapes | undefined;
							if (preposition && !shapes[preposition].test(text)) return true;
							if (before === '' && !/^[\p{Lu}\d]/u.test(text)) return true;
							if (/^1$/.test(text) && /^ \p{Ll}+s\b/u.test(after)) return true;
							return /\b(?:an?) $/i.test(before) || !/\.$/.test(after);
						})
						.map(({ text }) => `${before}[${text}]${after}`)
				)
			)
		).toEqual([]);
	});

	test('offer nothing that a fact or a source gives for the gap', () => {
		expect(
			broken((item) => {
				const { fact, role } = slotOf(item, index);
				const value = index.pack.relations[fact.relation]?.value;
				const said = role === value ? fact.evidence.flatMap(({ says }) => says ?? []) : [];
				const right = new Set([
					...alsoTrue(fact, role, index).map((one) => choiceText(one, index, { plain: true })),
					...said.map((one) =>
						parseDate(String(one))
							? choiceText({ date: String(one), worth: 'day' }, index)
							: String(one)
					)
				]);
				return item.gaps.flatMap(({ options }) =>
					texts(options, false).filter((text) => right.has(text))
				);
			})
		).toEqual([]);
	});

	test('offer no day after the last one the material knows of', () => {
		const { last } = daysOf(index.pack.sourcebook['as-of']);
		expect(
			broken((item) => {
				const { fact, role } = slotOf(item, index);
				const key = roleOf(fact, role);
				if (!isDate(key) || daysOf(key.date).first > last) return [];
				return item.gaps.flatMap(({ options }) =>
					options.filter(({ text }) => Date.parse(`${text} UTC`) / 86_400_000 > last)
				);
			})
		).toEqual([]);
	});

	test('ask what a single-answer item asks, mostly with other wrong options', () => {
		const wrong = new Map(
			bank.items.flatMap((item) =>
				item.kind === 'single' ? [[item.slot, texts(item.options, false)] as const] : []
			)
		);
		const name = (list: string[]) =>
			list
				.map((text) => text.toLowerCase())
				.sort()
				.join('|');
		expect(broken(({ slot }) => (wrong.has(slot) ? [] : [slot]))).toEqual([]);
		const same = items.filter(({ slot, gaps }) =>
			gaps.some(({ options }) => name(texts(options, false)) === name(wrong.get(slot) ?? []))
		);
		expect(same.length).toBeLessThanOrEqual(0.25 * items.length);
	});
});

describe.each(soundPacks())('names to be typed in from $name', ({ index, bank }) => {
	const items = bank.items.filter(isShort);
	const broken = (law: (item: ShortItem) => unknown[]): string[] =>
		items.flatMap((item) => law(item).map((what) => `${item.id}: ${String(what)}`));

	test('are right in every accepted form, and wrong in every other that is named', () => {
		expect(
			broken(({ key, accepted, others }) => [
				...[key, ...accepted].filter((typed) => !sameName(typed, accepted, others)),
				...others.filter((typed) => sameName(typed, accepted, others))
			])
		).toEqual([]);
	});

	test('are not the name of anything else of the kind in the pack', () => {
		expect(
			broken((item) => {
				const { fact, role } = slotOf(item, index);
				const key = role === 'subjects' ? item.id.split('.').at(-1) : roleOf(fact, role);
				const entity = typeof key === 'string' ? index.entity.get(key) : undefined;
				if (!entity) return [];
				return index.pack.entities
					.filter(({ id, kind }) => kind === entity.kind && id !== entity.id)
					.flatMap(({ name, short }) => [name, short ?? ''])
					.filter((typed) => sameName(typed, item.accepted, item.others));
			})
		).toEqual([]);
	});

	test('are the only right answer, and no word of them stands in the question', () => {
		expect(
			broken((item) => {
				const { fact, role } = slotOf(item, index);
				const rivals = new Set(alsoTrue(fact, role, index).map(valueName));
				const words = item.key.split(/[^\p{L}]+/u).filter(({ length }) => length > 3);
				return [
					...(role !== 'subjects' && rivals.size > 1 ? [...rivals] : []),
					...words.filter((word) => item.stem.split(/[^\p{L}]+/u).includes(word))
				];
			})
		).toEqual([]);
	});
});
