/** The last moment of a day of the reader's calendar, so many days from one of its moments. */
export function dayEnd(now: number, days = 0): number {
	const day = new Date(now);
	return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days + 1).getTime() - 1;
}

/** The first moment of the reader's day. */
export const dayStart = (now: number): number => dayEnd(now, -1) + 1;

const form = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** "Tuesday 24 November" */
export const dayName = (at: number): string => form.format(at);

const dated = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** "24 November 2026" */
export const dateName = (at: number): string => dated.format(at);

/** "tomorrow", "in 5 days", "in 3 months": when something comes back. */
export function inDays(days: number): string {
	if (days <= 1) return 'tomorrow';
	if (days < 60) return `in ${days} days`;
	if (days < 730) return `in ${Math.round(days / 30.4)} months`;
	return `in ${Math.round(days / 365)} years`;
}
