import { capitalise } from '../../facts/naming.ts';
import { word } from '../../facts/wording.ts';
import { choose, type Candidate } from '../choose.ts';
import { chronologyOf } from '../chronology.ts';
import { relationOf, shareOf, tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { apart, isPlain, whenRationale, type Moment } from '../moments.ts';

/** The event must lie between neighbours: bounds far off would say nothing about when it was. */
const boundReach = 6;
/** Wrong options are drawn from so many of the nearest on either side. */
const perSide = 5;

/** With fewer wrong options, one on either side, the bounds alone would tell. */
const leastWrong = 3;
/** Questions about an event, which have nothing but the event in common. */
const variants = ['between', 'between.1', 'between.2'] as const;
/** So many pairs of bounds are tried. */
const tries = 8;

interface Bounds {
	first: Moment;
	last: Moment;
}

/** Totals for so many parts of the events: few in each, so that a new event changes the options of few. */
const shares = 32;

const nameOf = ({ name }: Moment): string => capitalise(name);

/** Pairs of events around an event, in an order that depends on nothing but their names. */
function boundsOf(id: string, moment: Moment, writing: Writing): Bounds[] {
	const { around, related } = chronologyOf(writing);
	const { before, after } = around(moment);
	const near = (list: Moment[]) => list.filter(isPlain).slice(0, boundReach);
	const pairs = near(before).flatMap((first) => near(after).map((last) => ({ first, last })));
	const name = ({ first, last }: Bounds) => `${first.fact.id}+${last.fact.id}`;
	return hashOrder(
		pairs.filter(({ first, last }) => !related(first, last)),
		id,
		name
	).slice(0, tries);
}

/** Events outside the bounds, with the bound that shows it: no names of the set place each other. */
function outside(moment: Moment, { first, last }: Bounds, writing: Writing) {
	const { around, related } = chronologyOf(writing);
	const fits = (bound: Moment) => (other: Moment) =>
		apart(other, bound) && [moment, first, last].every((one) => !related(one, other));
	const earlier = around(first).before.filter(fits(first)).slice(0, perSide);
	const later = around(last).after.filter(fits(last)).slice(0, perSide);
	return [
		...earlier.map((other) => ({ other, side: first })),
		...later.map((other) => ({ other, side: last }))
	];
}

/** The flaw of a set of wrong options, beside those that any options may have. */
function setFlaw(set: { other: Moment; side: Moment }[], writing: Writing): string | undefined {
	const { related } = chronologyOf(writing);
	if (new Set(set.map(({ side }) => side)).size < 2) return 'all wrong options lie on one side';
	const tells = set.some(({ other }, at) =>
		set.slice(at + 1).some((one) => related(other, one.other))
	);
	return tells ? 'wrong options that tell each other' : undefined;
}

/** A question about an event between two others; `used` are the events that another one about it has. */
function write(
	id: string,
	moment: Moment,
	template: string,
	used: ReadonlySet<string>,
	writing: Writing
): Draft<'single'> | string {
	const { fact } = moment;
	const tally = tallyOf('single', `between, ${shareOf(fact.id, shares)}`, writing);
	const isNew = (one: Moment) => !used.has(one.fact.id);
	let flaw = 'no events on either side of its neighbours';
	for (const bounds of boundsOf(id, moment, writing)) {
		const { first, last } = bounds;
		if (!isNew(first) || !isNew(last)) continue;
		const wrong = outside(moment, bounds, writing).filter(({ other }) => isNew(other));
		if (new Set(wrong.map(({ side }) => side)).size < 2) continue;
		const texts = { first: first.name, last: last.name };
		const stem = word(template, fact, writing.index, {}, {}, texts);
		const candidates = wrong.map((of) => ({ text: nameOf(of.other), order: undefined, of }));
		const flawless = (set: Candidate<{ other: Moment; side: Moment }>[]) => {
			const texts = set.map(({ text }) => text);
			const wrong = set.map(({ of }) => of);
			const found = setFlaw(wrong, writing) ?? optionFlaw(stem, nameOf(moment), texts);
			if (found) flaw = found;
			return !found;
		};
		const looks = { stem, key: nameOf(moment), tally };
		const chosen = choose(id, undefined, candidates, flawless, looks);
		if (!chosen || chosen.length < leastWrong) continue;
		const why = (...moments: Moment[]) => whenRationale(moments);
		const options = [
			option(id, nameOf(moment), true, why(moment, first, last)),
			...chosen.map(({ text, of }) => option(id, text, false, why(of.other, of.side)))
		];
		return {
			...common({
				id,
				kind: 'single',
				level: 'understanding',
				slot: `${fact.id}.between.${first.fact.id}+${last.fact.id}`,
				stem,
				from: [fact, first.fact, last.fact],
				asks: [`${fact.id}.between`],
				printed: [first.fact.id, last.fact.id],
				rationales: options.map(({ rationale }) => rationale)
			}),
			options: scrambled(options),
			ordered: false
		};
	}
	return flaw;
}

/** Which of these came between two events: one, beside others of the time that came before or after both. */
export const writeBetween: Writer<'single'> = (writing, drop) =>
	chronologyOf(writing).moments.flatMap((moment) => {
		const template = relationOf(moment.fact, writing.index).order?.between;
		if (template === undefined) return [];
		const used = new Set<string>();
		return variants.flatMap((variant) => {
			const id = `${moment.fact.id}.single.${variant}`;
			const draft = write(id, moment, template, used, writing);
			if (typeof draft === 'string') {
				drop({ id, why: draft });
				return [];
			}
			for (const shown of draft.shows) if (shown !== moment.fact.id) used.add(shown);
			return [draft];
		});
	});
