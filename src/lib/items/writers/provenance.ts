import { tracePages } from '../chains.ts';
import type { Writer } from '../draft.ts';
import { writeBehind } from './provenance-behind.ts';
import { writeCounts } from './provenance-count.ts';
import { writeOrigins } from './provenance-origin.ts';
import { writeVoices } from './provenance-voice.ts';

/**
 * Where texts came from. A candidate sees publisher, day and credits of every page, as its readers do, and has to reason
 * from them; a page whose way back is not recorded is never asked about.
 */
export const writeProvenance: Writer<'provenance'> = (writing, drop) => {
	const pages = tracePages(writing.index);
	return [writeBehind, writeCounts, writeVoices, writeOrigins].flatMap((write) =>
		write(pages, writing, drop)
	);
};
