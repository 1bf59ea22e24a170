import type { Item } from '../items/item.ts';

/** What decides whether two items may stand on one form. */
interface Traits {
	asks: ReadonlySet<string>;
	askedFacts: ReadonlySet<string>;
	printed: ReadonlySet<string>;
	shows: ReadonlySet<string>;
}

const known = new WeakMap<Item, Traits>();

function traitsOf(item: Item): Traits {
	let traits = known.get(item);
	if (!traits) {
		traits = {
			asks: new Set(item.asks),
			askedFacts: new Set(item.asks.map((slot) => slot.slice(0, slot.indexOf('.')))),
			printed: new Set(item.printed),
			shows: new Set(item.shows)
		};
		known.set(item, traits);
	}
	return traits;
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => !a.isDisjointFrom(b);

/**
 * Whether two items can't stand on one form whatever the order: they ask about one fact, or one prints before the
 * answer (in stem, fixed rows or digest) what the other asks. Two items on one report, whose digest both print, may.
 */
export function exclude(a: Item, b: Item): boolean {
	const [one, two] = [traitsOf(a), traitsOf(b)];
	if (meet(one.askedFacts, two.askedFacts)) return true;
	const sameReport =
		a.kind === 'support' && b.kind === 'support' && a.report.source === b.report.source;
	if (sameReport) return false;
	return meet(one.askedFacts, two.printed) || meet(two.askedFacts, one.printed);
}

/** Whether the feedback of `giver` shows what `asked` asks: then `asked` has to come first, for feedback at once. */
export const givesAway = (giver: Item, asked: Item): boolean =>
	meet(traitsOf(giver).shows, traitsOf(asked).askedFacts);

/**
 * Items in an order in which no feedback gives away a later item, as near to the given order as can be;
 * undefined when items give each other away in a circle.
 */
export function inFeedbackOrder(items: readonly Item[]): Item[] | undefined {
	const left = [...items];
	const sorted: Item[] = [];
	while (left.length > 0) {
		const next = left.findIndex((giver) =>
			left.every((asked) => asked === giver || !givesAway(giver, asked))
		);
		if (next < 0) return undefined;
		sorted.push(...left.splice(next, 1));
	}
	return sorted;
}
