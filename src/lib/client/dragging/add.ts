import { dragLines } from './lines.ts';
import { dragOptions } from './options.ts';

/** Lets the lines of each order, and the options of each matching, in a part of the page be dragged. */
export function addDragging(root: ParentNode) {
	root.querySelectorAll<HTMLElement>('[data-order]').forEach(dragLines);
	root.querySelectorAll<HTMLElement>('[data-match]').forEach(dragOptions);
}
