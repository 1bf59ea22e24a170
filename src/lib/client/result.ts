import { forget, paperName } from './begun.ts';
import { hasPractice } from './hints.ts';
import { keepSat, wasHandedIn } from './sat.ts';

/**
 * A result: when it was handed in on this device, the paper is no longer half-finished but done, and its answers go into
 * the reviews of a reader who has begun them. A result that somebody shared tells nothing about the reader.
 */
export function wireResult(page: ParentNode, paper: string) {
	const name = paperName(paper);
	if (!wasHandedIn(name) || !forget(name)) return;
	const { dataset } = page.querySelector<HTMLElement>('[data-result]') ?? {};
	keepSat({
		paper: name,
		at: Date.now(),
		href: location.pathname + location.search,
		title: dataset?.['title'] ?? '',
		gained: Number(dataset?.['gained']),
		full: Number(dataset?.['full'])
	});
	if (hasPractice())
		void import('./practice/met.ts').then(({ keepHandedIn }) => keepHandedIn(page));
}
