import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/items/item.ts';
import { sameName } from '../../src/lib/marking/spelling.ts';
import { stateNames } from '../../src/lib/marking/state-names.ts';
import { soundPacks } from './packs.ts';

type Short = Extract<Item, { kind: 'short' }>;

/** Latin letters as Cyrillic writes them, without regard to their sound in this name: each is a plain one. */
const cyrillic: Record<string, string> = Object.fromEntries(
	[...'abvgdzijklmnoprstuf'].map((letter, at) => [letter, [...'абвгдзийклмнопрстуф'][at] ?? ''])
);
const inCyrillic = (name: string): string | undefined =>
	[...name.toLowerCase()].every((letter) => letter in cyrillic)
		? [...name.toLowerCase()].map((letter) => cyrillic[letter]).join('')
		: undefined;

describe.each(soundPacks())('names typed for short items of $name', ({ index, bank }) => {
	const items = bank.items.filter((item): item is Short => item.kind === 'short');
	const known = index.pack.entities.map(({ name, short, aliases, typed, names }) =>
		[name, short ?? '', ...aliases, ...typed, ...Object.values(names)]
			.flatMap((one) => [one, ...one.split(' / ')])
			.filter((one) => one !== '')
	);
	const isOwn = ({ accepted }: Short, names: readonly string[]) => {
		const own = new Set(accepted.map((one) => one.toLowerCase()));
		return names.some((one) => own.has(one.toLowerCase()));
	};

	test('each accepted name earns the mark, in Cyrillic letters too', () => {
		const refused = items.flatMap(({ id, accepted, others }) =>
			accepted
				.flatMap((name) => [name, inCyrillic(name) ?? name])
				.filter((name) => !sameName(name, accepted, others))
				.map((name) => `${id}: ${name}`)
		);
		expect(refused).toEqual([]);
	});

	test('no name of anybody or anything else does', () => {
		const taken = items.flatMap((item) =>
			known
				.filter((names) => !isOwn(item, names))
				.flat()
				.filter((name) => sameName(name, item.accepted, item.others))
				.map((name) => `${item.id}: ${name}`)
		);
		expect(taken).toEqual([]);
	});

	test('no name of a state does, unless it is asked for', () => {
		const taken = items.flatMap((item) =>
			stateNames()
				.filter((name) => !isOwn(item, [name]) && sameName(name, item.accepted, item.others))
				.map((name) => `${item.id}: ${name}`)
		);
		expect(taken).toEqual([]);
	});
});

test.each<[typed: string, accepted: string[]]>([
	['Prussia', ['Russia']],
	['Austria', ['Australia']],
	['Nigeria', ['Niger']],
	['Iran', ['Iraq']]
])('the state %s is no slip in %j', (typed, accepted) => {
	expect(sameName(typed, accepted, [])).toBe(false);
});

test('a name without its cedillas is that name, unless another is written so', () => {
	expect(sameName('Susa', ['Shusha'], [])).toBe(true);
	expect(sameName('Susa', ['Shusha'], ['Susa'])).toBe(false);
});
