/** Adds dragging to what is pressed and typed, where there is something to drag: it comes only then. */
export async function bringDragging(root: ParentNode) {
	if (!root.querySelector('[data-order], [data-match]')) return;
	(await import('./add.ts')).addDragging(root);
}
