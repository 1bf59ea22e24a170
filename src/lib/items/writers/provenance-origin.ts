import {
	atStart,
	citationOf,
	isNamed,
	pageInText,
	pageLabel,
	publisherName,
	type Traced
} from '../chains.ts';
import type { Writing } from '../context.ts';
import type { Draft, Dropped } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { pageItem, belongs, type Answer } from './provenance-draft.ts';

function write(page: Traced, writing: Writing): Draft<'provenance'> | string {
	const { index } = writing;
	const { source, steps, origin } = page;
	const slot = `${source.id}.provenance.origin`;
	const place = belongs(source, writing);
	const way = [source.publisher, ...steps.map(({ publisher }) => publisher)];
	if (!way.every(isNamed) || new Set(way).size < 3) return 'fewer than three names on the way';
	const pages = citationOf(source, index);
	const label = pageLabel(page, index);
	const answers = way.map((publisher): Answer => {
		const name = atStart(publisher);
		const key = publisher === origin;
		return {
			text: name,
			key,
			why: key
				? `The way back ends with ${publisherName(origin, index)}: ${label}.`
				: `${name} only passed it on: ${label}.`,
			pages
		};
	});
	const [key = '', ...wrong] = [...answers]
		.sort((a, b) => Number(b.key) - Number(a.key))
		.map(({ text }) => text);
	const stem = `Whose account stands on the page of ${pageInText(page, index)}?`;
	return optionFlaw(stem, key, wrong) ?? pageItem('provenance', slot, stem, place, answers);
}

/** Whose account a text is that came through more than one hand. */
export function writeOrigins(
	pages: Map<string, Traced>,
	writing: Writing,
	drop: (dropped: Dropped) => void
): Draft<'provenance'>[] {
	const asked = new Set<string>();
	return [...pages.values()]
		.filter(({ steps }) => steps.length > 1)
		.flatMap((page) => {
			const way = [page.source.publisher, ...page.steps.map(({ publisher }) => publisher)].join();
			if (asked.has(way)) return []; // the same hands once
			asked.add(way);
			const written = write(page, writing);
			if (typeof written !== 'string') return [written];
			drop({ id: `${page.source.id}.provenance.origin`, why: written });
			return [];
		});
}
