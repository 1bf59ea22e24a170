import { hasPaper, hasPractice } from './hints.ts';

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

/** What is the reader's own on this device. Nothing is loaded for it where nothing is kept. */
export function wakeOwn() {
	const part = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);
	const [waiting, progress, review, end] = ['waiting', 'progress', 'review', 'read'].map(part);
	const any = hasPractice() || hasPaper();
	if (waiting && any) void import('./waiting.ts').then(({ showWaiting }) => showWaiting(waiting));
	if (progress && any)
		void import('./practice/progress.ts').then(({ showProgress }) => showProgress(progress));
	if (end) noteEnd(end);
	if (!review) return;
	const wake = () =>
		void import('./practice/review.ts').then(({ wireReview }) => wireReview(review));
	if (hasPractice()) wake();
	else addEventListener('practice', wake, { once: true });
}
