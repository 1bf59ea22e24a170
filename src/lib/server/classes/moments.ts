import { Temporal } from 'temporal-polyfill';

/** A moment for people, in the time zone of the class: "Tue 24 November 2026, 14:30". */
export const shownMoment = (millis: number, zone: string): string =>
	new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		weekday: 'short',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit'
	}).format(millis);

/** A day for people: "24 November 2026". */
export const shownDay = (millis: number, zone: string): string =>
	new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'long' }).format(millis);

/**
 * A moment as a field of `datetime-local` has it, in the time zone of the class.
 * @returns milliseconds UTC; null when empty, undefined when it is no moment. Of an hour that comes twice, the first;
 * of one that is left out, that much later.
 */
export function readMoment(text: string, zone: string): number | null | undefined {
	if (text.trim() === '') return null;
	try {
		return Temporal.PlainDateTime.from(text.trim()).toZonedDateTime(zone).epochMilliseconds;
	} catch {
		return undefined; // a RangeError is how Temporal says no
	}
}

/** For a field of `datetime-local`. */
export const fieldMoment = (millis: number | null, zone: string): string =>
	millis === null
		? ''
		: Temporal.Instant.fromEpochMilliseconds(millis)
				.toZonedDateTimeISO(zone)
				.toPlainDateTime()
				.toString({ smallestUnit: 'minute' });

/** A time limit for people: "20 minutes", "1 hour 30 minutes". */
export function shownLength(seconds: number): string {
	const [hours, minutes, rest] = [
		Math.floor(seconds / 3600),
		Math.floor((seconds % 3600) / 60),
		seconds % 60
	];
	const part = (number: number, unit: string) =>
		number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
	return [part(hours, 'hour'), part(minutes, 'minute'), part(rest, 'second')]
		.filter(Boolean)
		.join(' ');
}
