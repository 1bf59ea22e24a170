/**
 * Keeps what was typed on a paper, so that neither a reload nor a closed tab loses anything. A paper that is open in
 * several tabs stays one paper: each tab shows what the others wrote, and writes only what was changed in itself.
 */
import { begunPapers, forget, keyOf, paperName, readBegun, writeBegun } from './begun.ts';
import { changedNames, entriesOf, fill, joined, usualEntries, type Entry } from './entries.ts';
import { noteHandingIn, noteTyping } from './sat.ts';

const versionOf = (entries: readonly Entry[]) => entries.find(([name]) => name === 'version')?.[1];

/** Whether the browser put nothing into the fields by itself, as it does after a reload and on the way back. */
const cameFresh = () =>
	performance
		.getEntriesByType('navigation')
		.every((entry) => (entry as PerformanceNavigationTiming).type === 'navigate');

class Keeping {
	readonly #form: HTMLFormElement;
	readonly #name: string;
	readonly #onShown: () => void;
	/** What stood here when this page last knew what is kept. */
	#seen: Entry[];

	constructor(form: HTMLFormElement, name: string, seen: Entry[], onShown: () => void) {
		this.#form = form;
		this.#name = name;
		this.#seen = seen;
		this.#onShown = onShown;
	}

	/** Keeps what was changed here. */
	write() {
		const now = entriesOf(this.#form);
		const there = readBegun(this.#name)?.entries ?? [];
		const one = versionOf(there) === versionOf(now); // else what was typed last stands alone
		const entries = one ? joined(there, this.#seen, now) : now;
		this.#seen = now;
		const answered = entries.flatMap(([name]) => /^q\d+/.exec(name) ?? []);
		if (answered.length === 0) return void forget(this.#name);
		writeBegun(this.#name, {
			at: Date.now(),
			href: location.pathname + location.search,
			title: document.querySelector('h1')?.textContent?.trim() ?? '',
			given: new Set(answered).size,
			of: this.#form.querySelectorAll('[data-number]').length,
			entries
		});
	}

	/** Shows what is kept, but for what was changed here since. @param always in whatever version it was typed */
	show(always = false) {
		const there = readBegun(this.#name)?.entries;
		const before = entriesOf(this.#form);
		if (!there || (!always && versionOf(there) !== versionOf(before))) return;
		const entries = joined(there, this.#seen, before);
		const changed = changedNames(before, entries);
		this.#seen = there;
		if (changed.length === 0) return;
		fill(this.#form, entries);
		// what was judged there is no longer what stands there
		for (const item of this.#form.querySelectorAll<HTMLElement>('[data-number]'))
			if (changed.some((name) => name.split('-')[0] === `q${item.dataset['number']}`))
				item.dispatchEvent(new Event('input'));
		this.#onShown();
	}
}

/**
 * @param returned the server has just returned the paper with its answers: they are newer than what is kept
 * @param onShown the fields hold something else now
 */
export function keepTyped(
	form: HTMLFormElement,
	paper: string,
	returned: boolean,
	onShown: () => void
) {
	begunPapers(); // those of long ago go
	const name = paperName(paper);
	const usual = returned ? [] : cameFresh() ? usualEntries(form) : entriesOf(form);
	const keeping = new Keeping(form, name, usual, onShown);
	// what was answered in an earlier version stays as it was, until something is typed
	if (!form.dataset['begun']) {
		// before this script came
		const early = changedNames(usual, entriesOf(form)).length > 0;
		if (!returned) keeping.show(true);
		if (early) keeping.write();
	}
	form.addEventListener('input', () => {
		noteTyping();
		keeping.write();
	});
	form.addEventListener('submit', () => noteHandingIn(name));
	addEventListener('storage', ({ key }) => key === keyOf(name) && keeping.show());
	addEventListener('pageshow', ({ persisted }) => persisted && keeping.show());
}
