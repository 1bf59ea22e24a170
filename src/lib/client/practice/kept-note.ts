import { make } from '../make.ts';
import { keepItems } from './item.ts';
import type { Occasion } from './database.ts';
import { record, type Judged, type Recorded } from './record.ts';
import { undo } from './undo.ts';
import { count, keepsNothing } from './words.ts';

const nothing = 'Nothing was answered here: there is nothing to keep.';
const already = 'Answered today already: of one day the first answer counts for your reviews. ';

const all = 'Undone: nothing of it is kept.';
const notAll = 'What was answered again since then stays in your reviews.';

const toReviews = () => make('a', { href: '/review' }, 'Your reviews');

/** Says what was kept, with a way there and a way back. */
function tell(place: HTMLElement, kept: readonly Recorded[], asked: number) {
	if (asked === 0) return place.replaceChildren(nothing);
	if (kept.length === 0) return place.replaceChildren(already, toReviews());
	const back = make('button', { type: 'button', class: 'plain' }, 'Undo');
	const what = asked === 1 ? 'Kept' : `${count(kept.length, 'question')} kept`;
	place.replaceChildren(`${what} for your reviews. `, toReviews(), ' ', back);
	back.addEventListener('click', () => {
		undo(kept.map(({ step }) => step)).then(
			(undone) => place.replaceChildren(undone.length < kept.length ? notAll : all),
			() => place.replaceChildren(keepsNothing)
		);
	});
}

/** Puts answers into the reader's reviews, and says so in a place that is a live region. */
export async function keepAndTell(place: HTMLElement, judged: readonly Judged[], by: Occasion) {
	try {
		const kept = await record(judged, by);
		tell(place, kept, judged.length);
		if (kept.length > 0) await keepItems(kept.map(({ id }) => id)).catch(() => undefined);
	} catch {
		place.replaceChildren(keepsNothing);
	}
}
