import { dueBy, todays } from '#lib/practice/due.ts';
import type { Rating, Review } from '#lib/practice/review.ts';
import { make } from '../make.ts';
import { dayEnd } from './days.ts';
import { practiceItem, showItem, type PracticeItem } from './item.ts';
import { ratingKeys, ratingRow } from './rate.ts';
import { kept, record, setApart, undo, type Judged, type Kept } from './store.ts';
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
const notKept =
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

	constructor(places: Places, onChange: () => void) {
		this.#places = places;
		this.#onChange = onChange;
		ratingKeys(places.rate);
		places.undo.addEventListener('click', () => this.#try(this.#undo()));
	}

	/** Shows the next item, or that all is done. @param first an id that comes before the others */
	async next(first?: string): Promise<void> {
		const { left, item: place, rate } = this.#places;
		this.#open?.close();
		rate.replaceChildren();
		const now = Date.now();
		const all = await kept(now);
		const due = todays(all.reviews, all.terms, dayEnd(now), all.done).filter(
			({ id }) => !this.#missing.has(id)
		);
		this.#places.undo.hidden = !all.undoable;
		left.textContent =
			due.length > 0 ? `${due.length} left today` : this.#nothing(all, dayEnd(now));
		this.#onChange();
		const review = due.find(({ id }) => id === first) ?? due[0];
		if (!review) return place.replaceChildren();
		const item = await this.#itemOf(review);
		if (!item) return this.next();
		this.#show(review, item);
	}

	#nothing({ reviews, terms }: Kept, until: number): string {
		if (this.#missing.size > 0) return notKept;
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
		place.replaceChildren();
		if (item.rev !== review.rev) place.append(make('p', { class: 'soft' }, reworded));
		const holder = make('div');
		place.append(holder);
		this.#open = showItem(holder, item, {
			onJudged: (judged) => this.#try(this.#judged(review, { ...metOf(item), ...judged }))
		});
	}

	#try(work: Promise<void>) {
		work.catch(() => (this.#places.left.textContent = keepsNothing));
	}

	async #judged(before: Review, judged: Judged) {
		const counted = (await record([judged], 'review')).length > 0;
		this.#places.rate.replaceChildren(
			ratingRow(before, judged, (rating) => this.#try(this.#rate(judged, rating, counted)))
		);
		this.#onChange();
		this.#places.undo.hidden = false;
		this.#places.item.focus({ preventScroll: true });
	}

	async #rate(judged: Judged, rating: Rating, counted: boolean) {
		this.#places.rate.replaceChildren();
		// answered elsewhere meanwhile: the first answer of a day stays, with what was said of it
		if (counted) {
			await undo([judged.id]);
			await record([{ ...judged, rating }], 'review');
		}
		await this.next();
		this.#focusItem();
	}

	async #undo() {
		const [id] = await undo();
		await this.next(id);
		this.#focusItem();
	}

	#focusItem() {
		this.#places.item.focus({ preventScroll: true });
		this.#places.item.scrollIntoView({ block: 'nearest' });
	}
}

const metOf = ({ id, rev, topic }: PracticeItem) => ({ id, rev, topic });
