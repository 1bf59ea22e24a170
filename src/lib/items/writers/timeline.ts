import { capitalise } from '../../facts/naming.ts';
import { word } from '../../facts/wording.ts';
import { chronologyOf } from '../chronology.ts';
import { relationOf, shareOf, tallyOf } from '../context.ts';
import { common, option, partId, type Draft, type Writer } from '../draft.ts';
import { echoes, keyIsLongest, keyIsOdd } from '../flaws/options.ts';
import { whenRationale, type Moment } from '../moments.ts';
import { places, settings, type Setting } from '../settings.ts';
import type { Tally } from '../tally.ts';

/**
 * So many questions about an event, each among other events, with the places that it may have. Fewer events have three
 * others on one side of them than have some on both: the third question is about an end, or an end would seldom be right.
 */
const variants: [name: string, among: readonly number[]][] = [
	['place', places],
	['place.1', places],
	['place.2', [0, 3]]
];
/** Two questions about an event share no more fixed events than these. */
const mostShared = 1;
/** So many settings are chosen from. */
const choices = 4;
/** So many totals keep guessing at chance, each for some of the events. */
const shares = 16;

/** A gap that stands out by its length or signs, or by a word that the event's name has too. */
function tells(stem: string, gaps: readonly { text: string }[], place: number): boolean {
	const texts = gaps.map(({ text }) => text);
	const key = texts[place] ?? '';
	const others = texts.filter((text) => text !== key);
	return keyIsLongest(key, others) || keyIsOdd(key, others) || echoes(stem, key, others).length > 0;
}

/** What stands against a setting, beside those that the event already has. */
function flawOf(stem: string, { place, gaps, fixed }: Setting, before: readonly Setting[]) {
	if (tells(stem, gaps, place)) return 'the key stands out';
	const isNew = before.every(
		(one) =>
			one.place !== place && one.fixed.filter((event) => fixed.includes(event)).length <= mostShared
	);
	return isNew ? undefined : 'too like another one about the event';
}

/** Of the first settings without a flaw the one that keeps guessing by looks at chance, or what stands against all. */
function settingFor(all: Iterable<Setting>, stem: string, before: Setting[], tally: Tally) {
	let why = 'fewer than three events around it whose days are apart';
	const flawless = Iterator.from(all).filter((setting) => {
		const flaw = flawOf(stem, setting, before);
		if (flaw) why = flaw;
		return !flaw;
	});
	const offered = flawless.take(choices).map((setting) => {
		const options = setting.gaps.map(({ text }) => text);
		return { setting, stem, options, key: setting.place, ordered: true };
	});
	return tally.pick([...offered])?.setting ?? why;
}

function draft(
	id: string,
	stem: string,
	moment: Moment,
	{ place, gaps, fixed }: Setting
): Draft<'timeline'> {
	const { fact } = moment;
	const options = gaps.map(({ text, bounds }, gap) =>
		option(id, text, gap === place, whenRationale([moment, ...bounds]))
	);
	return {
		...common({
			id,
			kind: 'timeline',
			level: 'understanding',
			slot: `${fact.id}.timeline`,
			stem,
			from: [fact, ...fixed.map((one) => one.fact)],
			asks: [`${fact.id}.timeline`],
			printed: fixed.map((one) => one.fact.id),
			rationales: options.map(({ rationale }) => rationale)
		}),
		events: fixed.map((one) => ({ id: partId(id, one.name), text: capitalise(one.name) })),
		options,
		ordered: true
	};
}

/** Place on the timeline: an event among three others, each gap as often right as any other. */
export const writeTimelines: Writer<'timeline'> = (writing, drop) =>
	chronologyOf(writing).moments.flatMap((moment) => {
		const { fact, name } = moment;
		const template = relationOf(fact, writing.index).order?.place;
		if (template === undefined) return [];
		const stem = word(template, fact, writing.index, {}, {}, { event: name });
		const before: Setting[] = [];
		const tally = tallyOf('timeline', shareOf(fact.id, shares), writing);
		return variants.flatMap(([variant, among]) => {
			const id = `${fact.id}.timeline.${variant}`;
			const all = settings(id, moment, among, chronologyOf(writing));
			const setting = settingFor(all, stem, before, tally);
			if (typeof setting === 'string') {
				drop({ id, why: setting });
				return [];
			}
			before.push(setting);
			return [draft(id, stem, moment, setting)];
		});
	});
