import { need, type Index } from '#lib/facts/pack.ts';
import type { Form } from '#lib/forms/form.ts';
import { shownSeed } from '#lib/forms/seed.ts';
import { spotLetters, type Item, type Rationale, type Verdict } from '#lib/items/item.ts';
import { answerOf } from '#lib/items/parts.ts';
import { moduleNamed } from '../modules.ts';

/** Where the answer can be looked up: "Press News ¶ 6", each place once. */
function placesOf(rationales: readonly Rationale[], index: Index): string[] {
	const cited = rationales.flatMap(({ sources }) => sources);
	const places = cited.map(({ source, locator }) => {
		const { short } = need(index.source, source, 'source');
		return locator === 'excerpt' ? short : `${short} ${locator}`.trim();
	});
	return [...new Set(places)];
}

const verdicts: Record<Verdict, string> = {
	supported: 'supported',
	contradicted: 'contradicted',
	'not-stated': 'not stated'
};

/** The answer line by line, as it is written beside a paper. */
function linesOf(item: Item): string[] {
	if (item.kind === 'support')
		return item.rows.map(({ text, key }) => `${text.replace(/[.]$/, '')}: ${verdicts[key]}`);
	if (item.kind === 'hotspot')
		return item.options.flatMap(({ text, key }, at) =>
			key ? [`${spotLetters.charAt(at)}: ${text}`] : []
		);
	return answerOf(item).map(({ text, gap }) => (gap === undefined ? text : `Gap ${gap}: ${text}`));
}

function answered(item: Item, marks: number, at: number, index: Index) {
	return {
		number: at + 1,
		stem: item.stem,
		marks,
		ordered: item.kind === 'order',
		answers: linesOf(item),
		places: placesOf(
			answerOf(item).map(({ rationale }) => rationale),
			index
		)
	};
}

/** The answers to a paper, short enough to mark by, with the places that show them. */
export function keyPage(form: Form, index: Index) {
	const items = form.items.map(({ item, marks }, at) => answered(item, marks, at, index));
	return {
		module: { id: form.module, title: moduleNamed(form.module, index)?.title ?? form.module },
		seed: form.seed,
		shownSeed: shownSeed(form.seed),
		marks: items.reduce((sum, { marks }) => sum + marks, 0),
		items
	};
}
