import { hasPaper, hasPractice, hasSat } from './hints.ts';

/** Notes that an explainer was read, once its end stands in the window. */
function noteEnd(end: HTMLElement) {
	const seen = new IntersectionObserver(([entry]) => {
		if (!entry?.isIntersecting) return;
		seen.disconnect();
		void import('./practice/store.ts').then(({ markRead }) =>
			markRead(end.dataset['read'] ?? '').catch(() => undefined)
		);
	});
	seen.observe(end);
}

/** Where nothing is kept yet, a page that speaks of it says whether anything can be. */
const probe = (page: HTMLElement) =>
	void import('./practice/probe.ts').then(({ sayIfNothingIsKept }) => {
		const said = page.querySelector<HTMLElement>('[data-left], [data-sum]');
		if (said) void sayIfNothingIsKept(said);
	});

function wakeReview(page: HTMLElement) {
	const wake = () => void import('./practice/review.ts').then(({ wireReview }) => wireReview(page));
	if (hasPractice()) return wake();
	probe(page);
	addEventListener('practice', wake, { once: true });
}

/** What is the reader's own on this device. Nothing is loaded for it where nothing is kept. */
export function wakeOwn() {
	const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);
	const [waiting, progress, review, end] = ['waiting', 'progress', 'review', 'read'].map(part);
	if (waiting && (hasPractice() || hasPaper()))
		void import('./waiting.ts').then(({ showWaiting }) => showWaiting(waiting));
	if (progress && (hasPractice() || hasPaper() || hasSat()))
		void import('./practice/progress.ts').then(({ showProgress }) => showProgress(progress));
	else if (progress) probe(progress);
	if (end) noteEnd(end);
	if (review) wakeReview(review);
}
