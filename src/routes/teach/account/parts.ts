/** What a form of the page came back with. */
export interface Back {
	/** The part of the page that it belongs to. */
	at: string;
	problem: { field?: string; sentence: string } | undefined;
	typed: { name: string; email: string };
}

/** "22 November 2026" */
export const dayOf = (millis: number): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(millis);

export const isoDay = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
