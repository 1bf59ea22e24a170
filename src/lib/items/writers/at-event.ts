import { daysOf, overlap, type Days } from '../../facts/dates.ts';
import { capitalise, nameOf } from '../../facts/naming.ts';
import { group, need, roleOf } from '../../facts/pack.ts';
import type { Entity, Fact } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { choose } from '../choose.ts';
import { chronologyOf } from '../chronology.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Dropped, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import type { Rationale } from '../item.ts';
import { whenRationale, type Moment } from '../moments.ts';
import { rationaleOf } from '../rationale.ts';

/** A person in an office, with the days between which sources show it. */
interface Tenure {
	fact: Fact;
	person: Entity;
	office: string;
	/** The body of the office. */
	of: string | undefined;
	first: number;
	last: number;
	/** The days of which any may belong to the tenure: within them the person is no wrong answer. */
	outer: Days;
}

/** At most so many events a tenure. */
const perTenure = 4;
/** With fewer others who have held the office, those who don't know still know. */
const leastOthers = 2;

/** The tenure that an established fact shows; whoever is only known for a day held it on that day. */
function tenureOf(fact: Fact, { index }: Writing): Tenure | undefined {
	const relation = relationOf(fact, index);
	const [holder, office] = [relation['at-event']?.asks, relation.value].map(
		(role) => role && roleOf(fact, role)
	);
	const day = fact['as-of'];
	if (typeof holder !== 'string' || typeof office !== 'object' || !('phrase' in office) || !day)
		return undefined;
	const person = need(index.entity, holder, 'entity');
	const role = person.roles.find((one) => one.office === office.phrase);
	const [from, to] = role?.seen ?? [day, day];
	// Within the first and the last month or year it may have been another's: only what lies inside is sure.
	const inside = { first: daysOf(from).last, last: daysOf(to).first };
	const days = inside.first < inside.last ? inside : daysOf(day);
	const outer = { first: daysOf(from).first, last: daysOf(to).last };
	return { fact, person, office: office.phrase, of: role?.of, ...days, outer };
}

const held = ({ known }: Moment, { first, last }: Tenure): boolean =>
	first <= known.first && known.last <= last;

/** "From 2007 to 2020" does not show that somebody was out of office in the last months of 2020. */
const mayHaveHeld = ({ known }: Moment, { outer }: Tenure): boolean => overlap(known, outer);

/** When a person held the office, and when the event was. */
function shown(tenure: Tenure, moment: Moment): Rationale {
	const [office, event] = [rationaleOf(tenure.fact), whenRationale([moment])];
	return {
		text: `${office.text} ${event.text}`,
		facts: [...office.facts, ...event.facts],
		sources: [...office.sources, ...event.sources]
	};
}

/** Events by which a holder is asked for: in topics of the holder or the body, on no day of another holder. */
function eventsFor(tenure: Tenure, others: Tenure[], writing: Writing): Moment[] {
	const { factsByEntity } = writing.index;
	const own = [tenure.of, tenure.person.id].flatMap((id) =>
		id === undefined ? [] : (factsByEntity.get(id) ?? [])
	);
	const topics = new Set(own.map(({ topic }) => topic));
	const { inTopic } = chronologyOf(writing);
	const fitting = [...topics]
		.flatMap(inTopic)
		.filter(
			(moment) => held(moment, tenure) && !others.some((other) => mayHaveHeld(moment, other))
		);
	return hashOrder(fitting, tenure.fact.id, ({ fact }) => fact.id).slice(0, perTenure);
}

function write(
	tenure: Tenure,
	moment: Moment,
	others: Tenure[],
	writing: Writing
): Draft<'single'> | Dropped {
	const { index } = writing;
	const { fact } = tenure;
	const id = `${fact.id}.single.at-event.${moment.fact.id}`;
	const template = relationOf(fact, index)['at-event']?.ask ?? '';
	const event = roleOf(moment.fact, relationOf(moment.fact, index).order?.of ?? '') ?? '';
	const stem = word(template, fact, index, { undated: true }, { event });
	const name = ({ person }: Tenure) => capitalise(nameOf(person, { plain: true }));
	const candidates = others.map((of) => ({ text: name(of), order: undefined, of }));
	let flaw = '';
	const chosen = choose(id, undefined, candidates, (set) => {
		const texts = set.map(({ text }) => text);
		flaw = optionFlaw(stem, name(tenure), texts) ?? '';
		return flaw === '';
	});
	if (!chosen) return { id, why: flaw };
	const options = [
		option(id, name(tenure), true, shown(tenure, moment)),
		...chosen.map(({ text, of }) => option(id, text, false, shown(of, moment)))
	];
	return {
		...common({
			id,
			kind: 'single',
			level: 'understanding',
			slot: `${fact.id}.at-event.${moment.fact.id}`,
			stem,
			from: [fact, moment.fact],
			asks: [`${fact.id}.at-event`],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** Who held an office when an event happened: offices of which the sources show several holders, one after another. */
export const writeAtEvent: Writer<'single'> = (writing, drop) => {
	const tenures = writing.keyable.flatMap((fact) => tenureOf(fact, writing) ?? []);
	const byOffice = group(tenures, ({ office }) => [office]);
	return [...byOffice.values()].flatMap((all) => {
		const holders = [...new Map(all.map((tenure) => [tenure.person.id, tenure])).values()];
		if (holders.length <= leastOthers) return [];
		return holders.flatMap((tenure) => {
			const others = holders.filter((other) => other !== tenure);
			return eventsFor(tenure, others, writing).flatMap((moment) => {
				const draft = write(tenure, moment, others, writing);
				if (!('why' in draft)) return [draft];
				drop(draft);
				return [];
			});
		});
	});
};
