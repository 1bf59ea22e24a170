import { describe, expect, test } from 'vitest';
import { readAttempts, statisticsOf } from '#lib/server/answers.ts';
import { keyProblem, standingOf, tokenOf } from '#lib/server/editors.ts';
import { itemPage } from '#lib/server/pages/item.ts';
import { itemsPage } from '#lib/server/pages/items.ts';
import { mills, readFiles } from './packs.ts';

/** The small pack, read once. */
function pack() {
	const { index, bank } = readFiles(mills());
	if (!index || !bank) throw new Error('the small pack has problems');
	return { index, bank };
}
const { index, bank } = pack();

const key = 'twenty-four-characters-or-more';

describe('the pages of the editors', () => {
	const standing = (typed: string | null, cookie?: string, of: string | undefined = key) =>
		standingOf(of, { typed, cookie });

	test('open to the key, and then to the cookie it gave', () => {
		expect(standing(key)).toBe('newcomer');
		expect(standing(null, tokenOf(key))).toBe('editor');
	});

	test('are closed to everybody else', () => {
		expect(standing(null)).toBe('reader');
		expect(standing('')).toBe('reader');
		expect(standing(`${key} `)).toBe('reader');
		expect(standing(null, key)).toBe('reader');
		expect(standing(null, tokenOf(`${key}.`))).toBe('reader');
	});

	test('stay closed without a key, and with one that could be guessed', () => {
		expect(standing('', tokenOf(''), '')).toBe('reader');
		expect(standing('short', tokenOf('short'), 'short')).toBe('reader');
		expect(keyProblem('short')).toMatch(/SOURCEBOOK_EDITOR_KEY .* at least 24/);
		expect(keyProblem(key)).toBeUndefined();
		expect(keyProblem('')).toBeUndefined();
	});
});

describe('the list of items', () => {
	const list = (query: string) => itemsPage(new URLSearchParams(query), { index, bank });
	const [item] = bank.items;
	if (!item) throw new Error('the small pack yields no item');

	test('has all items, fifty on a page', () => {
		const { total, items, pages, next, previous } = list('');
		expect(total).toBe(bank.items.length);
		expect(items).toHaveLength(50);
		expect(pages).toBe(Math.ceil(total / 50));
		expect([previous, next]).toEqual([undefined, '?page=2']);
		expect(list('page=2').items[0]?.id).toBe(bank.items[50]?.id);
	});

	test('chooses by each filter, and by all together', () => {
		const source = item.sources[0]?.source ?? '';
		const queries = [
			`topic=${item.topic}`,
			`kind=${item.kind}`,
			`level=${item.level}`,
			`fact=${item.facts[0]}`,
			`source=${source}`,
			`q=${encodeURIComponent(item.stem.toUpperCase())}`,
			`module=${index.pack.modules[0]?.id}`
		];
		for (const query of [...queries, queries.slice(0, 6).join('&')]) {
			const page = list(query);
			expect(page.ignored, query).toEqual([]);
			expect(page.total, query).toBeGreaterThan(0);
			expect(page.total, query).toBeLessThanOrEqual(bank.items.length);
			if (!query.startsWith('module')) expect(page.items[0]?.id, query).toBe(item.id);
		}
		expect(list(`kind=${item.kind}`).total).toBe(
			bank.items.filter(({ kind }) => kind === item.kind).length
		);
	});

	test('names what it does not know, and shows the rest', () => {
		const { ignored, total } = list('kind=riddle&topic=nowhere&page=9999&sort=id&source=x&fact=y');
		expect(ignored.join(' ')).toMatch(/kind called “riddle”/);
		for (const name of ['nowhere', '9999', 'sort', 'source called “x”', 'fact called “y”'])
			expect(ignored.join(' ')).toContain(name);
		expect(ignored).toHaveLength(6);
		expect(total).toBe(bank.items.length);
	});

	test('lists what was dropped, with the reason, by the same filters', () => {
		const { dropped, total, items } = list('dropped=yes');
		expect(items).toEqual([]);
		expect(total).toBe(bank.dropped.length);
		expect(dropped[0]?.why).toBeTruthy();
		const kind = bank.dropped[0]?.id.split('.')[1];
		expect(list(`dropped=yes&kind=${kind}`).total).toBe(
			bank.dropped.filter(({ id }) => id.split('.')[1] === kind).length
		);
	});
});

describe('an item by itself', () => {
	const none = { said: 'There are no answers yet.', statistics: undefined };
	const open = (id: string, query = '', answers: Parameters<typeof itemPage>[3] = none) =>
		itemPage(id, new URLSearchParams(query), { index, bank }, answers);

	test('has a page, whatever its kind, with a proof of every part', () => {
		for (const { id } of bank.items) {
			const page = open(id);
			expect(page?.parts.length, id).toBeGreaterThan(0);
			for (const { why, sources } of page?.parts ?? []) {
				expect(why, id).not.toBe('');
				expect(sources.length, id).toBeGreaterThan(0);
			}
			expect(page?.statistics.said).toBe('There are no answers yet.');
			expect(JSON.stringify(page?.preview), id).not.toContain('"key"');
		}
	});

	test('leads to its neighbours among those chosen', () => {
		const chosen = bank.items.filter(({ kind }) => kind === 'single');
		const page = open(chosen[1]?.id ?? '', 'kind=single');
		expect([page?.previous, page?.next]).toEqual([chosen[0]?.id, chosen[2]?.id]);
		expect([page?.place, page?.of, page?.query]).toEqual([2, chosen.length, '?kind=single']);
	});

	test('names the others on its slot', () => {
		const slots = Map.groupBy(bank.items, ({ slot }) => slot);
		const [one, other] = [...slots.values()].find((list) => list.length === 2) ?? [];
		expect(open(one?.id ?? '')?.sameSlot.map(({ id }) => id)).toEqual([other?.id]);
	});

	test('is not there when it is not', () => {
		expect(open('no.such.item')).toBeUndefined();
	});

	test('says what answers tell, and that others were given to another wording', () => {
		const single = bank.items.find(({ kind }) => kind === 'single');
		if (single?.kind !== 'single') throw new Error('the small pack has no single');
		const { id, rev, options } = single;
		const answer = (key: boolean) => ({
			...{ id, rev, gained: key ? 1 : 0, full: 1 },
			options: [options.find((one) => one.key === key)?.id ?? '']
		});
		const lines = [answer(true), answer(true), answer(false), { ...answer(true), rev: 'old' }];
		const text = lines.map((one) => JSON.stringify({ answers: [one] })).join('\n\n');
		const statistics = statisticsOf(readAttempts(text), bank);
		const page = open(id, '', { said: '', statistics });
		expect(page?.statistics.found?.figures[0]).toEqual({ name: 'Answers', value: '3' });
		expect(page?.statistics.found?.figures[1]?.value).toMatch(/^0\.67 \(95 %: 0\.21 to 0\.94\)/);
		expect(page?.statistics.found?.options.find(({ key }) => key)?.share).toBe('67 %');
		expect(page?.statistics.found?.warnings.join(' ')).toMatch(/Only 3 answers/);
		expect(page?.statistics.earlier).toMatch(/^1 answer was given to another wording/);
	});

	test('a line that is no attempt is named', () => {
		expect(() => readAttempts('{"answers": []}\n{"answers": [1]}')).toThrow(/^line 2 is not/);
		expect(() => readAttempts('nonsense')).toThrow(/^line 1 is not/);
	});
});
