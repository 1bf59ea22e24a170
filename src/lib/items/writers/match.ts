import { capitalise, nameUnlike, optionText, valueText } from '../../facts/naming.ts';
import { word } from '../../facts/wording.ts';
import { need, roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue } from '../../facts/schema.ts';
import { neighboursByValue, neighboursInTopic, relationOf, type Writing } from '../context.ts';
import { common, partId, scrambled, type Draft, type Writer } from '../draft.ts';
import { isFamous } from '../famous.ts';
import { echoes, sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { proveWrong } from '../proofs.ts';
import { rationaleOf } from '../rationale.ts';
import { askedValue, datedLike, isDate, isPlace } from '../values.ts';

const rowCount = 4;
const reach = 12;

interface Pair {
	fact: Fact;
	row: string;
	option: string;
	value: RoleValue;
}

/** A fact as a row and its option, worded so that neither tells the other; dates as exact as the example. */
function pairOf(fact: Fact, writing: Writing, example?: RoleValue): Pair | undefined {
	const { index } = writing;
	const match = relationOf(fact, index).match;
	const row = match && roleOf(fact, match.rows);
	const given = match && roleOf(fact, match.options);
	if (row === undefined || given === undefined) return undefined;
	if (isFamous(row, index) || isFamous(given, index)) return undefined;
	const value = isDate(given) && isDate(example) ? datedLike(given, example) : askedValue(given);
	if (value === undefined) return undefined;
	const naming = { undated: true, plain: true, unplaced: isPlace(value, index) };
	const by = roleOf(fact, 'by');
	const rowText =
		typeof row === 'string' && typeof by === 'string'
			? nameUnlike(need(index.entity, row, 'entity'), index.entity.get(by)?.side)
			: capitalise(valueText(row, index, naming));
	const option = optionText(value, index, naming);
	if (isDate(value) && /\d/.test(rowText)) return undefined;
	return echoes(rowText, option, []).length > 0 ? undefined : { fact, row: rowText, option, value };
}

/** Of rows that are persons: their side, which would tell the office. */
function sideOfPerson(fact: Fact, role: string, { index }: Writing): string | undefined {
	const row = roleOf(fact, role);
	const entity = typeof row === 'string' ? index.entity.get(row) : undefined;
	return entity?.kind === 'person' ? entity.side : undefined;
}

/** Whether two facts have the same in a role: of a date, the year. */
function sameRole(fact: Fact, other: Fact, role: string): boolean {
	const [a, b] = [fact, other].map((one) => roleOf(one, role));
	return isDate(a) && isDate(b) ? a.date.slice(0, 4) === b.date.slice(0, 4) : a === b;
}

function write(anchor: Fact, writing: Writing): Draft<'match'> | string {
	const { index } = writing;
	const match = relationOf(anchor, index).match;
	const id = `${anchor.id}.match.${match?.options}`;
	const first = pairOf(anchor, writing);
	if (!match || !first) return 'row and option tell each other';
	const fitting = (list: Fact[]) =>
		list.filter(
			(fact) =>
				fact.relation === anchor.relation &&
				fact.standing === 'established' &&
				match.same.every((role) => sameRole(fact, anchor, role)) &&
				sideOfPerson(fact, match.rows, writing) === sideOfPerson(anchor, match.rows, writing)
		);
	const near = fitting(neighboursInTopic(anchor, writing, reach * 2)).slice(0, reach);
	// What no neighbour of the matter lends, one with the nearest date may: as an option beside four rows.
	const spare = fitting(neighboursByValue(anchor, writing, reach));
	const pairs = [first];
	for (const fact of [...hashOrder(near, id, (one) => one.id), ...spare]) {
		if (pairs.length > rowCount || (pairs.length < rowCount && fact.topic !== anchor.topic)) break;
		const pair = pairOf(fact, writing, first.value);
		const fits =
			pair &&
			!sameTexts([...pairs.map(({ row }) => row), pair.row]) &&
			!sameTexts([...pairs.map(({ option }) => option), pair.option]) &&
			pairs.every(
				(other) =>
					proveWrong(other.fact, match.options, pair.value, pair.fact, writing) &&
					proveWrong(pair.fact, match.options, other.value, other.fact, writing)
			);
		if (fits) pairs.push(pair);
	}
	if (pairs.length < rowCount) return 'fewer than four pairs';
	// The pair beyond the rows lends its option only, so that the last row is not left over.
	const rows = pairs.slice(0, rowCount);
	const facts = rows.map(({ fact }) => fact);
	const rationales = rows.map(({ fact }) => rationaleOf(fact));
	const natural = (a: Pair, b: Pair) =>
		isDate(a.value) && isDate(b.value) ? a.value.date.localeCompare(b.value.date) : 0;
	const options = pairs.map((pair) => ({ id: partId(id, pair.option), text: pair.option, pair }));
	const shown = isDate(first.value)
		? options.sort((a, b) => natural(a.pair, b.pair))
		: scrambled(options);
	return {
		...common({
			id,
			kind: 'match',
			level: match.level,
			slot: `${facts
				.map((fact) => fact.id)
				.sort()
				.join('+')}.match`,
			stem: word(match.ask, anchor, index, { undated: true }),
			from: [anchor, ...facts.slice(1)],
			asks: facts.map((fact) => `${fact.id}.${match.options}`),
			rationales
		}),
		rows: scrambled(
			rows.map(({ row, option, fact }) => ({
				id: partId(id, row),
				text: row,
				key: partId(id, option),
				rationale: rationaleOf(fact)
			}))
		),
		options: shown.map(({ id, text }) => ({ id, text }))
	};
}

/** Matching: four established facts of one relation and topic, rows to options, one option more than rows where possible. */
export const writeMatches: Writer<'match'> = (writing, drop) => {
	const slots = new Set<string>();
	return writing.keyable
		.filter((fact) => relationOf(fact, writing.index).match && fact.standing === 'established')
		.flatMap((anchor) => {
			const draft = write(anchor, writing);
			if (typeof draft === 'string') {
				drop({ id: `${anchor.id}.match`, why: draft });
				return [];
			}
			if (slots.has(draft.slot)) return [];
			slots.add(draft.slot);
			return [draft];
		});
};
