import { describe, expect, test } from 'vitest';
import type { Module } from '#lib/facts/schema.ts';
import { mixedBlueprint, mixtureName, readMixture } from '#lib/forms/mixed.ts';

const module = (id: string, kinds: Module['blueprint']['kinds']): Module => ({
	id,
	title: id,
	subtitle: '',
	order: 1,
	explainers: [],
	blueprint: { topics: [`${id}-topic`, 'shared'], length: 10, kinds, levels: { recall: 0.5 } }
});
const known = new Map(
	[module('mills', { date: 1, map: 0 }), module('weirs', { date: 3 }), module('ferry', {})].map(
		(one) => [one.id, one]
	)
);
const read = (name: string) => readMixture(name, known);

describe('a mixture of modules', () => {
	test.each(['mills+weirs', 'mills+weirs~map', 'ferry~order~figures', 'all', 'all~names'])(
		'is named by its address: %s',
		(name) => {
			const mixture = read(name);
			expect(mixture && mixtureName(mixture, known)).toBe(name);
		}
	);

	test('has one name, in whatever order it was typed', () => {
		const mixture = read('weirs+mills+weirs~figures~order');
		expect(mixture && mixtureName(mixture, known)).toBe('mills+weirs~order~figures');
	});

	test.each(['mills', 'mills+nothing', 'mills~nothing', '', '~map', '+', 'all~'])(
		'is not what names a plain module, or nothing: %s',
		(name) => expect(read(name)).toBeUndefined()
	);

	test('draws on the topics of all, and of each kind the most that one allows', () => {
		const { topics, kinds, levels } = mixedBlueprint(read('mills+weirs') ?? expect.fail());
		expect(topics).toEqual(['mills-topic', 'shared', 'weirs-topic']);
		expect(kinds['date']).toBe(3);
		expect(levels).toEqual({});
	});

	test('asks of the chosen kinds alone', () => {
		const { kinds } = mixedBlueprint(read('mills+weirs~figures') ?? expect.fail());
		expect(Object.keys(kinds).filter((kind) => kinds[kind])).toEqual(['date', 'number']);
	});
});
