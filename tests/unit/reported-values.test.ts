import { describe, expect, test } from 'vitest';
import type { ChoiceItem } from '../../src/lib/items/item.ts';
import { changed, mills, sound } from './packs.ts';
import { isChoice, distractors } from './item-parts.ts';

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
