import { citationOf, pageInText, publisherName, type Traced } from '../chains.ts';
import { listText } from '../../facts/wording.ts';
import type { Writing } from '../context.ts';
import type { Draft } from '../draft.ts';
import { hashOrder } from '../hash.ts';
import { belongs, pageItem, pagesByTopic } from './provenance-draft.ts';
import { companyOf, type Company } from './provenance-voice.ts';

const counts = ['One', 'Two', 'Three'];
/** A longer stem asks for memory more than for reasoning. */
const longest = 40;
const idOf = ({ source }: Traced): string => source.id;

/** Three pages that tell one fact, the first one given, and are so many voices; undefined where there are none. */
function threeOf(
	page: Traced,
	voices: number,
	{ twins, others }: Company,
	{ index }: Writing
): Traced[] | undefined {
	const factsOf = ({ source }: Traced) => index.factsBySource.get(source.id) ?? [];
	const told = new Set(factsOf(page));
	const inOrder = (pages: Traced[]) => {
		const same = pages.filter((one) => factsOf(one).some((fact) => told.has(fact)));
		return hashOrder(same, page.source.id, idOf);
	};
	const [a, b] = inOrder(twins);
	const [stranger] = inOrder([...others.values()].flat());
	const set = [page, a, voices === 1 ? b : stranger].filter((one) => one !== undefined);
	// credits in the same words are compared, not thought about
	const alike = set.filter(({ origin }) => origin === page.origin);
	const ways = new Set(alike.map(({ steps }) => steps.map(({ how }) => how).join()));
	return set.length === 3 && ways.size > 1 ? set : undefined;
}

function write(page: Traced, three: Traced[], writing: Writing): Draft<'provenance'> {
	const { index } = writing;
	const slot = `${page.source.id}.provenance.count`;
	const pages = hashOrder(three, slot, idOf);
	const origins = [...new Set(pages.map(({ origin }) => origin))];
	const [a, b, c] = pages.map((one) => pageInText(one, index));
	const stem = `How many independent sources stand behind these reports: ${a}; ${b}; and ${c}?`;
	const names = origins.map((origin) => publisherName(origin, index));
	const why = `They go back to ${listText(names)}: ${counts[origins.length - 1]?.toLowerCase()}.`;
	const answers = counts.map((text, at) => ({
		...{ text, key: at === origins.length - 1, why },
		pages: pages.flatMap(({ source }) => citationOf(source, index))
	}));
	const item = pageItem('provenance', slot, stem, belongs(page.source, writing), answers);
	const options = answers.flatMap(({ text }) => item.options.filter((one) => one.text === text));
	return { ...item, options, ordered: true };
}

/**
 * How many independent voices three pages are: one or two, for where each had its own there would be nothing to find out.
 */
export function writeCounts(pages: Map<string, Traced>, writing: Writing): Draft<'provenance'>[] {
	const byTopic = pagesByTopic(pages.values(), writing);
	const asked = new Set<string>();
	return hashOrder([...pages.values()], 'counts', idOf).flatMap((page) => {
		const company = companyOf(page, byTopic, writing);
		// Three pages of one voice are rarer: they come first, or two would be right too often.
		const three = threeOf(page, 1, company, writing) ?? threeOf(page, 2, company, writing);
		if (!three) return [];
		const origins = [...new Set(three.map(({ origin }) => origin))].sort();
		const name = origins.join('+');
		if (asked.has(name)) return [];
		const item = write(page, three, writing);
		if (item.stem.split(/\s+/).length > longest) return [];
		asked.add(name);
		return [item];
	});
}
