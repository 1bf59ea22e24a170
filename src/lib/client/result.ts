import { hasPractice } from './hints.ts';
import { forget } from './keep.ts';

/**
 * A result: the paper is no longer half-finished, and when it was handed in on this device, its answers go into the
 * reviews of a reader who has begun them. A result that somebody shared tells nothing about the reader.
 */
export function wireResult(page: ParentNode, paper: string) {
	if (forget(paper) && hasPractice())
		void import('./practice/met.ts').then(({ keepHandedIn }) => keepHandedIn(page));
}
