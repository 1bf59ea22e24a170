/** What a form of the page came back with. */
export interface Problem {
	/** The part of the page that it belongs to. */
	at: string;
	code: string;
	sentence: string;
}
/** What was typed, by field. */
export type Typed = Record<string, string[]>;

export interface Group {
	id: string;
	name: string;
	code: string;
	/** IANA name of its time zone. */
	zone: string;
	names: 'own' | 'list';
	capacity: number;
	/** Whether students can join now. */
	open: boolean;
}

export interface Student {
	id: string;
	name: string;
	joined: boolean;
}
