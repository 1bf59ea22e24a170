import { dueBy, todays } from '#lib/practice/due.ts';
import type { Rating, Review } from '#lib/practice/review.ts';
import { make } from '../make.ts';
import { dayEnd, dayStart } from './days.ts';
import { practiceItem, showItem, type PracticeItem } from './item.ts';
import { ratingKeys, ratingRow } from './rate.ts';
import { record, type Judged, type Recorded } from './record.ts';
import { kept, setApart, type Kept } from './store.ts';
import { undo, undoReview } from './undo.ts';
import { keepsNothing } from './words.ts';

/** The places of the page that a session fills. */
export interface Places {
	/** How many are left: a live region. */
	left: HTMLElement;
	item: HTMLElement;
	rate: HTMLElement;
	undo: HTMLElement;
}

const reworded = 'The question was reworded since you last saw it.';
const elsewhere = 'You answered this question somewhere else today: that answer counts.';
const outOfReach =
	'The questions of today are not kept in your browser, and the server can’t be reached. Come back with a connection.';

/**
 * Today's items one at a time. An answer counts at once, so that nothing is lost when the page is left; what the reader
 * then says of it takes its place.
 */
export class Session {
	readonly #places: Places;
	readonly #onChange: () => void;
	#open: { close(): void } | undefined;
	/** Not kept here, and not to be had now. */
	readonly #missing = new Set<string>();
	/** The item that stands there. */
	#shown: string | undefined;
	#turn = Promise.resolve();
	/** When the page was opened. */
	readonly #since = Date.now();

	constructor(places: Places, onChange: () => void) {
		this.#places = places;
		this.#onChange = onChange;
		ratingKeys(places.rate);
		places.undo.addEventListener('click', () => this.#try(() => this.#undo()));
	}

	/** Shows the next item, or that all is done. @param first an id that comes before the others */
	async next(first?: string): Promise<void> {
		const { item: place, rate } = this.#places;
		this.#open?.close();
		this.#shown = undefined;
		rate.replaceChildren();
		const due = await this.#tell();
		const review = due.find(({ id }) => id === first) ?? due[0];
		if (!review) return place.replaceChildren();
		const item = await this.#itemOf(review);
		if (!item) return this.next(first);
		this.#show(review, item);
	}

	/** Looks again when the reader, or the connection, comes back: a day may have passed, or another tab may have answered. */
	async lookAgain(): Promise<void> {
		this.#missing.clear();
		const due = await this.#tell();
		const shown = this.#shown;
		const answered = this.#places.rate.childElementCount > 0;
		if (!answered && (shown ? !due.some(({ id }) => id === shown) : due.length > 0))
			await this.next();
	}

	/** Says how many are left today. @returns them */
	async #tell(): Promise<Review[]> {
		const now = Date.now();
		const all = await kept(now);
		const { reviews, terms, done } = all;
		const todo = todays(reviews, terms, dayEnd(now), done);
		const due = todo.filter(({ id }) => !this.#missing.has(id));
		const missing = todo.length - due.length;
		// what was answered on another day is settled, unless the page is open since then
		this.#places.undo.hidden = all.undoable < Math.min(dayStart(now), this.#since);
		this.#places.left.textContent =
			due.length > 0
				? `${due.length} left today${missing > 0 ? `, and ${missing} more with a connection` : ''}`
				: this.#nothing(all, dayEnd(now), missing);
		this.#onChange();
		return due;
	}

	#nothing({ reviews, terms }: Kept, until: number, missing: number): string {
		if (missing > 0) return outOfReach;
		if (terms.pausedUntil >= until) return 'Reviews are paused.';
		const waiting = dueBy(reviews, until).length;
		if (waiting > 0) return `Today’s number is done; ${waiting} more can wait for tomorrow.`;
		return reviews.length > 0
			? 'Nothing more to review today.'
			: 'Nothing is kept for review on this device yet.';
	}

	/** The item; undefined when it is not to be had, and then the session goes on without it. */
	async #itemOf({ id }: Review): Promise<PracticeItem | undefined> {
		try {
			const item = await practiceItem(id);
			if (!item) await setApart(id);
			return item;
		} catch {
			this.#missing.add(id); // nobody knows whether the bank still has it
			return undefined;
		}
	}

	#show(review: Review, item: PracticeItem) {
		const { item: place } = this.#places;
		this.#shown = review.id;
		place.replaceChildren();
		if (item.rev !== review.rev) place.append(make('p', { class: 'soft' }, reworded));
		const holder = make('div');
		place.append(holder);
		this.#open = showItem(holder, item, {
			onJudged: (judged) => this.#try(() => this.#judged(review, { ...metOf(item), ...judged }))
		});
	}

	/** Does one thing after the other, however fast they are pressed. */
	#try(work: () => Promise<void>) {
		this.#turn = this.#turn
			.then(work)
			.catch(() => void (this.#places.left.textContent = keepsNothing));
	}

	async #judged(before: Review, judged: Judged) {
		const recorded = await record([judged], 'review');
		const row = ratingRow(before, judged, (rating) =>
			this.#try(() => this.#rate(judged, rating, recorded))
		);
		if (recorded.length === 0) row.prepend(make('p', { class: 'soft' }, elsewhere));
		this.#places.rate.replaceChildren(row);
		await this.#tell();
		this.#places.item.focus({ preventScroll: true });
	}

	async #rate(judged: Judged, rating: Rating, recorded: readonly Recorded[]) {
		this.#places.rate.replaceChildren();
		// answered elsewhere meanwhile: the first answer of a day stays, with what was said of it
		const undone = await undo(recorded.map(({ step }) => step));
		if (undone.length > 0) await record([{ ...judged, rating }], 'review');
		await this.next();
		this.#focusItem();
	}

	async #undo() {
		const id = await undoReview();
		await this.next(id);
		const { left } = this.#places;
		if (id) left.textContent = `Undone: the question stands here again. ${left.textContent}`;
		this.#focusItem();
	}

	#focusItem() {
		this.#places.item.focus({ preventScroll: true });
		this.#places.item.scrollIntoView({ block: 'nearest' });
	}
}

const metOf = ({ id, rev, topic }: PracticeItem) => ({ id, rev, topic });
