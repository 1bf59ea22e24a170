import { describe, expect, test } from 'vitest';
import { corroboration, originOf } from '../../src/lib/facts/corroboration.ts';
import { daysOf, formatDate } from '../../src/lib/facts/dates.ts';
import { need } from '../../src/lib/facts/pack.ts';
import type { Source } from '../../src/lib/facts/schema.ts';
import { publisherName } from '../../src/lib/items/chains.ts';
import type { Item, ItemOf, Kind, Option } from '../../src/lib/items/item.ts';
import { soundPacks } from './packs.ts';

/** What the writers of items about reports promise, found again from the content alone. */
describe.each(soundPacks())('items about the reports of $name', ({ index, bank }) => {
	const of = <K extends Kind>(kind: K, form = ''): ItemOf<K>[] =>
		bank.items.filter((item): item is ItemOf<K> => item.kind === kind && item.id.endsWith(form));
	const broken = <T extends Item>(items: readonly T[], law: (item: T) => unknown[]): string[] =>
		items.flatMap((item) => law(item).map((what) => `${item.id}: ${String(what)}`));
	const pagesOf = ({ rationale }: Option): Source[] =>
		rationale.sources.map(({ source }) => need(index.source, source, 'source'));
	const originsOf = (option: Option): string[] => [
		...new Set(pagesOf(option).map((page) => originOf(page, index)))
	];
	const split = ({ options }: { options: Option[] }) => ({
		keys: options.filter(({ key }) => key),
		wrong: options.filter(({ key }) => !key)
	});
	/** A publisher as stems name it. */
	const named = (publisher: string) => publisherName(publisher, index);

	test('have two distractors at least, each with a page that shows why', () => {
		const all = (['context', 'provenance', 'agree', 'errs'] as const).flatMap((kind) => of(kind));
		expect(
			broken(all, (item) => [
				...(split(item).wrong.length < 2 ? ['too few'] : []),
				...item.options.filter(({ rationale }) => rationale.sources.length === 0)
			])
		).toEqual([]);
	});

	test('context: the day of the report stands between the key and all else', () => {
		expect(
			broken(of('context'), (item) => {
				const [id = '', , variant] = item.id.split('.');
				const { published, called } = need(index.source, id, 'source');
				const day = daysOf(published).first;
				const side = ({ rationale }: Option) => {
					const fact = need(index.fact, rationale.facts[0] ?? '', 'fact');
					const { date } = fact['object'] as { date: string };
					const foreseen = fact.evidence.some(
						({ source }) =>
							daysOf(need(index.source, source, 'source').published).last < daysOf(date).first
					);
					if (fact.standing !== 'established' || foreseen) return 'unsure';
					if (daysOf(date).first >= day + 2) return 'late';
					return daysOf(date).last <= day - 2 ? 'known' : 'near';
				};
				const other = variant === 'late' ? 'known' : 'late';
				const { keys, wrong } = split(item);
				return [
					...(item.stem.includes(called) && called.includes(formatDate(published)) ? [] : ['day']),
					...keys.map(side).filter((found) => found !== variant),
					...wrong.map(side).filter((found) => found !== other)
				];
			})
		).toEqual([]);
	});

	test('provenance: what adds a voice goes back to nobody whom the stem names, and all else does', () => {
		expect(
			broken(of('provenance', '.voice'), (item) =>
				item.options.filter((option) => {
					const [origin = ''] = originsOf(option);
					return item.stem.includes(named(origin)) === option.key;
				})
			)
		).toEqual([]);
	});

	test('provenance: voices are counted by origin', () => {
		expect(
			broken(of('provenance', '.count'), ({ options }) => {
				const at = options.findIndex(({ key }) => key);
				const voices = options.flatMap(originsOf);
				return new Set(voices).size === at + 1 ? [] : [at + 1];
			})
		).toEqual([]);
	});

	test('agree: two pages of one voice, and nobody else of it', () => {
		expect(
			broken(of('agree', '.voice'), (item) => {
				const { keys, wrong } = split(item);
				const [mine, theirs] = [keys.flatMap(originsOf), wrong.flatMap(originsOf)];
				const apart = new Set([...mine, ...theirs]).size === theirs.length + 1;
				return new Set(mine).size === 1 && keys.length === 2 && apart ? [] : [mine, theirs];
			})
		).toEqual([]);
	});

	test('agree: two figures of one fact, and none of it beside them', () => {
		expect(
			broken(of('agree', '.figures'), (item) => {
				const { keys, wrong } = split(item);
				const facts = (list: Option[]) => list.flatMap(({ rationale }) => rationale.facts);
				const [mine, theirs] = [new Set(facts(keys)), facts(wrong)];
				return keys.length === 2 && mine.size === 1 && theirs.every((id) => !mine.has(id))
					? []
					: [facts(keys), theirs];
			})
		).toEqual([]);
	});

	test('errs: the key is known to be wrong, and an independent voice bears out all else', () => {
		expect(
			broken(of('errs'), (item) => {
				const [, , report = ''] = item.id.split('.');
				const facts = ({ rationale }: Option) =>
					rationale.facts.map((id) => need(index.fact, id, 'fact'));
				const { keys, wrong } = split(item);
				const slips = keys
					.flatMap(facts)
					.flatMap(({ evidence }) => evidence)
					.filter(({ source, stance }) => source === report && stance !== 'supports');
				const weak = wrong
					.flatMap(facts)
					.filter((fact) => fact.standing !== 'established' || corroboration(fact, index) < 2);
				return [...(slips.length > 0 ? [] : ['no slip']), ...weak.map(({ id }) => id)];
			})
		).toEqual([]);
	});
});
