import { daysOf } from '../dates.ts';
import { dayOf } from '../pack.ts';
import type { Fact } from '../schema.ts';
import { isSide, type CheckContext } from './context.ts';
import { checkRoles } from './fact-roles.ts';
import { checkWording, checkWords } from './fact-words.ts';

function checkStanding(fact: Fact, { index, report }: CheckContext): void {
	const say = (path: string[], code: string, message: string) =>
		report('facts', fact.id, path, code, message);
	if (fact.standing !== 'established' && !fact.attribution)
		say(
			['standing'],
			'no-speaker',
			`${fact.id} is ${fact.standing}: say who says so and on which day, attribution: { by, as-of }.`
		);
	if (fact.against !== undefined && !isSide(fact.against, index))
		say(
			['against'],
			'unknown-side',
			`${fact.id}: "${fact.against}" is neither an entity nor a side of sourcebook.yaml.`
		);
	if (fact.attribution && !index.entity.has(fact.attribution.by))
		say(
			['attribution'],
			'unknown-entity',
			`${fact.id}: there is no entity "${fact.attribution.by}".`
		);
	if (fact.standing === 'contested' && fact.contradicts.length === 0)
		say(
			['standing'],
			'no-counterpart',
			`${fact.id} is contested: name the fact that holds the other position in contradicts.`
		);
	for (const other of fact.implies.filter((other) => !index.fact.has(other)))
		say(['implies'], 'unknown-fact', `${fact.id} implies "${other}", which does not exist.`);
	for (const other of fact.contradicts) {
		const counterpart = index.fact.get(other);
		if (!counterpart)
			say(
				['contradicts'],
				'unknown-fact',
				`${fact.id} contradicts "${other}", which does not exist.`
			);
		else if (!counterpart.contradicts.includes(fact.id))
			say(
				['contradicts'],
				'one-sided',
				`${fact.id} contradicts ${other}, but not the other way round: name both in each other.`
			);
	}
}

function checkDays(fact: Fact, { index, report }: CheckContext): void {
	const earlier = fact.follows === undefined ? undefined : index.fact.get(fact.follows);
	if (fact.follows !== undefined && !earlier)
		report(
			'facts',
			fact.id,
			['follows'],
			'unknown-fact',
			`${fact.id} follows "${fact.follows}", which does not exist.`
		);
	const [before, after] = [earlier && dayOf(earlier), dayOf(fact)];
	if (before !== undefined && after !== undefined && after <= before)
		report(
			'facts',
			fact.id,
			['follows'],
			'chain-order',
			`${fact.id} follows ${fact.follows} but is not later: check the days of the two.`
		);

	const day = fact.attribution?.['as-of'] ?? fact['as-of'];
	// A relation of a person and a phrase on a day says who held which office.
	const { subject, object, 'as-of': on } = index.pack.relations[fact.relation]?.roles ?? {};
	const isOffice = subject === 'person' && object === 'phrase' && on === 'date';
	for (const holder of [fact.attribution?.by, isOffice ? fact['subject'] : undefined]) {
		const person = typeof holder === 'string' ? index.entity.get(holder) : undefined;
		if (day === undefined || person?.kind !== 'person' || person.roles.length === 0) continue;
		const { first } = daysOf(day);
		const seen = person.roles.some(
			({ seen: [from, to] }) => daysOf(from).first <= first && first <= daysOf(to).last
		);
		if (!seen)
			report(
				'facts',
				fact.id,
				[fact.attribution ? 'attribution' : 'as-of'],
				'outside-office',
				`${fact.id}: on ${day} no role of ${person.name} is known; mend the day, or the role's "seen".`
			);
	}
}

function checkChange({ id, changes }: Fact, { index, report }: CheckContext): void {
	if (changes !== undefined && !index.fact.has(changes))
		report(
			'facts',
			id,
			['changes'],
			'unknown-fact',
			`${id} changes "${changes}", which does not exist.`
		);
}

function checkLists(fact: Fact, { index, report }: CheckContext): void {
	if (fact.complete && !fact.subjects)
		report(
			'facts',
			fact.id,
			['complete'],
			'no-list',
			`${fact.id} is complete, but has no list of subjects.`
		);
	for (const [entity, shownBy] of Object.entries(fact.not)) {
		if (!index.entity.has(entity))
			report(
				'facts',
				fact.id,
				['not'],
				'unknown-entity',
				`${fact.id}: there is no entity "${entity}".`
			);
		if (!index.fact.has(shownBy))
			report(
				'facts',
				fact.id,
				['not', entity],
				'unknown-fact',
				`${fact.id}: there is no fact "${shownBy}" to show it.`
			);
	}
}

/** Facts: roles against the relation, speakers, counterparts, words, days and lists. */
export function checkFacts(context: CheckContext): void {
	const { index, report } = context;
	const topics = new Set(index.pack.sourcebook.topics.map(({ id }) => id));
	for (const fact of index.pack.facts) {
		const relation = index.pack.relations[fact.relation];
		if (!relation)
			report(
				'facts',
				fact.id,
				['relation'],
				'unknown-relation',
				`${fact.id}: relations.yaml has no "${fact.relation}".`
			);
		else {
			checkRoles(fact, relation, context);
			checkWording(fact, relation, context);
		}
		if (!topics.has(fact.topic))
			report(
				'facts',
				fact.id,
				['topic'],
				'unknown-topic',
				`${fact.id}: sourcebook.yaml has no topic "${fact.topic}".`
			);
		checkStanding(fact, context);
		checkWords(fact, context);
		checkDays(fact, context);
		checkChange(fact, context);
		checkLists(fact, context);
	}
}
