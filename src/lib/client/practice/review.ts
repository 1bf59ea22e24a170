import { showOutlook } from './outlook.ts';
import { Session } from './session.ts';
import { kept } from './store.ts';
import { showTerms, wireTerms } from './terms.ts';
import { keepsNothing } from './words.ts';

const afterMillis = 1000;

function need<T extends HTMLElement>(page: HTMLElement, name: string): T {
	const found = page.querySelector<T>(`[data-${name}]`);
	if (!found) throw new Error(`the page of reviews has no place for ${name}`);
	return found;
}

/** Brings the page of reviews to life: today's items, what the next days bring, and the reader's terms. */
export async function wireReview(page: HTMLElement) {
	const left = need(page, 'left');
	const terms = need<HTMLFormElement>(page, 'terms');
	const outlook = need(page, 'outlook');
	const tell = async () => {
		const all = await kept();
		showTerms(terms, all);
		showOutlook(outlook, all);
		need(page, 'ahead').hidden = all.reviews.length === 0;
		need(page, 'begin').hidden = all.reviews.length > 0;
	};
	try {
		const places = { left, item: need(page, 'item'), rate: need(page, 'rate') };
		const session = new Session({ ...places, undo: need(page, 'undo') }, () => void tell());
		wireTerms(terms, () => session.next());
		addEventListener('practice', () => void session.next());
		const again = () => void session.lookAgain().catch(() => undefined);
		document.addEventListener('visibilitychange', () => !document.hidden && again());
		// which is told before the network is there
		addEventListener('online', () => setTimeout(again, afterMillis));
		await session.next();
	} catch {
		left.textContent = keepsNothing;
	}
}
