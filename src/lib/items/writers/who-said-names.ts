import { capitalise } from '../../facts/naming.ts';
import type { Entity } from '../../facts/schema.ts';
import type { Candidate } from '../choose.ts';
import { hashOrder } from '../hash.ts';
import { speakerName, type Question } from '../quoted.ts';
import type { Rival } from '../rivals.ts';

/** The speaker and the rivals, named in one way. */
export interface Offer {
	key: string;
	candidates: Candidate<Rival>[];
}

/** Bodies as a sentence names them; what is called by one word of its own, Memorial, is so without an article. */
const hasArticle = ({ kind, the, short = '' }: Entity): boolean =>
	kind !== 'person' && the && !/^\p{Lu}\p{Ll}+$/u.test(short);

/** The speaker and the rivals by name: either all persons have the title of that day, or none has. */
function offerOf({ speaker, day }: Question, near: Rival[], plain: boolean): Offer {
	const text = (entity: Entity) => {
		const name = speakerName(entity, day, plain);
		return capitalise(hasArticle(entity) ? `the ${name}` : name);
	};
	const isTitled = (entity: Entity) => text(entity) !== capitalise(entity.name);
	const candidates = near
		.filter(({ other }) => other.kind !== 'person' || isTitled(other) === isTitled(speaker))
		.map((of) => ({ text: text(of.other), order: undefined, of }));
	return { key: text(speaker), candidates };
}

/** Whether a title points to the speaker alone: to a body that no rival holds an office of, though it is of one side with some. */
function isTelling({ speaker }: Question, near: Rival[]): boolean {
	const bodies = ({ roles }: Entity) => roles.map((role) => role.of);
	const own = new Set(bodies(speaker));
	const kin = near.filter(({ other, allied }) => allied && other.kind === 'person');
	return kin.length > 0 && !kin.some(({ other }) => bodies(other).some((body) => own.has(body)));
}

/** Names with titles and without, in an order that depends on the fact alone. */
export const offersOf = (question: Question, near: Rival[]): Offer[] =>
	hashOrder(
		isTelling(question, near) ? [true] : [false, true],
		`${question.fact.id}/titles`,
		String
	)
		.map((plain) => offerOf(question, near, plain))
		.filter(({ candidates }) => candidates.length >= 2);
