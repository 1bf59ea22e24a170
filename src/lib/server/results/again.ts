import { need, type Index } from '#lib/facts/pack.ts';
import type { Item } from '#lib/items/item.ts';
import { namedQuestion } from '#lib/items/parts.ts';
import { placesOfFact, type FactPlace } from '../pages/explainers.ts';

/** An item as far as it matters for what to teach again. */
export interface Hard {
	item: Item;
	/** Answers, and the share of the marks that they gained, 0 to 1. */
	n: number;
	facility: number;
}

/** A passage to teach again, and why. */
export interface Passage {
	/** Where it stands in an explainer; undefined when none tells it: then the fact is linked. */
	place: FactPlace | undefined;
	fact: { id: string; statement: string };
	/** The questions behind it, the hardest first. */
	questions: { id: string; rev: string; question: string; facility: number; n: number }[];
}

/** Items that yield more than this are known well enough. */
const known = 0.75;
const most = 8;
/** On fewer answers a passage is not judged, unless fewer sat the paper: forms of one's own ask each question seldom. */
const fewestAnswers = 5;

/** Of several explainers that tell a fact, one of a module that asks about the item's topic. */
function placeFor(fact: string, { topic }: Item, { pack }: Index): FactPlace | undefined {
	const all = placesOfFact(fact);
	const own = pack.modules
		.filter(({ blueprint }) => blueprint.topics.includes(topic))
		.flatMap(({ explainers }) => explainers);
	return all.find(({ slug }) => own.includes(slug)) ?? all[0];
}

const nameOf = (place: FactPlace | undefined, fact: string) =>
	place ? [place.slug, place.level, place.id].join('\n') : fact;

/**
 * The passages behind the hardest items, by the marks that were lost on them: an item of several facts lays its loss on
 * each in equal parts.
 *
 * @param papers how many papers the items were on
 * @returns the passages, and how many more rest on too few answers to be judged
 */
export function teachAgain(
	items: readonly Hard[],
	papers: number,
	index: Index
): { passages: Passage[]; tooFew: number } {
	const passages = new Map<string, Passage & { lost: number; answers: number }>();
	for (const { item, n, facility } of items) {
		if (facility > known) continue;
		const facts = item.facts.filter((fact) => index.fact.has(fact));
		for (const fact of facts) {
			const place = placeFor(fact, item, index);
			const { statement } = need(index.fact, fact, 'fact');
			const fresh = { place, fact: { id: fact, statement }, questions: [], lost: 0, answers: 0 };
			const passage = passages.get(nameOf(place, fact)) ?? fresh;
			passages.set(nameOf(place, fact), passage);
			passage.lost += ((1 - facility) * n) / facts.length;
			passage.answers += n;
			const { id, rev } = item;
			if (!passage.questions.some((one) => one.id === id && one.rev === rev))
				passage.questions.push({ id, rev, question: namedQuestion(item), facility, n });
		}
	}
	const all = [...passages.values()];
	const told = all.filter(({ answers }) => answers >= Math.min(fewestAnswers, papers));
	return {
		passages: told
			.sort((a, b) => b.lost - a.lost)
			.slice(0, most)
			.map(({ place, fact, questions }) => ({
				...{ place, fact },
				questions: questions.sort((a, b) => a.facility - b.facility)
			})),
		tooFew: all.length - told.length
	};
}
