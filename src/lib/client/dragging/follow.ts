/** What a drag does. Places are those of the window, in pixels. */
export interface Drag {
	start(): void;
	to(x: number, y: number): void;
	/** It is over: where it was let go, or, by Escape or the system, as if nothing had been. */
	end(dropped: boolean): void;
}

/** So far a pointer goes before it drags: less is a click. */
const slackPixels = 5;
/** So near to the edge of the window the page scrolls along. */
const edgePixels = 56;

function scrollAlong(y: number) {
	if (y < edgePixels) scrollBy({ top: -10, behavior: 'instant' });
	else if (y > innerHeight - edgePixels) scrollBy({ top: 10, behavior: 'instant' });
}

/** Nothing that a drag ends upon is clicked. */
function muteClick() {
	const mute = (event: Event) => event.preventDefault();
	addEventListener('click', mute, { capture: true, once: true });
	setTimeout(() => removeEventListener('click', mute, { capture: true }));
}

/**
 * Follows a mouse, pen or finger from where it was pressed.
 * @param holder what stays in its place meanwhile
 */
export function follow(holder: HTMLElement, pressed: PointerEvent, drag: Drag) {
	if (pressed.button !== 0 || !pressed.isPrimary) return;
	const { pointerId, clientX, clientY } = pressed;
	const over = new AbortController();
	let begun = false;

	function end(dropped: boolean) {
		over.abort();
		if (!begun) return;
		drag.end(dropped);
		if (dropped) muteClick();
	}
	const on = <K extends keyof DocumentEventMap>(
		kind: K,
		hear: (event: DocumentEventMap[K]) => void
	) => document.addEventListener(kind, hear, { signal: over.signal, capture: true });

	on('pointermove', ({ pointerId: id, clientX: x, clientY: y }) => {
		if (id !== pointerId) return;
		if (!begun && Math.hypot(x - clientX, y - clientY) < slackPixels) return;
		if (!begun) {
			begun = true;
			holder.setPointerCapture(pointerId);
			drag.start();
		}
		scrollAlong(y);
		drag.to(x, y);
	});
	on('pointerup', ({ pointerId: id }) => id === pointerId && end(true));
	on('pointercancel', ({ pointerId: id }) => id === pointerId && end(false));
	on('keydown', (event) => {
		if (event.key !== 'Escape' || !begun) return;
		event.preventDefault();
		event.stopPropagation();
		end(false);
	});
}
