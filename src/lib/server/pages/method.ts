import { balanceOf, fairShare, statements } from '#lib/facts/balance.ts';
import { corroboration } from '#lib/facts/corroboration.ts';
import { formatDate } from '#lib/facts/dates.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Standing } from '#lib/facts/schema.ts';
import type { Bank } from '#lib/items/bank.ts';
import { flaws } from '#lib/items/flaws/checker.ts';
import { ownWords } from './own-words.ts';

const figure = (value: number): string => value.toLocaleString('en-GB');
const percent = (share: number): string => `${Math.round(share * 100)}`;

/** The languages that sources were read in, the most frequent first: "English 311, French 7". */
function languagesOf({ pack }: Index): string {
	const names = new Intl.DisplayNames('en', { type: 'language' });
	const counts = new Map<string, number>();
	for (const { language } of pack.sources) counts.set(language, (counts.get(language) ?? 0) + 1);
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([language, count]) => `${names.of(language) ?? language} ${figure(count)}`)
		.join(', ');
}

function sourceCounts(index: Index) {
	const { sources } = index.pack;
	const full = sources.filter(({ read }) => read === 'in-full').length;
	return {
		all: figure(sources.length),
		full: figure(full),
		excerpts: figure(sources.length - full),
		languages: languagesOf(index),
		cautions: figure(sources.reduce((sum, { cautions }) => sum + cautions.length, 0)),
		derived: figure(sources.filter((source) => source['derived-from'].length > 0).length)
	};
}

function factCounts(index: Index) {
	const { facts } = index.pack;
	const standing = (one: Standing) => facts.filter((fact) => fact.standing === one);
	const established = standing('established');
	return {
		all: figure(facts.length),
		established: figure(established.length),
		byOne: figure(established.filter((fact) => corroboration(fact, index) === 1).length),
		attributed: figure(standing('attributed').length),
		contested: figure(standing('contested').length)
	};
}

function voiceCounts(index: Index) {
	const { sides, others, points } = balanceOf(index);
	return {
		told: [
			...sides.map((voice) => `${voice.name} ${figure(statements(voice))}`),
			`third parties ${figure(others.reduce((sum, voice) => sum + statements(voice), 0))}`
		].join(', '),
		points: figure(points.length),
		least: percent(fairShare.least),
		most: percent(fairShare.most)
	};
}

/** How the sourcebook is made, with its own figures. */
export function methodPage(index: Index, { items, dropped }: Bank) {
	return {
		facts: factCounts(index),
		sources: sourceCounts(index),
		voices: voiceCounts(index),
		questions: {
			all: figure(items.length),
			kinds: figure(new Set(items.map(({ kind }) => kind)).size),
			dropped: figure(dropped.length),
			rules: figure(flaws.length)
		},
		asOf: formatDate(index.pack.sourcebook['as-of']),
		limits: ownWords('limits')
	};
}
