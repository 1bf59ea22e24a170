import { capitalise } from '../../facts/naming.ts';
import { word } from '../../facts/wording.ts';
import { chronologyOf, type Chronology } from '../chronology.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, option, partId, type Draft, type Writer } from '../draft.ts';
import { echoes, keyIsLongest, sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { apart, isPlain, whenRationale, type Moment } from '../moments.ts';

const fixedCount = 3;
/** Places among the fixed events: before all of them, between two, after all. */
const places = [0, 1, 2, 3] as const;

/** So many events of one side, whose days are apart, in an order that depends on nothing but their names. */
function drawn(id: string, near: readonly Moment[], count: number): Moment[] | undefined {
	const set: Moment[] = [];
	for (const moment of hashOrder(near.slice(0, 6), id, ({ fact }) => fact.id))
		if (set.length < count && set.every((one) => apart(one, moment))) set.push(moment);
	return set.length === count ? set : undefined;
}

/** Three fixed events, `place` of them before the event, in their order. */
function fixedEvents(id: string, moment: Moment, place: number, chronology: Chronology) {
	const { before, after } = chronology.around(moment);
	const earlier = drawn(id, before.filter(isPlain), place);
	const later = drawn(id, after.filter(isPlain), fixedCount - place);
	if (!earlier || !later) return undefined;
	const fixed = [...earlier, ...later].sort((a, b) => a.known.first - b.known.first);
	return sameTexts([moment, ...fixed].map(({ name }) => name)) ? undefined : fixed;
}

/** A gap of the timeline in words, with the events that bound it. */
function gapAt(place: number, fixed: readonly Moment[]) {
	const bounds = fixed.slice(Math.max(0, place - 1), place + 1);
	const names = bounds.map(({ name }) => name).join(' and ');
	const relation = place === 0 ? 'Before' : place === fixed.length ? 'After' : 'Between';
	return { text: `${relation} ${names}`, bounds };
}

/** Places and sets of fixed events, in an order that depends on nothing but names. */
function* settings(id: string, moment: Moment, chronology: Chronology) {
	for (const attempt of [0, 1, 2, 3])
		for (const place of hashOrder(places, id, String)) {
			const fixed = fixedEvents(`${id}/${attempt}`, moment, place, chronology);
			if (fixed) yield { place, gaps: places.map((gap) => gapAt(gap, fixed)), fixed };
		}
}

/** A gap that stands out by its length, or by a word that the event's name has too. */
function tells(stem: string, gaps: readonly { text: string }[], place: number): boolean {
	const texts = gaps.map(({ text }) => text);
	const key = texts[place] ?? '';
	const others = texts.filter((text) => text !== key);
	return keyIsLongest(key, others) || echoes(stem, key, others).length > 0;
}

function write(moment: Moment, template: string, writing: Writing): Draft<'timeline'> | string {
	const { fact, name } = moment;
	const id = `${fact.id}.timeline.place`;
	const stem = word(template, fact, writing.index, {}, {}, { event: name });
	let why = 'fewer than three events around it whose days are apart';
	for (const { place, gaps, fixed } of settings(id, moment, chronologyOf(writing))) {
		if (tells(stem, gaps, place)) {
			why = 'the key stands out';
			continue;
		}
		const options = gaps.map(({ text, bounds }, gap) =>
			option(id, text, gap === place, whenRationale([moment, ...bounds], writing))
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
	return why;
}

/** Place on the timeline: an event among three others, each gap as often right as any other. */
export const writeTimelines: Writer<'timeline'> = (writing, drop) =>
	chronologyOf(writing).moments.flatMap((moment) => {
		const template = relationOf(moment.fact, writing.index).order?.place;
		if (template === undefined) return [];
		const draft = write(moment, template, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: `${moment.fact.id}.timeline.place`, why: draft });
		return [];
	});
