import { formatDate, precisionOf } from '../facts/dates.ts';
import { locatorText } from '../facts/corroboration.ts';
import { nameFinder } from '../facts/mentions.ts';
import { capitalise, nameOf } from '../facts/naming.ts';
import { group, type Index } from '../facts/pack.ts';
import { remembered } from '../facts/remembered.ts';
import type { Entity, Source } from '../facts/schema.ts';
import { byId } from './context.ts';
import type { Citation } from './item.ts';

/** A step on the way from a page back to its origin. */
type Step = Source['derived-from'][number];

/** A page whose way back to its origin is recorded, with every name on it. */
export interface Traced {
	source: Source;
	/** From the page back; the last one is the origin. */
	steps: [Step, ...Step[]];
	origin: string;
	/** States and bodies that the name of the origin names: who has one in common may speak with one mouth. */
	mouths: ReadonlySet<string>;
}

/** The chain of a page, on through the pages it was taken from. */
function stepsOf(source: Source, index: Index, seen: ReadonlySet<string> = new Set()): Step[] {
	const own = source['derived-from'];
	const further = index.source.get(own.at(-1)?.source ?? '');
	return further && !seen.has(source.id)
		? [...own, ...stepsOf(further, index, new Set([...seen, source.id]))]
		: own;
}

/** A name is recorded as "unnamed …" where the page gives none. */
export const isNamed = (publisher: string): boolean => !/^unnamed\b/i.test(publisher);

const traced = new WeakMap<Index, Map<string, Traced>>();

/** All pages that can be traced back, by id; found once for all writers. Linear in the number of sources. */
export function tracePages(index: Index): Map<string, Traced> {
	const pages = traced.get(index) ?? trace(index);
	traced.set(index, pages);
	return pages;
}

function trace(index: Index): Map<string, Traced> {
	const { sources, entities } = index.pack;
	const find = nameFinder(entities.filter(({ kind }) => ['state', 'organisation'].includes(kind)));
	const named = new Map(entities.map((entity) => [entity.name, entity]));
	const leanings = new Map(
		[...group(sources, ({ publisher }) => [publisher])].map(([publisher, own]) => [
			publisher,
			own.filter((one) => one['derived-from'].length === 0).map(({ perspective }) => perspective)
		])
	);
	// Many pages go back to one origin: its names are looked for once.
	const mouthsOf = remembered((origin): ReadonlySet<string> => {
		const { id, side } = named.get(origin) ?? {};
		const texts = [origin, ...(leanings.get(origin) ?? [])];
		const found = texts.flatMap((text) => [...find(text)]);
		return new Set([...found, id, side].filter((one) => one !== undefined));
	});
	return new Map(
		[...sources].sort(byId).flatMap((source) => {
			const [first, ...more] = stepsOf(source, index);
			const steps = first && ([first, ...more] as const);
			if (!steps || precisionOf(source.published) === 'interval') return [];
			if (!steps.every(({ publisher }) => isNamed(publisher))) return [];
			// Two reports that a page cites may stand side by side: no chain.
			if (steps.filter(({ how }) => how === 'report').length > 1) return [];
			const origin = steps.at(-1)?.publisher ?? first.publisher;
			const mouths = mouthsOf(origin);
			return [[source.id, { source, steps: [...steps], origin, mouths }] as const];
		})
	) as Map<string, Traced>;
}

/** Whether two origins are surely two: it is known who stands behind each, and nobody behind both. */
export const areApart = (a: Traced, b: Traced): boolean =>
	a.origin !== b.origin &&
	a.mouths.size > 0 &&
	b.mouths.size > 0 &&
	[...a.mouths].every((id) => !b.mouths.has(id));

/** A publisher at the beginning of a sentence; an address keeps its small letter. */
export const atStart = (name: string): string =>
	/^\S+\.\p{Ll}+$/u.test(name) ? name : capitalise(name);

const byName = new WeakMap<Index, Map<string, Entity>>();

/** A publisher within a sentence: "the defence ministry", "Gazette", "the leaders of …". */
export function publisherName(publisher: string, index: Index): string {
	let names = byName.get(index);
	if (!names) {
		names = new Map(index.pack.entities.map((entity) => [entity.name, entity]));
		byName.set(index, names);
	}
	const entity = names.get(publisher);
	if (entity) return nameOf(entity, { plain: true });
	// Several people or parties are named by what they are, not by a name.
	if (/^\p{Lu}\p{Ll}+s (?:of|to) /u.test(publisher))
		return `the ${publisher.charAt(0).toLowerCase()}${publisher.slice(1)}`;
	return /^\p{Lu}[^’]* of |(?: \p{Ll}+)$/u.test(publisher) ? `the ${publisher}` : publisher;
}

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** How a page came by its text, as its credits would put it. */
function stepText(step: Step, into: string, index: Index): string {
	const name = publisherName(step.publisher, index);
	const { language = into } = step;
	const from = language === into ? 'from' : `from the ${languages.of(language)} of`;
	return {
		copy: `copied from ${name}`,
		translation: `translated ${from} ${name}`,
		'machine-translation': `machine-translated ${from} ${name}`,
		report: `citing ${name}`,
		'joint-text': `carrying the joint text of ${name}`
	}[step.how];
}

/** "translated from the Portuguese of EBC, there translated from the English of Reuters" */
export function wayOf({ source, steps }: Traced, index: Index): string {
	return steps
		.map((step, at) => stepText(step, steps[at - 1]?.language ?? source.language, index))
		.join(', there ');
}

/** The day of a page; one that the report's name leaves out is not certain, and is given by its month. */
function dayOf({ published, called }: Source): string {
	const day = formatDate(published);
	return called.includes(day) ? day : formatDate(published.slice(0, 7));
}

/** A page as a reader sees it: publisher, day and credits. */
export const pageLabel = (traced: Traced, index: Index): string =>
	`${atStart(traced.source.publisher)}, ${dayOf(traced.source)} (${wayOf(traced, index)})`;

/** The same within a sentence. */
export const pageInText = (traced: Traced, index: Index): string =>
	`${traced.source.publisher.replace(/^unnamed /, 'an unnamed ')} of ${dayOf(traced.source)}, ${wayOf(traced, index)}`;

/** A place in a page that shows what it is: of its first fact. */
export function citationOf(source: Source, index: Index): Citation[] {
	const [fact] = [...(index.factsBySource.get(source.id) ?? [])].sort(byId);
	const evidence = fact?.evidence.find((one) => one.source === source.id);
	if (!evidence) return [];
	return [{ source: source.id, locator: locatorText(evidence), quote: evidence.quote }];
}
