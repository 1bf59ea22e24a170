import { describe, expect, test } from 'vitest';
import type { Index } from '../../src/lib/facts/pack.ts';
import { sideOf } from '../../src/lib/facts/positions.ts';
import {
	byYear,
	choose,
	compareDates,
	momentsOf,
	scaleOf,
	timelineOf,
	yearOf,
	type Choice,
	type Entry
} from '../../src/lib/facts/timeline.ts';
import { changed, mills, sound, soundPacks } from './packs.ts';

const flood = 'facts/flood.yaml';
const all: Choice = { topic: '', actor: '', words: false };
const small = sound('the small pack', mills());
const entries = timelineOf(small.index);
const packs = soundPacks().map(({ index }) => ({ index, entries: timelineOf(index) }));
const entryOf = (id: string, list = entries): Entry | undefined =>
	list.find(({ facts }) => facts.some((fact) => fact.id === id));
const ids = (list: Entry[]) => list.flatMap(({ facts }) => facts.map(({ id }) => id));

describe('which facts make entries', () => {
	test('a fact that dates an event is an event on its day', () => {
		expect(entryOf('gate-broke-on')).toMatchObject({
			kind: 'event',
			date: '1931-05-03',
			standing: 'established'
		});
	});

	test('a fact without a date makes none', () => {
		expect(entryOf('weir-length')).toBeUndefined();
		expect(entryOf('upper-mill-wheels')).toBeUndefined();
	});

	test('what one party said is a word on the day it said so', () => {
		expect(entryOf('houses-may-5')).toMatchObject({
			kind: 'word',
			date: '1931-05-05',
			standing: 'attributed'
		});
	});

	test('a disputed point is one entry with every position', () => {
		const dispute = entryOf('keepers-opened-gate');
		expect(dispute).toMatchObject({ kind: 'dispute', standing: 'contested', date: '1931-05-04' });
		expect(dispute && ids([dispute]).sort()).toEqual(['keepers-opened-gate', 'storm-broke-gate']);
	});

	test('a position filed under another point still stands beside what it contradicts', () => {
		const text = '{ by: edda-marsh, as-of: 1931-05-04 }\n  about: gate-cause';
		const parted = changed(mills(), [[flood, text, text.replace('gate-cause', 'gate-other')]]);
		const found = timelineOf(sound('parted', parted).index);
		for (const entry of found.filter(({ kind }) => kind === 'dispute'))
			expect(entry.facts.length).toBeGreaterThan(1);
	});

	const later = changed(mills(), [
		[
			flood,
			'{ by: ines-holloway, as-of: 1931-05-04 }\n  about',
			'{ by: ines-holloway, as-of: 1931-06-01 }\n  about'
		]
	]);
	test('a dispute stands where its first position was taken, the positions in the order of the sides', () => {
		const dispute = entryOf('keepers-opened-gate', timelineOf(sound('later', later).index));
		expect(dispute?.date).toBe('1931-05-04');
		const [first] = dispute?.facts ?? [];
		expect(first && sideOf(first, small.index)).toBe('aldermoor');
	});

	test('a dispute about an event stands right after it, whenever the words were said', () => {
		const files = changed(later, [
			['sourcebook.yaml', 'topics:', 'points: { gate-cause: gate-break }\ntopics:']
		]);
		const list = timelineOf(sound('about an event', files).index);
		const at = list.findIndex(({ facts }) => facts[0]?.id === 'gate-broke-on');
		expect(ids(list.slice(at + 1, at + 2)).sort()).toEqual([
			'keepers-opened-gate',
			'storm-broke-gate'
		]);
		expect(list[at + 1]?.date).toBe('1931-05-03');
	});

	test('what puts off an event stands in its entry', () => {
		const files = changed(mills(), [
			['facts/works.yaml', '- id: weir-length\n', '- id: weir-length\n  changes: weir-opened-on\n']
		]);
		const entry = entryOf('weir-opened-on', timelineOf(sound('put off', files).index));
		expect(entry && ids([entry])).toEqual(['weir-opened-on', 'weir-length']);
	});
});

describe('order', () => {
	test('entries stand by date, and on one day the event before the dispute', () => {
		const days = entries.map(({ date }) => date);
		expect(days).toEqual([...days].sort(compareDates));
		const may4 = entries.filter(({ date }) => date === '1931-05-04').map(({ kind }) => kind);
		expect(may4[0]).toBe('event');
		expect(may4.indexOf('dispute')).toBeLessThan(may4.indexOf('word'));
	});

	test('a year stands before its months and a month before its days', () => {
		const dates = ['1993-01-01', '1992-12-31', '1993', '1993-01', '1993-01-01/1993-01-02'];
		expect(dates.sort(compareDates)).toEqual([
			'1992-12-31',
			'1993',
			'1993-01',
			'1993-01-01/1993-01-02',
			'1993-01-01'
		]);
	});

	test('years hold their entries; an interval belongs to the year in which it begins', () => {
		const years = byYear(choose(entries, all));
		expect(years.map(({ year }) => year)).toEqual([
			1888, 1902, 1924, 1925, 1926, 1929, 1931, 1932, 1933
		]);
		expect(years.flatMap(({ entries }) => entries)).toEqual(choose(entries, all));
		expect(yearOf('2022-10-20/2023-01-05')).toBe(2022);
	});
});

describe('choice', () => {
	test('words are left out until they are asked for', () => {
		expect(choose(entries, all).some(({ kind }) => kind === 'word')).toBe(false);
		expect(choose(entries, { ...all, words: true })).toEqual(entries);
	});

	test('by topic', () => {
		const chosen = choose(entries, { ...all, topic: 'works' });
		expect(ids(chosen)).toContain('weir-opened-on');
		expect(chosen.every(({ topics }) => topics.has('works'))).toBe(true);
	});

	test('by actor: whoever speaks is in it', () => {
		const chosen = ids(choose(entries, { ...all, actor: 'ines-holloway', words: true }));
		expect(chosen).toContain('houses-may-4');
		expect(chosen).toContain('storm-broke-gate');
		expect(chosen).not.toContain('bell-rung');
	});

	test('by actor: whoever is named in the statement is in it', () => {
		const named = changed(mills(), [
			[flood, 'The two mayors met on', 'The two mayors met Una Kestrel on']
		]);
		const found = timelineOf(sound('named', named).index);
		expect(ids(choose(found, { ...all, actor: 'una-kestrel' }))).toContain('mayors-met-on');
	});

	test('only states, organisations and persons are actors', () => {
		const kinds = (index: Index, list: Entry[]) =>
			new Set(list.flatMap(({ actors }) => [...actors].map((id) => index.entity.get(id)?.kind)));
		for (const { index, entries } of packs)
			for (const kind of kinds(index, entries))
				expect(['state', 'organisation', 'person']).toContain(kind);
	});
});

describe('scale', () => {
	test('years far before the rest are cut off', () => {
		expect(scaleOf([2020, 1813, 1988, 1990, 2020])).toEqual({
			from: 1988,
			to: 2020,
			before: [1813]
		});
	});
	test('years without a long gap stay together', () => {
		expect(scaleOf([1990, 1995, 2001])).toEqual({ from: 1990, to: 2001, before: [] });
	});
	test('nothing has no scale', () => {
		expect(scaleOf([])).toBeUndefined();
	});
});

describe('dates in words', () => {
	test.each([
		['2022-09-14', [['14 September', '2022-09-14']]],
		['2022-09', [['September', '2022-09']]],
		['2022', [['2022', '2022']]],
		[
			'2022-09-12/2022-09-13',
			[
				['12', '2022-09-12'],
				['13 September', '2022-09-13']
			]
		],
		[
			'2022-10-20/2023-01-05',
			[
				['20 October', '2022-10-20'],
				['5 January 2023', '2023-01-05']
			]
		]
	])('%s', (date, moments) => {
		expect(momentsOf(date, 2022).map(({ text, datetime }) => [text, datetime])).toEqual(moments);
	});
});

test('in every pack each dispute shows more than one position', () => {
	for (const { entries } of packs)
		for (const { kind, facts } of entries)
			if (kind === 'dispute') expect(facts.length, facts[0]?.id).toBeGreaterThan(1);
});
