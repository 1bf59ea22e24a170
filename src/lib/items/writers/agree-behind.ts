import { areApart, type Traced } from '../chains.ts';
import type { Writing } from '../context.ts';
import type { Draft } from '../draft.ts';
import { keyIsLongest, sameTexts } from '../flaws/options.ts';
import { carriersOf, handAnswer, isDirect, namedTogether } from './provenance-behind.ts';
import { belongs, pageItem } from './provenance-draft.ts';
import { pairsOfFacts, type Pair } from './shared-facts.ts';

function write(name: string, pair: Pair, writing: Writing): Draft<'agree'> | undefined {
	const slot = `${name}.agree.behind`;
	const origins = pair.map(({ origin }) => origin);
	const hands = carriersOf(pair).filter((carrier) => !origins.includes(carrier));
	if (hands.length < 2) return undefined;
	const [a, b] = namedTogether(pair, slot, writing);
	const stem = `Which two accounts stand behind ${a}; and ${b}?`;
	const answers = [...origins, ...hands.slice(0, 3)].map((one) => handAnswer(one, pair, writing));
	const texts = answers.map(({ text }) => text);
	const [short = ''] = texts.slice(0, 2).sort((x, y) => x.length - y.length);
	if (sameTexts(texts) || keyIsLongest(short, texts.slice(2))) return undefined;
	return pageItem('agree', slot, stem, belongs(pair[0].source, writing), answers);
}

/** One item a topic: another pair of pages would ask the same. Ways of several steps come first: there is more to see. */
export function writeTwoVoices(pages: Map<string, Traced>, writing: Writing): Draft<'agree'>[] {
	const asked = new Set<string>();
	const steps = ({ pair }: { pair: Pair }) => Math.max(...pair.map((page) => page.steps.length));
	return pairsOfFacts(pages, writing)
		.filter(({ pair }) => areApart(...pair) && !isDirect(pair))
		.sort((a, b) => steps(b) - steps(a))
		.flatMap(({ name, pair }) => {
			const written = write(name, pair, writing);
			if (!written || asked.has(written.topic)) return [];
			asked.add(written.topic);
			return [written];
		});
}
