/** The record of a source as a device keeps it: what is needed to judge it, without its digest. */
export interface KeptSource {
	title: string;
	lang: string;
	short: string;
	published: string;
	kind: string;
	publisher: string;
	perspective: string;
	url: string | undefined;
	/** What is known to be wrong in it, and where. */
	cautions: { place: string; reads: string; known: string }[];
}
