import { citationOf, isNamed, pageLabel, publisherName, type Traced } from '../chains.ts';
import { choose } from '../choose.ts';
import { tallyOf, type Writing } from '../context.ts';
import type { Draft, Dropped } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { pageItem, pagesByTopic, belongs, type Answer } from './provenance-draft.ts';
import { companyOf } from './provenance-voice.ts';

const stem =
	'Which of these pages leaves the words of its source unchanged, as far as its credits tell?';

/** Copied from first to last, and not known to be reworded. */
const keepsWords = ({ source, steps }: Traced): boolean =>
	steps.every(({ how }) => how === 'copy') && source.cautions.length === 0;

const changes: Partial<Record<Traced['steps'][number]['how'], string>> = {
	translation: 'a translator chose the words',
	'machine-translation': 'a program chose the words',
	report: 'the words of the one who is cited are retold'
};
const changeIn = ({ steps }: Traced): string | undefined =>
	steps.map(({ how }) => changes[how]).find((change) => change !== undefined);

function answer(page: Traced, { index }: Writing): Answer {
	const change = changeIn(page);
	const label = pageLabel(page, index);
	return {
		text: label,
		key: change === undefined,
		why: change
			? `On the way ${change}: ${label}.`
			: `It is a copy of what ${publisherName(page.origin, index)} wrote: ${label}.`,
		pages: citationOf(page.source, index)
	};
}

function write(page: Traced, others: Traced[], writing: Writing): Draft<'provenance'> | string {
	const slot = `${page.source.id}.provenance.wording`;
	const place = belongs(page.source, writing);
	const key = answer(page, writing);
	const candidates = others.map((of) => ({
		text: pageLabel(of, writing.index),
		order: undefined,
		of
	}));
	let flaw = 'fewer than two pages with changed words';
	const chosen = choose(
		slot,
		undefined,
		candidates,
		(set) => {
			const found = optionFlaw(
				stem,
				key.text,
				set.map(({ text }) => text)
			);
			if (found) flaw = found;
			// Different ways of changing words, or one word would tell.
			return !found && new Set(set.map(({ of }) => changeIn(of))).size > 1;
		},
		{ stem, key: key.text, tally: tallyOf('provenance', place.topic, writing) }
	);
	if (!chosen) return flaw;
	const wrong = chosen.map(({ of }) => answer(of, writing));
	return pageItem('provenance', slot, stem, place, [key, ...wrong]);
}

/** Which page gives the words as they were first written: a copy does, a translation or a retelling doesn't. */
export function writeWordings(
	pages: Map<string, Traced>,
	writing: Writing,
	drop: (dropped: Dropped) => void
): Draft<'provenance'>[] {
	const byTopic = pagesByTopic(pages.values(), writing);
	const asked = new Set<string>();
	return [...pages.values()].filter(keepsWords).flatMap((page) => {
		const { source, origin } = page;
		// One page of each voice is enough: the next would ask the same.
		if (asked.has(origin) || !isNamed(source.publisher)) return [];
		const company = [...companyOf(page, byTopic, writing).others.values()].flat();
		const changed = company.filter((one) => changeIn(one) !== undefined);
		const written = write(page, changed, writing);
		if (typeof written === 'string') {
			drop({ id: `${source.id}.provenance.wording`, why: written });
			return [];
		}
		asked.add(origin);
		return [written];
	});
}
