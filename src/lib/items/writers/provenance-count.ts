import { areApart, citationOf, pageInText, publisherName, type Traced } from '../chains.ts';
import { listText } from '../../facts/wording.ts';
import type { Writing } from '../context.ts';
import type { Draft } from '../draft.ts';
import { hash, hashOrder } from '../hash.ts';
import { belongs, pageItem, pagesByTopic } from './provenance-draft.ts';
import { companyOf, type Company } from './provenance-voice.ts';

const counts = ['One', 'Two', 'Three'];
/** How often each number is aimed at: three voices are found more easily than one or two. */
const shares = [1, 2, 2, 1, 3];
/** A longer stem asks for memory more than for reasoning. */
const longest = 40;
const idOf = ({ source }: Traced): string => source.id;

/** Three pages of one matter, the first one given, that are so many voices; undefined where there are none. */
function threeOf(page: Traced, voices: number, { twins, others }: Company): Traced[] | undefined {
	const [a, b] = hashOrder(twins, page.source.id, idOf);
	const strangers = hashOrder([...others.values()].flat(), page.source.id, idOf);
	const [stranger] = strangers;
	const second = stranger && strangers.find((one) => areApart(one, stranger));
	const sets = [
		[page, a, b],
		[page, a, stranger],
		[page, stranger, second]
	];
	const set = sets[voices - 1]?.filter((one) => one !== undefined);
	return set?.length === 3 ? set : undefined;
}

function write(page: Traced, three: Traced[], writing: Writing): Draft<'provenance'> {
	const { index } = writing;
	const slot = `${page.source.id}.provenance.count`;
	const pages = hashOrder(three, slot, idOf);
	const origins = [...new Set(pages.map(({ origin }) => origin))];
	const [a, b, c] = pages.map((one) => pageInText(one, index));
	const stem = `How many independent voices are there in ${a}; ${b}; and ${c}?`;
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

/** How many independent voices three pages are. Every set of origins is asked once. */
export function writeCounts(pages: Map<string, Traced>, writing: Writing): Draft<'provenance'>[] {
	const byTopic = pagesByTopic(pages.values(), writing);
	const asked = new Set<string>();
	return hashOrder([...pages.values()], 'counts', idOf).flatMap((page) => {
		// The name of the page decides how many voices it is to be, or one number would be right too often.
		const voices = shares[hash(`${page.source.id}.provenance.count`) % shares.length] ?? 1;
		const three = threeOf(page, voices, companyOf(page, byTopic, writing));
		const origins = three?.map(({ origin }) => origin).sort();
		const name = origins?.join('+');
		if (!three || name === undefined || asked.has(name)) return [];
		const item = write(page, three, writing);
		if (item.stem.split(/\s+/).length > longest) return [];
		asked.add(name);
		return [item];
	});
}
