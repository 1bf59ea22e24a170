import { formatCount, formatNumber } from '#lib/facts/naming.ts';
import { formatDate } from '#lib/facts/dates.ts';
import type { Index } from '#lib/facts/pack.ts';
import { findingsOn, pointOf } from '#lib/facts/positions.ts';
import type { Fact, Standing } from '#lib/facts/schema.ts';
import type { Item } from '#lib/items/item.ts';
import { questionOf } from '#lib/items/parts.ts';
import type { Card, Position } from '#lib/papers/evidence.ts';
import { namesIn } from './entities.ts';
import { cardOf, lineOf, type Line } from './card.ts';
import { disputeOf, speakerOf } from './testimony.ts';

/** The topics that have facts, in their order, with how many stand how. */
export function factsPage(index: Index) {
	const topics = index.pack.sourcebook.topics
		.map(({ id, title }) => {
			const facts = index.factsByTopic.get(id) ?? [];
			const standing = (one: Standing) => facts.filter((fact) => fact.standing === one).length;
			return {
				id,
				title,
				total: facts.length,
				established: standing('established'),
				attributed: standing('attributed'),
				contested: standing('contested')
			};
		})
		.filter(({ total }) => total > 0);
	return { topics, total: index.pack.facts.length };
}

/** The facts of a topic; undefined when there is no such topic, or it has none. */
export function topicPage(id: string, index: Index) {
	const topic = index.pack.sourcebook.topics.find((one) => one.id === id);
	const facts = index.factsByTopic.get(id);
	return topic && facts && { title: topic.title, facts: facts.map((fact) => lineOf(fact, index)) };
}

/** One figure of a count that was told again on later days. */
export interface Figure {
	id: string;
	figure: string;
	day: string;
	speaker: string;
	statement: string;
	here: boolean;
}

/** The chain of figures a fact belongs to, first to last; empty when it stands alone. */
function chainOf(fact: Fact, index: Index): Figure[] {
	let first = fact;
	const seen = new Set([fact.id]);
	for (let id = first.follows; id !== undefined && !seen.has(id); id = first.follows) {
		seen.add(id);
		first = index.fact.get(id) ?? first;
	}
	const chain: Fact[] = [];
	const waiting = [first];
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		if (chain.includes(next)) continue;
		chain.push(next);
		waiting.push(...(index.followedBy.get(next.id) ?? []));
	}
	if (chain.length < 2) return [];
	return chain.map((one) => ({
		id: one.id,
		figure: figureOf(one),
		day: formatDate(one.attribution?.['as-of'] ?? one['as-of'] ?? ''),
		speaker: speakerOf(one, index),
		statement: one.statement,
		here: one === fact
	}));
}

function figureOf(fact: Fact): string {
	const value = fact['object'];
	if (typeof value !== 'object' || value === null || !('count' in value)) return '–';
	const { count, qualifier } = value as { count: number; qualifier: 'exact' };
	const digits = count.toLocaleString('en-GB', { maximumFractionDigits: 3 });
	return formatCount({ count, qualifier }).replace(formatNumber(count), digits);
}

const nearby = 6;

/** Facts about the same point, the same dispute or else the same subject, without those told on the page already. */
function nearOf(fact: Fact, told: ReadonlySet<string>, index: Index): Line[] {
	const { about } = fact;
	const subject = fact['subject'] ?? fact['object'];
	const others =
		about === undefined
			? typeof subject === 'string'
				? (index.factsByEntity.get(subject) ?? [])
				: []
			: index.pack.facts.filter((other) => other.about === about);
	return others
		.filter((other) => other !== fact && !told.has(other.id))
		.slice(0, nearby)
		.map((other) => lineOf(other, index));
}

const stemsShown = 5;

/** Questions written from a fact, without their answers, and the modules in which they can turn up. */
function usesOf(items: Item[], index: Index) {
	const topics = new Set(items.map(({ topic }) => topic));
	const modules = index.pack.modules
		.filter(({ blueprint }) => blueprint.topics.some((topic) => topics.has(topic)))
		.map(({ id, title }) => ({ id, title }));
	const stems = [...new Set(items.map(questionOf))];
	return { count: items.length, stems: stems.slice(0, stemsShown), modules };
}

export interface FactPage {
	card: Card;
	/** Both positions, when it is disputed. */
	dispute: Position[];
	/** What those who are no party to the dispute found. */
	found: Line[];
	/** What changed it later, or what it changed. */
	changed: Line[];
	topic: { id: string; title: string };
	names: ReturnType<typeof namesIn>;
	chain: Figure[];
	near: Line[];
	uses: ReturnType<typeof usesOf>;
}

/** A fact with its evidence and its surroundings; undefined when there is no such fact. */
export function factPage(
	id: string,
	index: Index,
	itemsByFact: ReadonlyMap<string, Item[]>
): FactPage | undefined {
	const fact = index.fact.get(id);
	if (!fact) return undefined;
	const topic = index.pack.sourcebook.topics.find((one) => one.id === fact.topic);
	const chain = chainOf(fact, index);
	const dispute = disputeOf(fact, index);
	const point = pointOf(fact, index);
	const found = point ? findingsOn(point, index).map((one) => lineOf(one, index)) : [];
	const changes = [...(index.changedBy.get(id) ?? []), index.fact.get(fact.changes ?? '')];
	const changed = changes.filter((one) => one !== undefined).map((one) => lineOf(one, index));
	const told = new Set([
		...dispute.flatMap(({ statements }) => statements.map((one) => one.fact)),
		...[...chain, ...found, ...changed].map((one) => one.id)
	]);
	return {
		card: cardOf(id, index),
		dispute,
		found,
		changed,
		topic: topic ?? { id: fact.topic, title: fact.topic },
		names: namesIn(fact, index),
		chain,
		near: nearOf(fact, told, index),
		uses: usesOf(itemsByFact.get(id) ?? [], index)
	};
}
