import type { Time } from './send.ts';

const minute = 60_000;
/** When those who do not look at the clock are told. */
const told = [10 * minute, 5 * minute, minute];

const two = (value: number) => String(value).padStart(2, '0');

/** "12:05", "1:02:30" */
export function shownLeft(millis: number): string {
	const seconds = Math.max(0, Math.ceil(millis / 1000));
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
	return hours > 0
		? `${hours}:${two(minutes)}:${two(seconds % 60)}`
		: `${minutes}:${two(seconds % 60)}`;
}

/** Shows the time that is left, by the server's clock, and says when it ends. */
export function startClock(
	{ now, ends }: { now: number; ends: number | null },
	place: HTMLElement,
	on: { tell(sentence: string): void; end(): void }
) {
	let endsAt = ends;
	// a device's own clock may be wrong, or set while the page is open
	let ahead = now - performance.now();
	let before = Infinity;
	let ended = false;

	function tick() {
		if (endsAt === null) {
			place.textContent = '';
			return;
		}
		const left = endsAt - (performance.now() + ahead);
		place.textContent = `Time left ${shownLeft(left)}`;
		for (const mark of told)
			if (before > mark && left <= mark && left > mark - minute && before !== Infinity)
				on.tell(`${mark / minute} ${mark === minute ? 'minute' : 'minutes'} left.`);
		before = left;
		if (left > 0) ended = false;
		else if (!ended) {
			ended = true;
			on.end();
		}
	}
	tick();
	setInterval(tick, 1000);

	/** Sets it by what the server said. */
	return function set({ now, endsAt: end }: Time) {
		if (now !== undefined) ahead = now - performance.now();
		if (end !== undefined) endsAt = end;
		tick();
	};
}
