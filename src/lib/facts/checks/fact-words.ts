import type { Fact, Relation, RoleValue } from '../schema.ts';
import { rolesIn } from '../wording.ts';
import { loadedWords, type CheckContext } from './context.ts';

const pronouns = /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|we|our|us)\b/i;

/** A claim has no pronoun and does not name its speaker; no word takes a side. */
export function checkWords(fact: Fact, { index, report }: CheckContext): void {
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

/** A fact's own wording names the value and, of what is attributed, the day; a question leaves out what it asks for. */
export function checkWording(fact: Fact, relation: Relation, { report }: CheckContext): void {
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
