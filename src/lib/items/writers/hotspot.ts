import { distanceKm } from '../../facts/gazetteer.ts';
import type { MapQuestions, QuestionMap } from '../../facts/map-questions.ts';
import { nameOf } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Entity, Fact, Level } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { echoes, optionFlaw } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import type { Rationale } from '../item.ts';
import { proveWrong } from '../proofs.ts';
import { rationaleOf } from '../rationale.ts';
import {
	areApart,
	inView,
	landmarksBeside,
	spotsOf,
	spotText,
	toldApart,
	type Landmark,
	type Spot
} from '../spots.ts';

/** What is to be found on a map. */
interface Question {
	id: string;
	slot: string;
	level: Level;
	fact: Fact;
	stem: string;
	key: Spot;
	/** Why a place is the right one, or is not; undefined when that can't be shown. */
	judge: (spot: Spot) => Rationale | undefined;
	/** Only places that could be mixed up with the key may be offered: what happened tells of what sort it is. */
	alike: boolean;
}

/** A map with the spots to choose from, the key first. */
interface Setting {
	map: QuestionMap;
	spots: readonly Spot[];
	landmarks: readonly Landmark[];
}

const [nearest, attempts] = [10, 12] as const;

/** Those of some spots that can stand on a map as wrong options, nearest first. */
function nearby({ key, judge }: Question, spots: Iterable<Spot>, map: QuestionMap): Spot[] {
	return [...spots]
		.filter((spot) => inView(spot.at, map) && areApart(spot, key, map) && judge(spot))
		.map((spot) => ({ spot, km: distanceKm(spot.at, key.at) }))
		.sort((a, b) => a.km - b.km)
		.map(({ spot }) => spot);
}

/** The spots of the places that share a confusable group with a place. */
function matesOf(place: Entity, writing: Writing): Spot[] {
	const ids = new Set(place.confusable.flatMap((name) => writing.confusable.get(name) ?? []));
	return [...ids].flatMap((id) => spotsOf(writing).get(id) ?? []);
}

/** So many spots far enough from each other, in an order that depends on nothing but names. */
function drawn(name: string, near: readonly Spot[], count: number, map: QuestionMap) {
	const set: Spot[] = [];
	for (const spot of hashOrder(near, name, ({ place }) => place.id))
		if (set.length < count && set.every((one) => areApart(one, spot, map))) set.push(spot);
	return set.length === count ? set : undefined;
}

/**
 * The spots to choose from, best first: what could be mixed up with the key comes before all others, what may be drawn as
 * a landmark after them. All others are looked at only where they are needed.
 */
function* pools(question: Question, map: QuestionMap, writing: Writing): Generator<Spot[]> {
	const { key, alike } = question;
	const unnamed = (list: Spot[]) => list.filter(({ place }) => !map.landmarks.includes(place.id));
	const mates = nearby(question, matesOf(key.place, writing), map);
	yield unnamed(mates);
	yield mates;
	if (alike) return;
	const all = nearby(question, spotsOf(writing).values(), map);
	yield unnamed(all);
	yield all;
}

/** What a map can show: three other spots, or two. */
function* settings(question: Question, map: QuestionMap, writing: Writing): Generator<Setting> {
	const { id, key } = question;
	for (const count of [3, 2])
		for (const pool of pools(question, map, writing))
			for (let attempt = 0; attempt < attempts; attempt++) {
				const set = drawn(`${id}/${attempt}`, pool.slice(0, nearest), count, map);
				if (!set) continue;
				const spots = [key, ...set];
				for (const landmarks of landmarksBeside(spots, map, writing))
					yield { map, spots, landmarks };
			}
}

function flawOf(stem: string, texts: readonly string[]): string | undefined {
	const [key = '', ...distractors] = texts;
	const alike = texts.some((one, at) => texts.slice(0, at).some((other) => !toldApart(one, other)));
	if (alike) return 'spots not told apart in words';
	if (texts.some((text) => echoes(stem, text, []).length > 0)) return 'echo';
	return optionFlaw(stem, key, distractors);
}

/** The first setting without a flaw, or what stands against it. */
function settingFor(question: Question, maps: readonly QuestionMap[], writing: Writing) {
	let why = 'fewer than two other spots that are far enough apart, on a map with two landmarks';
	for (const map of maps.filter((one) => inView(question.key.at, one)))
		for (const setting of settings(question, map, writing)) {
			const texts = setting.spots.map((spot) => spotText(spot, setting.landmarks));
			const flaw = flawOf(question.stem, texts);
			if (!flaw) return { ...setting, texts };
			why = flaw;
		}
	return why;
}

function write(
	question: Question,
	asked: MapQuestions,
	writing: Writing
): Draft<'hotspot'> | string {
	const { id, slot, level, fact, stem, key, judge } = question;
	const setting = settingFor(question, asked.maps, writing);
	if (typeof setting === 'string') return setting;
	const { map, spots, texts, landmarks } = setting;
	const options = spots.map((spot, at) => {
		const { text, ...why } = judge(spot) ?? rationaleOf(fact);
		const here = asked.here.replace('{place}', nameOf(spot.place));
		return option(id, texts[at] ?? '', spot === key, { ...why, text: `${here} ${text}` });
	});
	return {
		...common({
			...{ id, kind: 'hotspot', level, slot, stem },
			from: [fact],
			asks: [slot],
			// The map shows where its landmarks lie.
			printed: landmarks.flatMap((one) => spotsOf(writing).get(one.id)?.anchor.id ?? []),
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false,
		map: {
			...{ id: map.id, format: map.format, box: map.box, note: asked.note },
			landmarks: landmarks.map(({ name, at }) => ({ name, at }))
		},
		spots: Object.fromEntries(options.map(({ id }, at) => [id, spots[at]?.at ?? key.at]))
	};
}

/** Every place by its names: all others lie elsewhere. */
function aboutPlaces({ ask, obvious }: MapQuestions, writing: Writing): Question[] {
	return [...spotsOf(writing).values()]
		.filter(({ place }) => !obvious.includes(place.id))
		.map((key) => ({
			id: `${key.anchor.id}.hotspot.${key.place.id}`,
			slot: `${key.anchor.id}.spot.${key.place.id}`,
			level: 'recall',
			fact: key.anchor,
			stem: ask.replace('{place}', nameOf(key.place)),
			key,
			judge: ({ anchor }) => rationaleOf(anchor),
			alike: false
		}));
}

/** The place in a role of a fact, without its name: where something happened, or is. */
function aboutRoles(writing: Writing): Question[] {
	const { index, keyable } = writing;
	return keyable.flatMap((fact) => {
		const { spot: asking } = relationOf(fact, index);
		const place = asking && roleOf(fact, asking.place);
		const key = typeof place === 'string' ? spotsOf(writing).get(place) : undefined;
		if (!asking || !key) return [];
		return {
			id: `${fact.id}.hotspot.${asking.place}`,
			slot: `${fact.id}.spot`,
			level: asking.level,
			fact,
			stem: word(asking.ask, fact, index, { unplaced: true }),
			key,
			judge: (spot) =>
				spot === key
					? rationaleOf(fact)
					: proveWrong(fact, asking.place, spot.place.id, undefined, writing),
			alike: true
		} satisfies Question;
	});
}

/** Whether a question names the place that it asks for. */
const tells = ({ stem, key: { place } }: Question): boolean =>
	[place.name, ...place.aliases, ...Object.values(place.names)]
		.flatMap((name) => name.split(' / '))
		.some((name) => stem.includes(name));

/** Place on the map: a place by its names, or by what happened there, among others of the same map. */
export const writeHotspots: Writer<'hotspot'> = (writing, drop) => {
	const { mapQuestions } = writing.index.pack;
	if (!mapQuestions) return [];
	const veiled = aboutRoles(writing).filter((question) => {
		if (tells(question)) drop({ id: question.id, why: 'the question names the place' });
		return !tells(question);
	});
	return [...aboutPlaces(mapQuestions, writing), ...veiled].flatMap((question) => {
		const draft = write(question, mapQuestions, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: question.id, why: draft });
		return [];
	});
};
