import { formatCount, nameOf, optionText } from '../../facts/naming.ts';
import { group, need, roleOf } from '../../facts/pack.ts';
import type { CountValue, Fact } from '../../facts/schema.ts';
import { sentence, word } from '../../facts/wording.ts';
import { choose, type Candidate } from '../choose.ts';
import { byId, relationOf, tallyOf, type Writing } from '../context.ts';
import { common, option, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { hash } from '../hash.ts';
import type { Rationale } from '../item.ts';
import { mergeCitations, rationaleOf } from '../rationale.ts';
import { isCount, valueName } from '../values.ts';

/** A figure of a chain, exactly given. */
const figureOf = (fact: Fact): CountValue | undefined => {
	const value = roleOf(fact, 'object');
	return isCount(value) && value.qualifier === 'exact' ? value : undefined;
};

/** What is counted: the roles of the key, but for who counts and when. */
const countedOf = (fact: Fact, writing: Writing): string =>
	relationOf(fact, writing.index)
		.key.filter((role) => role !== 'by' && role !== 'as-of')
		.map((role) => valueName(roleOf(fact, role) ?? ''))
		.join(' ');

/** Facts of one count, by topic. */
type Counts = Map<string, Fact[]>;

const countName = (fact: Fact, writing: Writing): string =>
	`${fact.topic}/${fact.relation}/${countedOf(fact, writing)}`;

/** Every figure that anyone gives for the same count, and what sources say instead. */
function reportedFigures(fact: Fact, counts: Counts, writing: Writing): number[] {
	return (counts.get(countName(fact, writing)) ?? []).flatMap((one) => {
		const value = roleOf(one, 'object');
		const says = one.evidence.flatMap(({ says }) => (typeof says === 'number' ? [says] : []));
		return [...(isCount(value) ? [value.count] : []), ...says];
	});
}

/** A figure could be taken for another's rounding when both are near and one of them is a round number. */
function isNearlyReported(count: number, reported: readonly number[]): boolean {
	const isRound = (value: number) => value % 10 === 0;
	return reported.some((one) => {
		const share = Math.abs(one - count) / Math.max(one, count);
		return share < 0.01 || (share <= 0.12 && (isRound(count) || isRound(one) || count < 100));
	});
}

const longestStem = 40;

/** How much larger than the figure before a wrong figure may be, in steps of the true increase. */
const steps = [0.15, 0.3, 0.45, 0.6, 0.75, 1.5, 1.9, 2.4, 3.1, 4.2];

/** Figures above the one before, which nobody gives: the count only grows. */
function candidates(
	fact: Fact,
	before: CountValue,
	key: CountValue,
	counts: Counts,
	writing: Writing
) {
	const reported = reportedFigures(fact, counts, writing);
	const grown = key.count - before.count;
	const lean = (hash(fact.id) % 9) / 100;
	const figures = new Set(steps.map((step) => Math.round(before.count + grown * (step + lean))));
	return [...figures]
		.filter(
			(count) =>
				count > before.count &&
				count <= (key.most ?? Infinity) &&
				!isNearlyReported(count, reported)
		)
		.map((count): Candidate<number> => ({
			text: optionText({ ...key, count }, writing.index),
			order: count,
			of: count
		}))
		.sort((a, b) => Math.abs(a.of - key.count) - Math.abs(b.of - key.count));
}

function stemOf(fact: Fact, earlier: Fact, template: string, { index }: Writing): string {
	const [was, is] = [earlier, fact].map((one) => roleOf(one, 'by'));
	// Who has been named in full is named by the short name after that.
	const speaker = typeof is === 'string' ? need(index.entity, is, 'entity') : undefined;
	const again =
		was === is && speaker
			? { by: nameOf({ ...speaker, name: speaker.short ?? speaker.name }, { plain: true }) }
			: {};
	const told = sentence(earlier, index).replace(/\.$/, '');
	return word(template, fact, index, {}, {}, { earlier: told, ...again });
}

function write(
	fact: Fact,
	earlier: Fact,
	counts: Counts,
	writing: Writing
): Draft<'later'> | string {
	const template = relationOf(fact, writing.index).later;
	const [before, key] = [roleOf(earlier, 'object'), figureOf(fact)];
	if (template === undefined || !isCount(before) || !key) return 'no exact figure follows another';
	if (countedOf(fact, writing) !== countedOf(earlier, writing) || key.count <= before.count)
		return 'the two figures count different things, or the count does not grow';
	const id = `${fact.id}.later.object`;
	const stem = stemOf(fact, earlier, template, writing);
	if (stem.split(/\s+/).length > longestStem) return 'the stem is too long to be read at once';
	const keyText = optionText(key, writing.index);
	const chosen = choose(
		id,
		key.count,
		candidates(fact, before, key, counts, writing),
		(set) =>
			!optionFlaw(
				stem,
				keyText,
				set.map(({ text }) => text)
			),
		{ stem, key: keyText, tally: tallyOf('later', fact.topic, writing) }
	);
	if (!chosen) return 'fewer than two figures that nobody gives';
	const right = rationaleOf(fact);
	const wrong = (count: number): Rationale => ({
		text: `No source gives ${formatCount({ ...key, count })} for this. ${fact.statement}`,
		facts: [fact.id],
		sources: mergeCitations([fact])
	});
	const options = [
		{ order: key.count, option: option(id, keyText, true, right) },
		...chosen.map(({ text, of }) => ({ order: of, option: option(id, text, false, wrong(of)) }))
	]
		.sort((a, b) => a.order - b.order)
		.map(({ option }) => option);
	return {
		...common({
			id,
			kind: 'later',
			level: 'source-reasoning',
			slot: `${fact.id}.later`,
			stem,
			from: [fact],
			asks: [`${fact.id}.later`, `${fact.id}.object`],
			printed: [earlier.id],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options,
		ordered: true
	};
}

/** What came later in a chain of figures of one count, the figure before being told. */
export const writeLater: Writer<'later'> = (writing, drop) => {
	const facts = [...writing.index.pack.facts].sort(byId);
	const counts = group(facts, (fact) =>
		relationOf(fact, writing.index).later === undefined ? [] : [countName(fact, writing)]
	);
	return facts.flatMap((fact) => {
		const earlier = fact.follows === undefined ? undefined : writing.index.fact.get(fact.follows);
		if (!earlier || fact.standing === 'contested' || earlier.standing === 'contested') return [];
		const draft = write(fact, earlier, counts, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: `${fact.id}.later.object`, why: draft });
		return [];
	});
};
