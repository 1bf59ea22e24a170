import { mount, unmount } from 'svelte';
import Alone from '#lib/components/Alone.svelte';
import { alone } from '#lib/papers/alone.ts';
import type { PracticeItem } from '#lib/papers/pack.ts';
import { bringDragging } from '../dragging/bring.ts';
import { markPairs } from '../offline/mark-pairs.ts';
import { addMoves } from '../order.ts';

/** Far beyond the numbers of any paper on the page. */
let shown = 1000;

/** See `showItem`. @returns what takes it away again */
export function show(
	target: HTMLElement,
	item: PracticeItem,
	onJudged: (judged: { mark: number; of: number }) => void
): () => void {
	const { view, judge } = alone(item, String(Date.now()), ++shown);
	const mounted = mount(Alone, {
		target,
		props: {
			item: view,
			judge(entries: [string, string][]) {
				const judged = judge(entries);
				if (typeof judged !== 'string')
					// once its feedback stands there
					setTimeout(() => {
						markPairs(target, item.pairs);
						onJudged({ mark: judged.gained, of: judged.full });
					});
				return judged;
			}
		}
	});
	markPairs(target, item.pairs);
	for (const list of target.querySelectorAll<HTMLElement>('[data-order]')) addMoves(list);
	bringDragging(target).catch(() => undefined);
	return () => void unmount(mounted);
}
