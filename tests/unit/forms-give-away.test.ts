import { describe, expect, test } from 'vitest';
import { formatDate } from '../../src/lib/facts/dates.ts';
import { roleOf, type Index } from '../../src/lib/facts/pack.ts';
import type { RoleValue } from '../../src/lib/facts/schema.ts';
import type { Item } from '../../src/lib/items/item.ts';
import { answerOf } from '../../src/lib/items/parts.ts';
import { askedDate } from '../../src/lib/items/values.ts';
import { visibleText } from '../../src/lib/items/visible.ts';
import { drawnForms } from './drawn-forms.ts';
import { soundPacks } from './packs.ts';

const asked = ({ asks }: Item) => asks.map((slot) => slot.slice(0, slot.indexOf('.')));
const meet = (a: string[], b: string[]) => a.some((one) => b.includes(one));

/** Every name that the base has for a value, as it stands in a text. */
function namesOf(value: RoleValue | undefined, { entity }: Index): string[] {
	if (value === undefined) return [];
	if (typeof value === 'object')
		return 'date' in value
			? [formatDate(askedDate(value).date)]
			: 'phrase' in value
				? [value.phrase]
				: [];
	const {
		name = '',
		undated = name,
		short = name,
		aliases = [],
		names = {}
	} = entity.get(value) ?? {};
	return [name, undated, short, ...aliases, ...Object.values(names)].flatMap((one) =>
		one.split(' / ')
	);
}

/** What two texts must have to tell what an item asks: its key, and what the key belongs to. */
function tellingOf(item: Item, index: Index): [keys: string[], about: string[]] | undefined {
	const [slot = ''] = item.asks;
	const [id = '', role = ''] = slot.split('.');
	const fact = index.fact.get(id);
	const other = { subject: 'object', object: 'subject' }[role];
	if (!fact || !other || item.asks.length > 1 || item.kind === 'number') return undefined;
	// A bare figure as small as a day of the month belongs to too many things to be known again.
	const keys = answerOf(item).flatMap(({ text }) => (/^\d{1,2}$/.test(text) ? [] : text));
	return [keys, namesOf(roleOf(fact, other), index)];
}

/** What is read together: the stem with each other text; a sentence or a matching as a whole, a digest by two sentences. */
function readings(item: Item): string[] {
	const [stem = '', ...rest] = visibleText(item);
	const whole = ['cloze', 'match'].includes(item.kind) || rest.length === 0;
	if (whole) return [[stem, ...rest].join(' | ')];
	const inPairs = (text: string) =>
		text.split('. ').map((sentence, at, all) => `${stem} | ${all[at - 1] ?? ''}. ${sentence}`);
	return rest.flatMap(inPairs);
}

const has = (text: string, names: readonly string[]) =>
	names.some((name) => {
		const at = text.toLowerCase().indexOf(name.toLowerCase());
		return at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + name.length));
	});

describe.each(soundPacks())('a form of $name', (pack) => {
	const { index } = pack;
	const { forms, broken } = drawnForms(pack, 46);
	const onOneReport = (a: Item, b: Item) =>
		a.kind === 'support' && b.kind === 'support' && a.report.source === b.report.source;
	/** The first two items of a form, one before the other, for which something holds. */
	const pairIn = (items: { item: Item }[], holds: (earlier: Item, later: Item) => boolean) =>
		items.flatMap(({ item: a }, at) =>
			items
				.slice(at + 1)
				.filter(({ item: b }) => holds(a, b))
				.map(({ item: b }) => [a.id, b.id])
		)[0];

	test('holds no two items of which one asks what the other asks or prints', () => {
		const tells = (a: Item, b: Item) =>
			meet(asked(a), asked(b)) ||
			(!onOneReport(a, b) && (meet(asked(a), b.printed) || meet(asked(b), a.printed)));
		expect(broken(({ form: { items } }) => pairIn(items, tells))).toEqual([]);
	});

	test('has no text, in any name that the base knows, from which the key of another item can be read', () => {
		const reads = (a: Item, b: Item) => {
			const [keys, about] = tellingOf(b, index) ?? [[], []];
			return readings(a).some((text) => has(text, keys) && has(text, about));
		};
		expect(
			broken(({ form: { items } }) => pairIn(items, (a, b) => reads(a, b) || reads(b, a)))
		).toEqual([]);
	});

	test('orders no two events twice', () => {
		const isEvents = ({ kind }: Item) => ['order', 'several', 'context', 'timeline'].includes(kind);
		const repeats = (a: Item, b: Item) =>
			isEvents(a) && isEvents(b) && a.facts.filter((one) => b.facts.includes(one)).length > 1;
		expect(broken(({ form: { items } }) => pairIn(items, repeats))).toEqual([]);
	});

	test('has no feedback that gives away a later item', () => {
		const known = ({ shows }: Item) =>
			shows.flatMap((id) => [id, ...(index.fact.get(id)?.implies ?? [])]);
		const tells = (giver: Item, later: Item) => meet(known(giver), asked(later));
		expect(broken(({ form: { items } }) => pairIn(items, tells))).toEqual([]);
	});

	test('is whole for every seed of a module of the sourcebook', () => {
		expect(broken(({ form: { lacks } }) => lacks[0])).toEqual([]);
	});

	test('is drawn often enough for these laws to say something', () => {
		const texts = forms
			.flatMap(({ form }) => form.items)
			.filter(({ item }) => tellingOf(item, index));
		expect(forms.length).toBeGreaterThanOrEqual(46);
		expect(texts.length).toBeGreaterThan(forms.length);
	});
});
