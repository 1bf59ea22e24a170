import { describe, expect, test } from 'vitest';
import { formatDate } from '../../src/lib/facts/dates.ts';
import { capitalise, nameOf, optionText } from '../../src/lib/facts/naming.ts';
import { indexPack, need, roleOf, type Index } from '../../src/lib/facts/pack.ts';
import type { Fact, RoleValue } from '../../src/lib/facts/schema.ts';
import { drawFrom } from '../../src/lib/forms/seed.ts';
import { writeBank, type Bank } from '../../src/lib/items/bank.ts';
import { echoes, keyIsLongest } from '../../src/lib/items/flaws/options.ts';
import { digestFacts } from '../../src/lib/items/digest.ts';
import {
	formatOf,
	kinds,
	type ChoiceItem,
	type Item,
	type Kind,
	type Option
} from '../../src/lib/items/item.ts';
import { partsOf } from '../../src/lib/items/parts.ts';
import { itemRecord } from '../../src/lib/items/record.ts';
import { askedValue, compatible, isCount, isDate } from '../../src/lib/items/values.ts';
import { visibleText } from '../../src/lib/items/visible.ts';
import { changed, mills, sound, soundPacks } from './packs.ts';

const isChoice = (item: Item): item is ChoiceItem => formatOf[item.kind] === 'choice';

const key = ({ options }: ChoiceItem): string => options.find(({ key }) => key)?.text ?? '';
const distractors = ({ options }: { options: { text: string; key: boolean }[] }): string[] =>
	options.flatMap(({ text, key }) => (key ? [] : [text]));

/** The items that break a law, with what breaks it: a failing test names them all. */
const broken = (items: readonly Item[], law: (item: Item) => unknown[]): string[] =>
	items.flatMap((item) => law(item).map((what) => `${item.id}: ${String(what)}`));

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

	test('is of a kind that is known, and every kind occurs', () => {
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(kinds));
	});

	test('has an id of its own: fact, kind and slot', () => {
		expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
		expect(
			broken(items, ({ id, kind }) => {
				const [about = '', own] = id.split('.');
				// What is asked about reports alone is named after them.
				const known = about.split('+').every((one) => index.fact.has(one) || index.source.has(one));
				return known && own === kind ? [] : [kind];
			})
		).toEqual([]);
	});

	/** The items that another bank does not have to the last byte in the same place. */
	const unlike = (again: Bank) =>
		items.flatMap((item, at) =>
			JSON.stringify(item) === JSON.stringify(again.items[at]) ? [] : [item.id]
		);

	test('is written again to the last byte from the same facts', () => {
		expect(unlike(writeBank(indexPack(index.pack)))).toEqual([]);
	});

	test('is written again to the last byte wherever its facts stand in the files', () => {
		const { facts, entities, sources } = index.pack;
		for (const seed of ['one', 'two']) {
			const { shuffle } = drawFrom(seed);
			const pack = {
				...index.pack,
				facts: shuffle(facts),
				entities: shuffle(entities),
				sources: shuffle(sources)
			};
			const again = writeBank(indexPack(pack));
			expect(unlike(again)).toEqual([]);
			expect(again.version).toBe(bank.version);
		}
	});

	test('gives every option, row and entry a rationale with a citation of a source that exists', () => {
		expect(
			broken(items, (item) =>
				partsOf(item).flatMap(({ text, rationale }) => {
					const cited = rationale.sources.every(
						({ source, quote }) => index.source.has(source) && quote !== ''
					);
					return rationale.text && rationale.sources.length > 0 && cited ? [] : [text];
				})
			)
		).toEqual([]);
	});

	test('declares every fact that its rationales show, and asks only about its own', () => {
		expect(
			broken(items, (item) => {
				const told = partsOf(item).flatMap(({ rationale }) => rationale.facts);
				const hidden = [...told, ...item.printed].filter((id) => !item.shows.includes(id));
				const foreign = item.asks.filter((slot) => {
					const [about = ''] = slot.split('.');
					const reports = about.split('+').every((id) => index.source.has(id));
					return !reports && !item.facts.includes(about);
				});
				return [...hidden, ...foreign];
			})
		).toEqual([]);
	});

	test('prints what it gives away before it is answered', () => {
		const factsOf = (parts: { rationale: { facts: string[] } }[]) =>
			parts.flatMap(({ rationale }) => rationale.facts);
		expect(
			broken(items, (item) => {
				const [about = ''] = item.asks.map((slot) => slot.slice(0, slot.indexOf('.')));
				const fact = index.fact.get(about);
				const told: Partial<Record<Kind, () => string[]>> = {
					// The events on the line, in their order.
					timeline: () => item.facts.filter((id) => id !== about),
					// What stands beside a slip is true.
					errs: () => (isChoice(item) ? factsOf(item.options.filter(({ key }) => !key)) : []),
					// The figure before.
					later: () => [fact?.follows ?? ''],
					support: () =>
						item.kind === 'support'
							? digestFacts(need(index.source, item.report.source, 'source').digest ?? '')
							: []
				};
				return told[item.kind]?.().filter((id) => !item.printed.includes(id)) ?? [];
			})
		).toEqual([]);
	});

	test('is one of four at most on its slot', () => {
		const bySlot = Map.groupBy(items, ({ slot }) => slot);
		const crowded = [...bySlot].filter(([, list]) => list.length > 4);
		expect(crowded.map(([slot, list]) => `${slot}: ${list.map(({ id }) => id).join(' ')}`)).toEqual(
			[]
		);
	});

	test('keys no contested fact, except as who said it, what a report says or which reports agree', () => {
		const contested = (id: string) => index.fact.get(id)?.standing === 'contested';
		expect(
			broken(items, ({ kind, facts }) =>
				['who-said', 'support', 'agree'].includes(kind) ? [] : facts.filter(contested)
			)
		).toEqual([]);
	});

	test('asks about attributed facts with speaker and day in the stem', () => {
		expect(
			broken(items, (item) => {
				if (['who-said', 'support', 'agree'].includes(item.kind)) return [];
				const stem = [item.stem, ...('parts' in item ? item.parts : [])].join(' ');
				return item.facts.flatMap((id) => {
					const { standing, attribution } = need(index.fact, id, 'fact');
					if (standing === 'established' || !attribution) return [];
					const speaker = need(index.entity, attribution.by, 'entity').name;
					return [speaker, formatDate(attribution['as-of'])].filter((one) => !stem.includes(one));
				});
			})
		).toEqual([]);
	});

	test('names the report and its day in the stem where a report is to be judged', () => {
		expect(
			broken(items, (item) => {
				if (item.kind !== 'who-said' && item.kind !== 'support') return [];
				const id = item.kind === 'support' ? item.report.source : item.id.split('.').at(-1);
				const { called, published, read } = need(index.source, id ?? '', 'source');
				// Works that are known by their names have no day; a report that was read in full has.
				const day = read === 'in-full' ? [formatDate(published)] : [];
				return [called, ...day].filter((one) => !item.stem.includes(one));
			})
		).toEqual([]);
	});

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

	test('is one JSON record with the fields that ARCHITECTURE.md names', () => {
		const fields = 'id rev kind level topic slot facts asks shows stem sources'.split(' ');
		expect(
			broken(items, (item) => {
				const record = JSON.parse(JSON.stringify(itemRecord(item)));
				const missing = fields.filter((name) => record[name] === undefined);
				const parts = isChoice(item) || item.kind === 'several' ? record.options : [];
				for (const part of parts)
					if (
						typeof part.id !== 'string' ||
						typeof part.text !== 'string' ||
						typeof part.key !== 'boolean' ||
						typeof part.rationale !== 'string' ||
						part.sources.length === 0
					)
						missing.push(`option ${part.text}`);
				if (['date', 'number'].includes(item.kind) && typeof record.rationale !== 'string')
					missing.push('rationale');
				return missing;
			})
		).toEqual([]);
	});
});

describe('the revision of an item', () => {
	const before = sound('before', mills());
	const works = 'facts/works.yaml';
	/** Whether a candidate sees the change. */
	test.each([
		['a stem', true, 'relations.yaml', 'Where does {subject} stand?', 'Where is {subject}?'],
		['a name', true, 'entities/places.yaml', 'name: Rook Mill', 'name: Raven Mill'],
		['a date', true, works, '{ date: 1929-06-02 }', '{ date: 1929-06-03 }'],
		['a digest', true, 'sources/papers.yaml', 'counts [31](', 'counts first [31]('],
		['a statement', false, works, 'The Rook Mill had 14 wheels.', 'There were 14 wheels.'],
		['a quotation', false, works, 'Rook Mill, 14 wheels', 'Rook Mill: 14 wheels'],
		['a source’s perspective', false, 'sources/papers.yaml', 'copies what is at hand', 'copies']
	])('changes with the text that a candidate sees and only then: %s', (_, seen, file, from, to) => {
		const after = sound('after', changed(mills(), [[file, from, to]])).bank;
		const old = new Map(before.bank.items.map((item) => [item.id, item]));
		const kept = after.items.filter(({ id }) => old.has(id));
		expect(kept.length).toBeGreaterThan(100);
		const text = (item: Item | undefined) => item && visibleText(item).join('\n');
		for (const item of kept)
			expect(item.rev === old.get(item.id)?.rev, item.id).toBe(
				text(item) === text(old.get(item.id))
			);
		expect(after.version === before.bank.version).toBe(!seen);
		expect(JSON.stringify(after) === JSON.stringify(before.bank)).toBe(
			from.startsWith('copies') // a perspective is no part of any item
		);
	});
});

describe('a value that a source gives, rightly or not', () => {
	const says = (change: [file: string, from: string, to: string], id: string) => {
		const { bank } = sound('changed', changed(mills(), [change]));
		const item = bank.items.find((one) => one.id === id);
		return item && isChoice(item) ? item.options.map(({ text }) => text) : [];
	};
	const evidence = (from: string, more: string): [string, string, string] => [
		'facts/works.yaml',
		`    - { source: almanac-1933, ${from} }\n`,
		`    - { source: almanac-1933, ${from} }\n    - { source: wire-1931-05-04, passage: end, quote: x, stance: contradicts, ${more} }\n`
	];

	const before = sound('before', mills()).bank.items;
	test.each([
		['a number', 'rook-mill-wheels.single.object', "page: 11, quote: 'Rook Mill, 14 wheels'"],
		['a day', 'gauge-set-on.single.object', "page: 6, quote: 'gauge set up on 7 April 1924'"],
		[
			'a year',
			'tax-ended-on.single.object',
			"page: 5, quote: 'wheel tax, abolished on 30 November 1902'"
		],
		['a name', 'island-upper.single.object', "page: 20, quote: 'Stone Eyot to the upper town'"]
	])('is no wrong option: %s', (_, id, from) => {
		const item = before.find((one) => one.id === id);
		const wrong = item && isChoice(item) ? distractors(item) : [];
		expect(wrong.length).toBeGreaterThan(1);
		// Each would be one, if no source gave it.
		for (const value of wrong) {
			const day = /^\d+ \p{L}+ \d{4}$/u.test(value);
			const worded = day ? new Date(`${value} UTC`).toISOString().slice(0, 10) : value;
			const after = says(evidence(from, `says: ${worded}`), id);
			expect(after.length, value).toBeGreaterThan(2);
			expect(after).not.toContain(value);
		}
	});

	test('does no harm when it is no date: "early on Tuesday"', () => {
		const [file, from, to] = evidence(
			"page: 6, quote: 'gauge set up on 7 April 1924'",
			'says: early on Tuesday'
		);
		expect(says([file, from, to], 'gauge-set-on.single.object')).toContain('7 April 1924');
	});
});

describe('a value that only one party gives', () => {
	/** Another day for the breaking of the gate, on the word of one mayor, in a fact of its own. */
	const rumour = `- id: gate-broke-rumour
  topic: flood
  statement: The mayor of Tarnwick said on 9 May 1931 that the gate broke on 4 May 1931.
  relation: occurred
  subject: gate-break
  object: { date: 1931-05-04 }
  standing: attributed
  attribution: { by: ines-holloway, as-of: 1931-05-09 }
  evidence:
    - { source: courier-1931-05-09, passage: excerpt, quote: 'The mayors met on 8 May' }
`;
	const { bank } = sound(
		'with a rumour',
		changed(mills(), [
			['facts/flood.yaml', '- id: ferries-stopped-on', `${rumour}- id: ferries-stopped-on`]
		])
	);
	const item = (id: string) => bank.items.find((one) => one.id === id) as ChoiceItem | undefined;

	test('is not keyed', () => {
		expect(
			bank.items.filter(({ asks }) => asks.some((one) => one.startsWith('gate-broke-rumour')))
		).toEqual([]);
	});

	test('is no wrong option for the fact', () => {
		const days = item('gate-broke-on.single.object');
		expect(days && distractors(days)).not.toContain('4 May 1931');
	});

	test('keeps its event from being a wrong option on that day', () => {
		const events = item('ferries-stopped-on.single.subject');
		expect(events && distractors(events)).not.toContain('The breaking of the weir gate');
	});
});
