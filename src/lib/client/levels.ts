/** Keeps the reading level that a reader chose, and the passage they were at when they changed it. */

const key = 'reading-level';

/** The head of the passage that stands at the top of the window. */
function passageHere(): string {
	const heads = [...document.querySelectorAll<HTMLElement>('main h2[id]')];
	const passed = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3);
	return passed.at(-1)?.id ?? '';
}

/** A link to an explainer at the kept level, when there is one and the link names none. */
function atLevel(link: HTMLAnchorElement, level: string) {
	const levels = link.dataset['levels']?.split(' ') ?? [];
	if (levels.includes(level)) link.pathname += `/${level}`;
}

export function keepLevel() {
	for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-levels] [data-level]'))
		link.addEventListener('click', () => {
			link.hash = passageHere();
			try {
				localStorage.setItem(key, link.dataset['level'] ?? '');
			} catch {
				// storage switched off: the address still carries the level
			}
		});
	try {
		const level = localStorage.getItem(key);
		if (level && level !== 'standard')
			for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-levels]'))
				atLevel(link, level);
	} catch {
		// as above
	}
}
