/** Keeps what was typed on papers, so that neither a reload nor a closed tab loses anything. */
import { attempt, paperKey } from './hints.ts';

/** A paper that was begun and not handed in. */
export interface Begun {
	/** When something was last typed, in milliseconds. */
	at: number;
	/** Where it is gone on with. */
	href: string;
	title: string;
	given: number;
	of: number;
	/** Fields as names and texts. */
	entries: [string, string][];
}

const keptDays = 30;
const dayMillis = 86_400_000;
const keyOf = (paper: string) => paperKey + paper;

function read(key: string): Begun | undefined {
	const begun = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null')) as Begun | null;
	return Array.isArray(begun?.entries) ? begun : undefined;
}

/** The half-finished papers of this device by name, the last one first; those of more than thirty days ago go. */
export function begunPapers(now = Date.now()): { paper: string; begun: Begun }[] {
	const keys = attempt(() => Object.keys(localStorage)) ?? [];
	return keys
		.filter((key) => key.startsWith(paperKey))
		.flatMap((key) => {
			const begun = read(key);
			if (begun && begun.at > now - keptDays * dayMillis)
				return [{ paper: key.slice(paperKey.length), begun }];
			attempt(() => localStorage.removeItem(key));
			return [];
		})
		.sort((a, b) => b.begun.at - a.begun.at);
}

/** @returns whether the paper was begun on this device */
export function forget(paper: string): boolean {
	const there = read(keyOf(paper)) !== undefined;
	attempt(() => localStorage.removeItem(keyOf(paper)));
	return there;
}

function restore(form: HTMLFormElement, entries: [string, string][]) {
	const given = (name: string) =>
		entries.filter((entry) => entry[0] === name).map(([, value]) => value);
	for (const field of form.elements) {
		if (field instanceof HTMLSelectElement) field.value = given(field.name)[0] ?? '';
		if (!(field instanceof HTMLInputElement)) continue;
		if (/radio|checkbox/.test(field.type)) field.checked = given(field.name).includes(field.value);
		else field.value = given(field.name)[0] ?? '';
	}
}

/** A paper as it stands now. */
function begunOf(form: HTMLFormElement): Begun {
	const entries = [...new FormData(form)] as [string, string][];
	const answered = entries.flatMap(([name, value]) => (value && /^q\d+/.exec(name)) || []);
	return {
		at: Date.now(),
		href: location.pathname + location.search,
		title: document.querySelector('h1')?.textContent?.trim() ?? '',
		given: new Set(answered).size,
		of: form.querySelectorAll('[data-number]').length,
		entries
	};
}

/** @param fill put back what was kept; not when the server has just returned the paper with its answers */
export function keepTyped(form: HTMLFormElement, paper: string, fill: boolean) {
	const kept = begunPapers().find((one) => one.paper === paper);
	if (fill && kept) restore(form, kept.begun.entries);
	const keep = () => {
		const begun = begunOf(form);
		if (begun.given === 0) forget(paper);
		else attempt(() => localStorage.setItem(keyOf(paper), JSON.stringify(begun)));
	};
	// what was answered in an earlier version stays as it was, until something is typed
	if (!fill && !form.dataset['begun']) keep();
	form.addEventListener('input', keep);
}
