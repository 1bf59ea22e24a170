import { tracePages } from '../chains.ts';
import type { Writer } from '../draft.ts';
import { writeCounts } from './provenance-count.ts';
import { writeVoices } from './provenance-voice.ts';

/**
 * Where texts came from. A candidate sees publisher, day and credits of every page, as its readers do, and has to reason
 * from them: whose account one page carries is not asked, for its credits say so. A page whose way back is not recorded
 * is never asked about.
 */
export const writeProvenance: Writer<'provenance'> = (writing, drop) => {
	const pages = tracePages(writing.index);
	return [...writeCounts(pages, writing), ...writeVoices(pages, writing, drop)];
};
