import { costOfSkipping, forecast, type Day } from '#lib/practice/ahead.ts';
import { make } from '../make.ts';
import { dayEnd, dayName } from './days.ts';
import type { Kept } from './store.ts';
import { count } from './words.ts';

const days = 8; // today and the seven after it

function rowOf({ end, waiting, taken }: Day, place: number): HTMLElement {
	const later = waiting - taken;
	const number = later > 0 ? `${taken}, and ${later} later` : String(taken);
	return make(
		'tr',
		{},
		make('th', { scope: 'row' }, place === 0 ? 'Today' : dayName(end)),
		make('td', {}, number)
	);
}

function costSentence(all: Kept, now: number): string {
	const cost = costOfSkipping(all.reviews, all.terms, now, dayEnd(now, days - 1));
	if (cost.waiting === 0) return 'A week without reviews would cost nothing: none are due in it.';
	return `After a week without reviews, ${count(cost.waiting, 'question')} would wait: ${count(cost.days, 'day')} of your daily number. You would likely still know ${cost.knownThen} of them, where it is ${cost.knownNow} now.`;
}

/** Shows what the next days bring, and what a week off costs. */
export function showOutlook(place: HTMLElement, all: Kept) {
	const now = Date.now();
	const ends = Array.from({ length: days }, (_, day) => dayEnd(now, day));
	const apart = all.reviews.filter(({ gone }) => gone).length;
	const rows = forecast(all.reviews, all.terms, ends, all.done).map(rowOf);
	place.replaceChildren(
		make(
			'table',
			{ class: 'days' },
			make('caption', {}, 'If you meet nothing new, keep to each day, and answer rightly'),
			make('tbody', {}, ...rows)
		),
		make('p', { class: 'soft' }, 'What you get wrong comes back the day after, on top of this.'),
		make('p', {}, costSentence(all, now))
	);
	if (apart > 0)
		place.append(
			make(
				'p',
				{},
				`${count(apart, 'question is', 'questions are')} no longer in the sourcebook, and set apart: not asked any more, and not erased.`
			)
		);
}
