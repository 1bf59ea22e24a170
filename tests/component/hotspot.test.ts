import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Item from '#lib/components/take/Item.svelte';
import type { CandidateItem } from '#lib/forms/candidate.ts';

const item: CandidateItem = {
	number: 3,
	kind: 'hotspot',
	stem: 'Where on this map is the mill?',
	marks: 1,
	rows: [],
	options: [
		{ id: 'w', text: 'About 35 km west of Orrin / Orin' },
		{ id: 'e', text: 'About 40 km east of Orrin / Orin' },
		{ id: 's', text: 'About 60 km south of Lade' }
	],
	map: {
		id: 'valley',
		format: 'wide',
		box: [9, 49, 12, 51],
		landmarks: [
			{ name: 'Orrin / Orin', at: [50, 10.5] },
			{ name: 'Lade', at: [49.8, 11.5] }
		],
		note: 'Solid lines: borders.'
	},
	spots: { w: [50, 10], e: [50, 11.1], s: [49.3, 11.5] }
};
const html = (typed: Record<string, string[]> = {}) =>
	render(Item, { props: { item, typed } }).body;
const [, picture = ''] =
	/<svg class="map[^>]*>([^]*?)<\/svg>\s*(?:<!--[^>]*-->)*\s*<ul/.exec(html()) ?? [];

describe('a question on a map', () => {
	test('lists every spot in words, as a group of radio buttons', () => {
		for (const { id, text } of item.options) {
			expect(html()).toMatch(new RegExp(`<input[^>]*type="radio"[^>]*id="q3-${id}"`));
			expect(html()).toContain(text);
			expect(html()).toContain(`aria-labelledby="q3-${id}-text"`);
			expect(html()).toMatch(new RegExp(`id="q3-${id}-text"[^>]*><b[^>]*>[ABC]:</b> ${text}`));
		}
	});

	test('draws each letter where its spot lies, as a label of its radio button', () => {
		const found = [
			...picture.matchAll(
				/<svg x="([\d.]+)%" y="([\d.]+)%"[^>]*>(?:<!--[^>]*-->)*<foreignObject[^>]*><label[^>]*for="q3-(\w)"[^>]*data-letter="(\w)"/g
			)
		];
		expect(found.map(([, , , id, letter]) => `${letter} ${id}`)).toEqual(['A w', 'B e', 'C s']);
		const [west, east, south] = found.map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
		expect(west?.x).toBeLessThan(east?.x ?? 0);
		expect(south?.y).toBeGreaterThan(west?.y ?? 100);
	});

	test('hides the drawing from those who hear the list', () => {
		expect(html()).toMatch(/<svg class="map[^>]*aria-hidden="true"/);
		expect(picture).not.toMatch(/<input|tabindex|<a /);
	});

	test('uses the one drawing of its map, and says whose it is', () => {
		expect(picture).toContain('map/questions.svg#valley');
		expect(html()).toContain('Solid lines: borders.');
	});

	test('names landmarks, two names on two lines', () => {
		expect(picture).toMatch(/>Orrin \/<\/tspan>(?:<!--[^>]*-->)*<tspan[^>]*>Orin</);
		expect(picture).toContain('>Lade<');
	});

	test('needs no style attribute, which the page forbids', () => {
		expect(html()).not.toContain('style="');
	});

	test('keeps what was chosen', () => {
		expect(html({ q3: ['e'] })).toMatch(/<input[^>]*value="e"[^>]*checked/);
		expect(html({ q3: ['e'] }).match(/checked/g)).toHaveLength(1);
	});
});
