import { daysOf } from '../dates.ts';
import { dayOf, roleKeys, roleOf } from '../pack.ts';
import type { Entity, Fact, Relation, RoleType, RoleValue } from '../schema.ts';
import { rolesIn } from '../wording.ts';
import { isSide, loadedWords, type CheckContext } from './context.ts';

const speakers: readonly string[] = ['person', 'state', 'organisation', 'group'];

function fits(value: RoleValue, type: RoleType, entity: Entity | undefined): boolean {
	if (typeof value !== 'string') return type in value;
	if (!entity) return true; // named as unknown-entity already
	return type === 'speaker' ? speakers.includes(entity.kind) : type === entity.kind;
}

function checkRoles(fact: Fact, relation: Relation, { index, report }: CheckContext): void {
	const say = (path: string[], code: string, message: string) =>
		report('facts', fact.id, path, code, message);
	for (const key of roleKeys(fact))
		if (!(key in relation.roles))
			say([key], 'unknown-role', `${fact.id}: ${fact.relation} has no role "${key}".`);

	for (const [role, types] of Object.entries(relation.roles)) {
		const isList = role === 'subject' && fact.subjects !== undefined;
		const isSpeaker = role === 'by' && fact['by'] === undefined;
		const key = isList ? 'subjects' : isSpeaker ? 'attribution' : role;
		for (const value of (isList && fact.subjects) || [roleOf(fact, role)]) {
			if (value === undefined) {
				say([], 'missing-role', `${fact.id}: ${fact.relation} needs "${role}".`);
				continue;
			}
			const entity = typeof value === 'string' ? index.entity.get(value) : undefined;
			if (typeof value === 'string' && !entity && !isSpeaker)
				say([key], 'unknown-entity', `${fact.id}: there is no entity "${value}".`);
			const wanted = [types].flat();
			if (!wanted.some((type) => fits(value, type, entity)))
				say(
					[key],
					'wrong-kind',
					`${fact.id}: "${role}" takes ${wanted.join(' or ')}, not ${entity ? `the ${entity.kind} "${entity.id}"` : Object.keys(value)[0]}.`
				);
		}
	}
}

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

const pronouns = /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|we|our|us)\b/i;

function checkWords(fact: Fact, { index, report }: CheckContext): void {
	const object = fact['object'] as RoleValue | undefined;
	const claim = typeof object === 'object' && 'claim' in object ? object.claim : undefined;
	const pronoun = claim?.match(pronouns)?.[0];
	if (claim !== undefined && pronoun)
		report(
			'facts',
			fact.id,
			['object'],
			'pronoun-in-claim',
			`${fact.id}: "${pronoun}" has nothing to refer to once the speaker is asked for; write the name.`
		);
	const speaker = fact.attribution && index.entity.get(fact.attribution.by);
	const isAsked = index.pack.relations[fact.relation]?.['who-said'] !== undefined;
	if (claim !== undefined && speaker && isAsked && claim.includes(speaker.name))
		report(
			'facts',
			fact.id,
			['object'],
			'echo-in-claim',
			`${fact.id}: the claim names its own speaker, ${speaker.name}; reword it.`
		);
	for (const word of loadedWords(`${fact.statement} ${claim ?? ''}`, index.pack.sourcebook.loaded))
		report(
			'facts',
			fact.id,
			['statement'],
			'loaded-word',
			`${fact.id}: "${word}" takes a side; use neutral words, or quote it with its speaker.`
		);
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

/** A fact's own wording names the value and, of what is attributed, the day; a question leaves out what it asks for. */
function checkWording(fact: Fact, relation: Relation, { report }: CheckContext): void {
	const { say, ask = {} } = fact.wording ?? {};
	const roles = [...Object.keys(relation.roles), 'by', 'as-of'];
	const day = fact.standing === 'attributed' && relation.key.includes('as-of') ? ['as-of'] : [];
	const check = (path: string[], template: string, must: string[], asked?: string) => {
		const named = rolesIn(template);
		const tell = (code: string, message: string) =>
			report('facts', fact.id, ['wording', ...path], code, `${fact.id}: ${message}`);
		for (const role of must.filter((role) => !named.includes(role)))
			tell('template-misses-key', `its wording lacks {${role}}.`);
		for (const role of named.filter((role) => !roles.includes(role)))
			tell('unknown-role', `its wording names {${role}}, which is no role of ${fact.relation}.`);
		if (asked && named.includes(asked))
			tell('asks-itself', `its question names {${asked}}: it would print its own answer.`);
	};
	if (say !== undefined) check(['say'], say, [relation.value, ...day]);
	for (const [slot, template] of Object.entries(ask)) check(['ask', slot], template, day, slot);
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
