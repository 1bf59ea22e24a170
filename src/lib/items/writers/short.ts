import { daysOf, overlap } from '../../facts/dates.ts';
import { capitalise, valueText } from '../../facts/naming.ts';
import { group, roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue } from '../../facts/schema.ts';
import { listText, word } from '../../facts/wording.ts';
import { isTyped, relationOf, type Writing } from '../context.ts';
import { common, levelOf, type Draft, type Writer } from '../draft.ts';
import { tellingWords } from '../flaws/telling.ts';
import { hashOrder } from '../hash.ts';
import { startNames, type Names } from '../names.ts';
import { namingFor } from '../offer.ts';
import { rationaleOf } from '../rationale.ts';
import { askedValue, isDate, valueName } from '../values.ts';

/** A question for one name. */
interface Question {
	id: string;
	fact: Fact;
	slot: string;
	key: RoleValue;
	stem: string;
}

/** Of a list, so many members are asked for, each beside all others. */
const fromList = 2;
/** Beside more names than these nobody is asked for the one that is left. */
const longestList = 6;

/** Who else is on a whole list: one member is asked for, the question names the others. */
function aboutLists(fact: Fact, writing: Writing): Question[] {
	const { index } = writing;
	const { subjects = [], complete, standing } = fact;
	const asking = relationOf(fact, index).short['subjects'];
	if (!asking || !complete || standing !== 'established' || subjects.length > longestList)
		return [];
	const name = (id: string) => valueText(id, index, { plain: true });
	return hashOrder(subjects, `${fact.id}.short`, String)
		.slice(0, fromList)
		.map((key) => {
			const others = listText(subjects.filter((one) => one !== key).map(name));
			const kind = index.entity.get(key)?.kind ?? '';
			const stem = word(asking.kinds[kind] ?? asking.ask, fact, index, {}, {}, { others });
			return { id: `${fact.id}.short.subjects.${key}`, fact, slot: 'subjects', key, stem };
		});
}

/** A question for the name in each role that the relation asks for. */
function aboutRoles(fact: Fact, writing: Writing): Question[] {
	const { index } = writing;
	const relation = relationOf(fact, index);
	const value = roleOf(fact, relation.value);
	const shown = value === undefined ? {} : { [relation.value]: askedValue(value) };
	return Object.entries(relation.short).flatMap(([slot, { ask }]) => {
		const key = roleOf(fact, slot);
		if (key === undefined || (typeof key === 'object' && !('phrase' in key))) return [];
		const stem = word(ask, fact, index, namingFor(fact, slot, key, writing).stem, shown);
		return [{ id: `${fact.id}.short.${slot}`, fact, slot, key, stem }];
	});
}

/** What a question says, its days left out. */
function said({ fact, slot }: Question, writing: Writing): string {
	const { key, value } = relationOf(fact, writing.index);
	const rest = [...key, value].filter((role) => role !== slot).sort();
	const values = rest.map((role) => roleOf(fact, role)).filter((one) => !isDate(one));
	return [fact.relation, slot, ...values.map((one) => (one ? valueName(one) : ''))].join(';');
}

function daysMeet(a: Fact, b: Fact): boolean {
	const [one, two] = [a, b].map((fact) => roleOf(fact, 'as-of'));
	return !isDate(one) || !isDate(two) || overlap(daysOf(one.date), daysOf(two.date));
}

/** Whether others hold the same at the same time: an office that several hold, or another fact that says so. */
function isShared(asked: Question, alike: readonly Question[], { index }: Writing): boolean {
	const { fact, slot, key } = asked;
	if (slot === 'subjects') return false;
	const value = roleOf(fact, relationOf(fact, index).value);
	const roles = typeof key === 'string' ? (index.entity.get(key)?.roles ?? []) : [];
	const office = typeof value === 'object' && 'phrase' in value ? value.phrase : undefined;
	if (roles.some((role) => role.shared && role.office === office)) return true;
	return alike.some(
		(other) => valueName(other.key) !== valueName(key) && daysMeet(other.fact, fact)
	);
}

/** Whether the answer is of the groups in which the question looks for it. */
function isAmong({ fact, slot, key }: Question, { index }: Writing): boolean {
	const among = relationOf(fact, index).short[slot]?.among ?? [];
	const groups = typeof key === 'string' ? (index.entity.get(key)?.confusable ?? []) : [];
	return among.length === 0 || groups.some((name) => among.includes(name));
}

function write(asked: Question, names: Names, writing: Writing): Draft<'short'> | string {
	const { id, fact, slot, key, stem } = asked;
	const { names: own, ...typed } = names(fact, key);
	const inStem = tellingWords(stem);
	if (own.some((name) => [...tellingWords(name)].some((one) => inStem.has(one))))
		return 'the question says a word of the answer';
	const rationale = rationaleOf(fact);
	return {
		...common({
			id,
			kind: 'short',
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem,
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: [rationale]
		}),
		key: capitalise(valueText(key, writing.index, { plain: true })),
		...typed,
		rationale
	};
}

/** Short answer: a name to be typed in, where exactly one is right and the question makes clear which is wanted. */
export const writeShorts: Writer<'short'> = (writing, drop) => {
	const asked = writing.keyable
		.filter(isTyped)
		.flatMap((fact) => [...aboutRoles(fact, writing), ...aboutLists(fact, writing)]);
	const alike = group(asked, (one) => [said(one, writing)]);
	const names = startNames(writing);
	return asked.flatMap((one) => {
		const fault = !isAmong(one, writing)
			? 'not among those whom the question asks for'
			: isShared(one, alike.get(said(one, writing)) ?? [], writing)
				? 'more than one name is right'
				: undefined;
		const draft = fault ?? write(one, names, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: one.id, why: draft });
		return [];
	});
};
