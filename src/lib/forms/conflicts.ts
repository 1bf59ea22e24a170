import { askedFacts, type Item, type Kind } from '../items/item.ts';

/** What decides whether two items may stand on one form. */
interface Traits {
	asked: ReadonlySet<string>;
	/** What it was written from: to answer, some of it has to be known. */
	from: ReadonlySet<string>;
	/** What can be read in it, beside the order in which its fixed events stand. */
	told: ReadonlySet<string>;
	printed: ReadonlySet<string>;
	shows: ReadonlySet<string>;
	/** What its rows and options are about. */
	offered: ReadonlySet<string>;
}

/** Their rows are judged by one report: another report may be judged by the same. */
const aboutReports: ReadonlySet<Kind> = new Set(['support', 'agree', 'errs', 'provenance']);

/** Options in natural order are dates and numbers: what these belong to is not to be seen. */
function offeredFacts(item: Item): string[] {
	if (aboutReports.has(item.kind)) return [];
	const named = 'ordered' in item && !item.ordered ? item.options : [];
	return [...item.facts, ...named.flatMap(({ rationale }) => rationale.facts)];
}

const known = new WeakMap<Item, Traits>();

function traitsOf(item: Item): Traits {
	let traits = known.get(item);
	if (!traits) {
		const [asked, from, printed] = [askedFacts(item), item.facts, item.printed].map(
			(list) => new Set(list)
		) as [Set<string>, Set<string>, Set<string>];
		traits = {
			...{ asked, from, printed },
			told: printed.difference(from.difference(asked)),
			shows: new Set(item.shows),
			offered: new Set(offeredFacts(item))
		};
		known.set(item, traits);
	}
	return traits;
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => !a.isDisjointFrom(b);

/** Whether one prints before the answer (in stem, fixed rows, options or digest) what the other asks, or rests on. */
const tells = (one: Traits, other: Traits): boolean =>
	meet(one.printed, other.asked) || meet(one.told, other.from);

/** Whether both offer much the same: two orders with two events in common, say. */
const repeats = (a: Traits, b: Traits): boolean =>
	meet(a.offered, b.offered) && a.offered.intersection(b.offered).size > 1;

/**
 * Whether two items can't stand on one form whatever the order: they ask about one fact, repeat each other, or one prints
 * before the answer what the other asks. Two items on one report, whose digest both print, may.
 */
export function exclude(a: Item, b: Item): boolean {
	const [one, two] = [traitsOf(a), traitsOf(b)];
	if (meet(one.asked, two.asked) || repeats(one, two)) return true;
	const sameReport =
		a.kind === 'support' && b.kind === 'support' && a.report.source === b.report.source;
	return !sameReport && (tells(one, two) || tells(two, one));
}

/** Whether the feedback of `giver` shows what `asked` asks: then `asked` has to come first, for feedback at once. */
export const givesAway = (giver: Item, asked: Item): boolean =>
	meet(traitsOf(giver).shows, traitsOf(asked).asked);

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
