import { capitalise } from '../../facts/naming.ts';
import { word } from '../../facts/wording.ts';
import { chronologyOf, type Chronology } from '../chronology.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { echoes, keyIsLongest, sameTexts } from '../flaws/options.ts';
import { hash, hashOrder } from '../hash.ts';
import { whenRationale, type Moment } from '../moments.ts';

const sides = ['before', 'after'] as const;
type Side = (typeof sides)[number];
const other = { before: 'after', after: 'before' } as const satisfies Record<Side, Side>;

/** So many keys, and never fewer distractors: whoever ticks all of them gains nothing (marks fall for each wrong tick). */
const keyCounts = [2, 3] as const;
const leastWrong = 3;
/** Of each side, the nearest ones are drawn from. */
const reach = 7;
const tries = 8;
/** The two questions about an event share no more options than these. */
const mostShared = 2;

const nameOf = ({ name }: Moment): string => capitalise(name);

interface Chosen {
	keys: Moment[];
	wrong: Moment[];
}

/** So many events, no two of one episode: who knows one of them would know the other. */
function drawn(
	near: readonly Moment[],
	name: string,
	count: number,
	taken: Moment[],
	{ alike }: Chronology
) {
	const set: Moment[] = [];
	for (const one of hashOrder(near.slice(0, reach), name, ({ fact }) => fact.id))
		if (set.length < count && [...taken, ...set].every((other) => !alike(one, other)))
			set.push(one);
	return set;
}

/** Sets of options in an order that depends on nothing but names. */
function* sets(id: string, side: Side, moment: Moment, chronology: Chronology): Generator<Chosen> {
	const around = chronology.around(moment);
	for (let attempt = 0; attempt < tries; attempt++) {
		const name = `${id}/${attempt}`;
		const count = keyCounts[hash(name) % keyCounts.length] ?? keyCounts[0];
		const keys = drawn(around[side], name, count, [], chronology);
		const wrong = drawn(around[other[side]], name, Math.max(leastWrong, count), keys, chronology);
		if (keys.length >= 2 && wrong.length >= keys.length) yield { keys, wrong };
	}
}

function flawOf(stem: string, { keys, wrong }: Chosen): string | undefined {
	const [right, distractors] = [keys.map(nameOf), wrong.map(nameOf)];
	if (sameTexts([...right, ...distractors])) return 'same-texts';
	if (echoes(stem, right.join(' '), distractors).length > 0) return 'echo';
	const shortest = [...right].sort((a, b) => a.length - b.length)[0] ?? '';
	return keyIsLongest(shortest, distractors) ? 'longest-is-key' : undefined;
}

function write(
	moment: Moment,
	side: Side,
	used: ReadonlySet<string>,
	writing: Writing
): Draft<'several'> | string {
	const { fact, name } = moment;
	if (name.includes(side)) return 'its name says so';
	const template = relationOf(fact, writing.index).order?.[side];
	if (template === undefined) return 'the relation does not ask for it';
	const id = `${fact.id}.several.${side}`;
	const stem = word(template, fact, writing.index, {}, {}, { event: name });
	let flaw = 'fewer than two events on a side';
	for (const chosen of sets(id, side, moment, chronologyOf(writing))) {
		const shared = [...chosen.keys, ...chosen.wrong].filter((one) => used.has(one.fact.id));
		const found = shared.length > mostShared ? 'too like the other' : flawOf(stem, chosen);
		if (found) flaw = found;
		else return draft(id, stem, moment, side, chosen);
	}
	return flaw;
}

function draft(
	id: string,
	stem: string,
	moment: Moment,
	side: Side,
	{ keys, wrong }: Chosen
): Draft<'several'> {
	const all = [...keys, ...wrong];
	const ids = all.map(({ fact }) => fact.id);
	const options = all.map((one, at) =>
		option(id, nameOf(one), at < keys.length, whenRationale([one, moment]))
	);
	return {
		...common({
			id,
			kind: 'several',
			level: 'understanding',
			slot: `${moment.fact.id}.${side}.${[...ids].sort().join('+')}`,
			stem,
			from: [moment.fact, ...all.map(({ fact }) => fact)],
			asks: ids.map((one) => `${one}.${side}`),
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** Which of these came before an event, and which after: events of the time, some on either side of it. */
export const writeBeforeAfter: Writer<'several'> = (writing, drop) =>
	chronologyOf(writing).moments.flatMap((moment) => {
		const used = new Set<string>();
		return sides.flatMap((side) => {
			const draft = write(moment, side, used, writing);
			if (typeof draft === 'string') {
				drop({ id: `${moment.fact.id}.several.${side}`, why: draft });
				return [];
			}
			for (const fact of draft.facts) if (fact !== moment.fact.id) used.add(fact);
			return [draft];
		});
	});
