import { daysOf, overlap } from '../../facts/dates.ts';
import { nameOf, capitalise } from '../../facts/naming.ts';
import { need, roleOf } from '../../facts/pack.ts';
import type { Fact } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { areConfusable, relationOf, type Writing } from '../context.ts';
import { common, levelOf, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { hashOrder } from '../hash.ts';
import { rationaleOf } from '../rationale.ts';
import type { Rationale } from '../item.ts';
import { isDate } from '../values.ts';

/** Whether a person is seen in office at any time of the years in which the base dates what the list is about. */
function servedThen(id: string, fact: Fact, { index }: Writing): boolean {
	const { kind, roles = [] } = index.entity.get(id) ?? {};
	const { id: about = '', made = about } = index.entity.get(String(roleOf(fact, 'object'))) ?? {};
	if (kind !== 'person') return true;
	const years = (index.factsByEntity.get(made) ?? [])
		.map((one) => roleOf(one, 'object'))
		.filter(isDate)
		.map(({ date }) => daysOf(date.slice(0, 4)));
	const terms = roles.map(({ seen: [from, to] }) => ({
		first: daysOf(from).first,
		last: daysOf(to).last
	}));
	const inOffice = years.every((year) => terms.some((term) => overlap(term, year)));
	return inOffice && years.length > 0;
}

/** Who is known not to belong: named so, or outside a list that is whole. */
function outsiders(fact: Fact, subjects: string[], writing: Writing): [string, Rationale][] {
	const { index, confusable } = writing;
	const named = Object.entries(fact.not).map(([entity, shownBy]): [string, Rationale] => [
		entity,
		rationaleOf(need(index.fact, shownBy, 'fact'))
	]);
	if (!fact.complete) return named;
	const kind = index.entity.get(subjects[0] ?? '')?.kind;
	const groups = subjects.flatMap((subject) => index.entity.get(subject)?.confusable ?? []);
	const neighbours = new Set(groups.flatMap((name) => confusable.get(name) ?? []));
	const others = [...neighbours].filter(
		(id) =>
			index.entity.get(id)?.kind === kind &&
			!subjects.includes(id) &&
			!(id in fact.not) &&
			id !== fact['object'] &&
			servedThen(id, fact, writing) &&
			// Like most of the list, not just like one of them; an aide is no head of state.
			subjects.filter((subject) => areConfusable(subject, id, writing)).length >=
				subjects.length * (kind === 'person' ? 1 : 0.5)
	);
	return [...named, ...others.map((id): [string, Rationale] => [id, rationaleOf(fact)])];
}

function write(fact: Fact, variant: number, writing: Writing): Draft<'several'> | string {
	const { index } = writing;
	const template = relationOf(fact, index).ask['subjects'];
	const subjects = fact.subjects ?? [];
	if (template === undefined) return 'the relation asks for no list';
	const id = `${fact.id}.several.subjects${variant === 0 ? '' : `.${variant}`}`;
	const out = hashOrder(outsiders(fact, subjects, writing), id, ([entity]) => entity).slice(0, 3);
	if (out.length < 2) return 'fewer than two proved distractors';
	// Never more keys than distractors: whoever ticks all of them gains nothing.
	const most = Math.min(variant === 0 ? 3 : 2, out.length);
	const inside = hashOrder(subjects, id, (subject) => subject).slice(0, most);
	if (inside.length < 2) return 'a list of one';
	const text = (entity: string) =>
		capitalise(nameOf(need(index.entity, entity, 'entity'), { plain: true }));
	const options = [
		...inside.map((entity) => option(id, text(entity), true, rationaleOf(fact))),
		...out.map(([entity, proof]) => option(id, text(entity), false, proof))
	];
	return {
		...common({
			id,
			kind: 'several',
			level: levelOf(fact, 'subjects', writing),
			slot: `${fact.id}.subjects`,
			stem: word(template, fact, index),
			from: [fact],
			asks: [`${fact.id}.subjects`],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** Several right: members of a list, beside those who are known not to belong. */
export const writeSeveral: Writer<'several'> = (writing, drop) =>
	writing.index.pack.facts
		.filter(({ subjects, standing }) => subjects && standing === 'established')
		.flatMap((fact) =>
			[0, 1].slice(0, (fact.subjects?.length ?? 0) > 3 ? 2 : 1).flatMap((variant) => {
				const draft = write(fact, variant, writing);
				if (typeof draft !== 'string') return [draft];
				drop({ id: `${fact.id}.several`, why: draft });
				return [];
			})
		);
