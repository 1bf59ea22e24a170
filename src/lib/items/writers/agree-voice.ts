import { areApart, citationOf, pageLabel, publisherName, wayOf, type Traced } from '../chains.ts';
import type { Writing } from '../context.ts';
import type { Draft } from '../draft.ts';
import { keyIsLongest, sameTexts } from '../flaws/options.ts';
import { hashOrder } from '../hash.ts';
import { belongs, pageItem, pagesByTopic } from './provenance-draft.ts';
import { companyOf } from './provenance-voice.ts';

const stem = 'Which two of these reports count as one voice?';
/** More items on one origin would ask the same thing again. */
const mostOfOrigin = 1;

const idOf = ({ source }: Traced): string => source.id;

/** Two pages of one origin that came by their texts in different ways first, then any two of different publishers. */
function twinsOf(page: Traced, all: readonly Traced[], writing: Writing): Traced[] {
	const twins = all.filter(
		(one) =>
			one.origin === page.origin &&
			one.source.id > page.source.id &&
			one.source.publisher !== page.source.publisher
	);
	const way = wayOf(page, writing.index);
	return hashOrder(twins, page.source.id, idOf).sort(
		(a, b) => Number(wayOf(a, writing.index) === way) - Number(wayOf(b, writing.index) === way)
	);
}

/** Two more pages, each a voice of its own; what looks like one of the two, by publisher or by way, comes first. */
function* strangersOf(slot: string, pair: readonly Traced[], company: Map<string, Traced[]>) {
	const looks = ({ source, steps }: Traced) =>
		pair.filter(
			(one) => one.source.publisher === source.publisher || one.steps[0].how === steps[0].how
		).length;
	const all = hashOrder([...company.values()].flat(), slot, idOf).sort(
		(a, b) => looks(b) - looks(a)
	);
	for (const [at, first] of all.entries())
		for (const second of all.slice(at + 1)) if (areApart(first, second)) yield [first, second];
}

function write(
	pair: readonly [Traced, Traced],
	company: Map<string, Traced[]>,
	writing: Writing
): Draft<'agree'> | undefined {
	const { index } = writing;
	const slot = `${pair.map(idOf).join('+')}.agree.voice`;
	const answer = (page: Traced, key: boolean) => ({
		text: pageLabel(page, index),
		key,
		why: `It goes back to ${publisherName(page.origin, index)}${key ? ', and so does another of these.' : '; no other of these does.'}`,
		pages: citationOf(page.source, index)
	});
	for (const others of strangersOf(slot, pair, company)) {
		const answers = [
			...pair.map((page) => answer(page, true)),
			...others.map((page) => answer(page, false))
		];
		const texts = answers.map(({ text }) => text);
		const [short = ''] = texts.slice(0, 2).sort((a, b) => a.length - b.length);
		if (sameTexts(texts) || keyIsLongest(short, texts.slice(2))) continue;
		return pageItem('agree', slot, stem, belongs(pair[0].source, writing), answers);
	}
	return undefined;
}

/** Which two reports count as one voice: of one matter and its days, two go back to the same hand. */
export function writeOneVoice(pages: Map<string, Traced>, writing: Writing): Draft<'agree'>[] {
	const byTopic = pagesByTopic(pages.values(), writing);
	const asked = new Map<string, number>();
	const pairs = [...pages.values()].flatMap((page) => {
		const count = asked.get(page.origin) ?? 0;
		const { twins, others } = companyOf(page, byTopic, writing);
		const [twin] = twinsOf(page, twins, writing);
		if (!twin || count >= mostOfOrigin) return [];
		asked.set(page.origin, count + 1);
		return [{ pair: [page, twin] as const, others }];
	});
	// What is a key of one item is no wrong answer to the same question elsewhere.
	const keys = new Set(pairs.flatMap(({ pair }) => pair));
	return pairs.flatMap(({ pair, others }) => {
		const company = [...others].map(
			([origin, list]) => [origin, list.filter((one) => !keys.has(one))] as const
		);
		return write(pair, new Map(company), writing) ?? [];
	});
}
