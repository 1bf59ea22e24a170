import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { readingLevels, type ReadingLevel } from '#lib/explainers/explainer.ts';
import { sentencesOf } from '#lib/explainers/sentences.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Card } from '#lib/papers/evidence.ts';
import { cardOf } from './card.ts';

/** An explainer as mdsvex compiles it. */
interface Compiled {
	default: Component;
	metadata: {
		title: string;
		subtitle: string;
		facts: string[];
		terms?: string[];
		/** The items that it asks in its text. */
		recall?: string[];
		'as-of': string;
	};
}

/** Every explainer at every level: `turkey.md` is the standard one, `turkey.brief.md` and `turkey.depth.md` the others. */
const files = import.meta.glob<Compiled>('/content/explainers/*.md', { eager: true });

const compiledAt = (slug: string, level: ReadingLevel): Compiled | undefined =>
	files[`/content/explainers/${slug}${level === 'standard' ? '' : `.${level}`}.md`];

/** As the switch between levels names them. */
const levelNames: Record<ReadingLevel, string> = {
	brief: 'Brief',
	standard: 'Standard',
	depth: 'In depth'
};

/** An explainer as lists name it. */
export interface Explainer {
	slug: string;
	title: string;
	minutes: number;
	/** Reading levels beside the standard one. */
	levels: string[];
}

const wordsPerMinute = 130; // read closely, with evidence opened here and there

const slugOf = (path: string): string => path.replace(/^.*\/|(?:\.(?:brief|depth))?\.md$/g, '');
const slugs = [...new Set(Object.keys(files).map(slugOf))];
const htmlOf = ({ default: component }: Compiled): string =>
	render(component).body.replace(/<!--.*?-->/gs, '');

function minutesOf(html: string): number {
	const words = html.replace(/<[^>]+>/g, ' ').match(/\S+/g) ?? [];
	return Math.max(1, Math.round(words.length / wordsPerMinute));
}

export const explainers: readonly Explainer[] = slugs.flatMap((slug) => {
	const compiled = compiledAt(slug, 'standard');
	if (!compiled) return [];
	const levels = readingLevels.filter((level) => level !== 'standard' && compiledAt(slug, level));
	return [{ slug, title: compiled.metadata.title, minutes: minutesOf(htmlOf(compiled)), levels }];
});

/** A stretch of an explainer, from one head to the next, with the numbers it opens for the first time. */
export interface Passage {
	html: string;
	notes: { number: number; fact: string; short: string }[];
}

/**
 * Cuts an explainer at its heads, so that the short forms of its evidence can stand beside each stretch. The opening goes
 * with the first head: it is short, and full of notes.
 */
export function passagesOf(html: string, cards: readonly Card[]): Passage[] {
	const noted = new Set<number>();
	return html
		.split(/(?<=<h2[\s>].*)(?=<h2[\s>])/s)
		.filter((part) => part.trim() !== '')
		.map((part) => {
			const numbers = [...part.matchAll(/popovertarget="e(\d+)"/g)].map(([, n]) => Number(n));
			const fresh = [...new Set(numbers)].filter((number) => !noted.has(number));
			for (const number of fresh) noted.add(number);
			return {
				html: part,
				notes: fresh.flatMap((number) => {
					const card = cards[number - 1];
					return card ? [{ number, fact: card.id, short: card.short }] : [];
				})
			};
		});
}

/** The full evidence of an explainer at all its levels; empty when there is no such explainer. */
export function evidenceOf(slug: string, index: Index): Card[] {
	const facts = readingLevels.flatMap((level) => compiledAt(slug, level)?.metadata.facts ?? []);
	return [...new Set(facts)].map((id) => cardOf(id, index, { Page: `/explainers/${slug}` }));
}

/** The items that an explainer asks in its text, at whatever level. */
export const promptsOf = (slug: string): string[] => [
	...new Set(readingLevels.flatMap((level) => compiledAt(slug, level)?.metadata.recall ?? []))
];

/** The sources of an explainer, each with the notes that cite it. */
function sourcesOf(cards: readonly Card[], index: Index) {
	const notes = new Map<string, Set<number>>();
	cards.forEach(({ voices }, position) => {
		for (const { witnesses } of voices)
			for (const { source } of witnesses)
				notes.set(source, (notes.get(source) ?? new Set()).add(position + 1));
	});
	return [...notes].flatMap(([id, numbers]) => {
		const source = index.source.get(id);
		if (!source) return [];
		const { short, published, perspective, cautions } = source;
		return {
			id,
			short,
			published: formatDate(published),
			perspective: capitalise(perspective),
			cautions: cautions.length,
			notes: [...numbers]
		};
	});
}

/** The key terms of an explainer, with the first sentence of what the glossary says. */
function termsOf(ids: readonly string[], { pack }: Index) {
	return pack.glossary
		.filter(({ id }) => ids.includes(id))
		.map(({ id, term, text }) => ({ id, term, text: sentencesOf(text)[0] ?? text }));
}

/** An explainer at a level, in passages with all its evidence; undefined when there is no such explainer. */
export function explainerPage(slug: string, level: ReadingLevel, index: Index) {
	const compiled = compiledAt(slug, level);
	if (!compiled) return undefined;
	const { title, subtitle, facts, terms = [], 'as-of': asOf } = compiled.metadata;
	const html = htmlOf(compiled);
	const page = `/explainers/${slug}${level === 'standard' ? '' : `/${level}`}`;
	const cards = facts.map((id) => cardOf(id, index, { Page: page }));
	const modules = [...index.pack.modules].sort((a, b) => a.order - b.order);
	const place = modules.findIndex((module) => module.explainers.includes(slug));
	const following = modules[place + 1];
	const next = explainers.find((one) => one.slug === following?.explainers[0]);
	const module = modules[place];
	return {
		slug,
		level,
		levels: readingLevels
			.filter((one) => compiledAt(slug, one))
			.map((one) => ({ level: one, name: levelNames[one] })),
		title,
		subtitle,
		minutes: minutesOf(html),
		asOf: formatDate(asOf),
		number: place + 1,
		of: modules.length,
		module: module && { id: module.id, title: module.title, questions: module.blueprint.length },
		next: next && {
			slug: next.slug,
			title: next.title,
			level: compiledAt(next.slug, level) ? level : ('standard' as const)
		},
		terms: termsOf(terms, index),
		passages: passagesOf(html, cards),
		sources: sourcesOf(cards, index)
	};
}
export type ExplainerPage = NonNullable<ReturnType<typeof explainerPage>>;

/** A stretch of an explainer that tells a fact. */
export interface FactPlace {
	slug: string;
	level: ReadingLevel;
	/** Title of the explainer. */
	title: string;
	/** The head above it, and its id; empty before the first head. */
	heading: string;
	id: string;
}

let places: Map<string, FactPlace[]> | undefined;

/** Where the explainers tell a fact: at the standard level first, then in depth, then in brief. */
export function placesOfFact(fact: string): FactPlace[] {
	places ??= findPlaces();
	return places.get(fact) ?? [];
}

function findPlaces(): Map<string, FactPlace[]> {
	const found = new Map<string, FactPlace[]>();
	const inOrder = ['standard', 'depth', 'brief'] as const;
	for (const level of inOrder)
		for (const slug of slugs)
			for (const { fact, ...place } of placesIn(slug, level)) {
				const known = found.get(fact) ?? [];
				found.set(fact, known);
				if (!known.some((one) => one.slug === slug)) known.push(place);
			}
	return found;
}

function placesIn(slug: string, level: ReadingLevel): (FactPlace & { fact: string })[] {
	const compiled = compiledAt(slug, level);
	if (!compiled) return [];
	const { title, facts } = compiled.metadata;
	let [heading, id] = ['', ''];
	const pattern = /<h2[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/h2>|popovertarget="e(\d+)"/gs;
	return [...htmlOf(compiled).matchAll(pattern)].flatMap(([, head, text = '', number]) => {
		if (head !== undefined) [id, heading] = [head, text.replace(/<[^>]+>/g, '')];
		const fact = facts[Number(number) - 1];
		return number === undefined || !fact ? [] : [{ slug, level, title, heading, id, fact }];
	});
}
