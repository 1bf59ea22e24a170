import { formatOn, precisionOf } from '../../facts/dates.ts';
import { choiceText } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue } from '../../facts/schema.ts';
import { dayFirst, word } from '../../facts/wording.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, levelOf, partId, type Draft, type Writer } from '../draft.ts';
import { askedSlots, namingFor, offer } from '../offer.ts';
import { askedValue, isCount, isDate } from '../values.ts';
import { singleOn } from './single.ts';

/** Stands for the gap while the sentence is worded: no wording has it. */
const gap = '\uE000';

const isInfinitive = (value: object): boolean =>
	'phrase' in value && /^to \p{Ll}/u.test(String(value.phrase));

/**
 * What of a value stays outside its gap: the preposition of a date, the "about" of a number. Undefined where the wording
 * says the value as anything but a noun phrase, name, date or number.
 */
function lead(value: RoleValue, mode: string | undefined): string | undefined {
	if (typeof value === 'object' && ('claim' in value || isInfinitive(value))) return undefined;
	if (mode === 'on' && isDate(value))
		return precisionOf(value.date) === 'interval'
			? undefined
			: `${formatOn(value.date).split(' ')[0]} `;
	if (mode !== undefined && mode !== 'plain') return undefined;
	return isCount(value) && value.qualifier === 'about' ? 'about ' : '';
}

/** The relation's sentence around the gap for one slot; undefined where the slot leaves no gap to be filled. */
function around(fact: Fact, slot: string, key: RoleValue, writing: Writing) {
	const { index } = writing;
	const { say } = relationOf(fact, index);
	const [place, ...more] = say.matchAll(new RegExp(`\\{${slot}(?:\\.([a-z-]+))?\\}`, 'g'));
	const before = place && lead(key, place[1]);
	if (!place || more.length > 0 || before === undefined) return undefined;
	const naming = namingFor(fact, slot, key, writing);
	const words = isDate(key) ? word(say, fact, index, naming.stem) : '';
	const template = dayFirst(say, words).replace(place[0], before + gap);
	const [left = '', right = ''] = `${word(template, fact, index, naming.stem)}.`.split(gap);
	return { left, right, naming };
}

/** "1" doesn't go with the plural that follows. */
const isPlural = (value: RoleValue): boolean =>
	!isCount(value) || value.unit !== undefined || value.count !== 1;

function write(fact: Fact, slot: string, writing: Writing): Draft<'cloze'> | string {
	const given = roleOf(fact, slot);
	if (given === undefined) return 'nothing to ask for';
	const key = askedValue(given);
	const sentence = around(fact, slot, key, writing);
	if (!sentence) return 'the slot is no noun phrase, name, date or number within the sentence';
	const single = singleOn(fact, slot, writing);
	if (typeof single === 'string') return `no single: ${single}`;
	const { left, right, naming } = sentence;
	if (left === '') return 'the gap would begin the sentence';
	const id = `${fact.id}.cloze.${slot}`;
	const show = (value: RoleValue) => choiceText(value, writing.index, naming.options);
	const taken = single.options.filter((one) => !one.key).map(({ text }) => text);
	const stem = `${left}…${right}`;
	const offered = offer(
		{ id, kind: 'cloze', fact, slot, key, stem, show, fits: isPlural, taken },
		writing
	);
	if (typeof offered === 'string') return offered;
	return {
		...common({
			id,
			kind: 'cloze',
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem: 'Complete the sentence.',
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: offered.options.map(({ rationale }) => rationale)
		}),
		parts: [left, right],
		gaps: [{ id: partId(id, slot), ...offered }]
	};
}

/** Cloze: a fact's sentence with a gap where a name, date, number or phrase stands; two or three wrong values offered. */
export const writeClozes: Writer<'cloze'> = (writing, drop) =>
	askedSlots(writing).flatMap(({ fact, slot }) => {
		const draft = write(fact, slot, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: `${fact.id}.cloze.${slot}`, why: draft });
		return [];
	});
