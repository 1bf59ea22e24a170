import { locatorText } from '../../facts/corroboration.ts';
import { formatDate, precisionOf } from '../../facts/dates.ts';
import { formatCount } from '../../facts/naming.ts';
import { group, need } from '../../facts/pack.ts';
import type { CountValue, Evidence, Fact, Source } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { byId, relationOf, valueOf, type Writing } from '../context.ts';
import { option, scrambled, type Draft } from '../draft.ts';
import { sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import type { Citation } from '../item.ts';
import { compatible, isCount, keyName } from '../values.ts';

/** A figure as one report puts it. */
interface Figure {
	fact: Fact;
	source: Source;
	value: CountValue;
	text: string;
	cited: Citation;
}

const qualifiers: [RegExp, CountValue['qualifier']][] = [
	[/\b(?:about|around|some|roughly|nearly|almost)\s+\S*$/i, 'about'],
	[/\b(?:more than|over)\s+\S*$/i, 'more-than'],
	[/\bat least\s+\S*$/i, 'at-least'],
	[/\bup to\s+\S*$/i, 'up-to']
];

/** How exactly the quoted words put a number. */
function qualifierIn(quote: string, count: number): CountValue['qualifier'] {
	const at = quote.replaceAll(',', '').indexOf(String(count));
	const before = at < 0 ? '' : quote.replaceAll(',', '').slice(0, at);
	return qualifiers.find(([pattern]) => pattern.test(before))?.[1] ?? 'exact';
}

function figureIn(fact: Fact, evidence: Evidence, { index }: Writing): Figure[] {
	const { source: id, says, stance, quote } = evidence;
	const own = valueOf(fact, relationOf(fact, index));
	const source = need(index.source, id, 'source');
	if (!isCount(own) || typeof says !== 'number' || precisionOf(source.published) !== 'day')
		return [];
	if (stance !== 'supports' && stance !== 'rounds') return [];
	const qualifier = stance === 'supports' ? own.qualifier : qualifierIn(quote, says);
	const value = { ...own, count: says, qualifier };
	const text = `${source.short}, ${formatDate(source.published)}: ${formatCount(value)}`;
	return [
		{ fact, source, value, text, cited: { source: id, locator: locatorText(evidence), quote } }
	];
}

/** Figures of one count: whoever gave them, on whatever day. */
const countName = (fact: Fact, { index }: Writing): string => {
	const relation = relationOf(fact, index);
	const roles = relation.key.filter((role) => role !== 'by' && role !== 'as-of');
	return keyName(fact, { ...relation, key: roles });
};

/** An exact figure and another report's rounding of it: the same count, in other figures. */
function* pairsIn(fact: Fact, writing: Writing) {
	const all = fact.evidence.flatMap((evidence) => figureIn(fact, evidence, writing));
	const exact = all.filter(({ value }) => value.qualifier === 'exact');
	const rounded = all.filter(({ value }) => value.qualifier !== 'exact');
	for (const one of hashOrder(exact, fact.id, ({ text }) => text))
		for (const two of hashOrder(rounded, fact.id, ({ text }) => text))
			if (one.value.count !== two.value.count && one.source !== two.source)
				yield [one, two] as const;
}

const isOther = (a: Figure, b: Figure): boolean => !compatible(exactly(a), exactly(b));
const exactly = ({ value }: Figure): CountValue => ({ ...value, qualifier: 'exact' });

/** Whether an open figure, such as "at least 200", leaves the other one possible. */
const allows = ({ value }: Figure, other: Figure): boolean =>
	(['at-least', 'more-than'].includes(value.qualifier) && other.value.count >= value.count) ||
	(value.qualifier === 'up-to' && other.value.count <= value.count);

function write(fact: Fact, others: Fact[], writing: Writing): Draft<'agree'> | string {
	const { index } = writing;
	const template = relationOf(fact, index)['same-count'];
	if (template === undefined) return 'the relation asks for no two figures';
	const slot = `${fact.id}.agree.figures`;
	for (const pair of pairsIn(fact, writing)) {
		const apart: Figure[] = [];
		const rest = others.flatMap((one) =>
			one.evidence.flatMap((evidence) => figureIn(one, evidence, writing))
		);
		for (const figure of hashOrder(rest, slot, ({ text }) => text)) {
			const clear = [...pair, ...apart].every(
				(one) => isOther(one, figure) && !allows(one, figure) && !allows(figure, one)
			);
			if (clear && apart.length < 2) apart.push(figure);
		}
		const all = [...pair, ...apart];
		if (apart.length < 2 || sameTexts(all.map(({ text }) => text))) continue;
		return draft(slot, word(template, fact, index), pair, apart);
	}
	return 'no four figures of which exactly two can be the same';
}

function draft(
	slot: string,
	stem: string,
	pair: readonly [Figure, Figure],
	apart: readonly Figure[]
): Draft<'agree'> {
	const [exact, rounded] = pair;
	const why = `${rounded.source.short} rounds the figure that ${exact.source.short} gives. ${exact.fact.statement}`;
	const options = [...pair, ...apart].map((figure) =>
		option(slot, figure.text, pair.includes(figure), {
			text: pair.includes(figure) ? why : figure.fact.statement,
			facts: [figure.fact.id],
			sources: [figure.cited]
		})
	);
	const facts = [...new Set([...pair, ...apart].map(({ fact }) => fact.id))];
	return {
		...{ id: slot, kind: 'agree', level: 'source-reasoning', topic: exact.fact.topic, slot, stem },
		...{ facts, asks: [slot], shows: facts, printed: facts },
		sources: [...pair, ...apart].map(({ cited }) => cited),
		options: scrambled(options),
		ordered: false
	};
}

/** Which two figures can be the same count: an exact one and its rounding, beside figures of other days. */
export function writeFigures(
	writing: Writing,
	drop: (dropped: { id: string; why: string }) => void
): Draft<'agree'>[] {
	const keyable = writing.keyable.filter(
		(fact) => relationOf(fact, writing.index)['same-count'] !== undefined && !fact.subjects
	);
	const counts = group(keyable, (fact) => [countName(fact, writing)]);
	return [...counts.values()].flatMap((facts) =>
		[...facts].sort(byId).flatMap((fact) => {
			if (!fact.evidence.some(({ stance }) => stance === 'rounds')) return [];
			const others = facts.filter((one) => one !== fact);
			const written = write(fact, others, writing);
			if (typeof written !== 'string') return [written];
			drop({ id: `${fact.id}.agree.figures`, why: written });
			return [];
		})
	);
}
