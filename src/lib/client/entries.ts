/** Fields of a form as names and texts. A name may stand several times; an empty text is no answer and left out. */
export type Entry = [name: string, text: string];

export const entriesOf = (form: HTMLFormElement): Entry[] =>
	[...new FormData(form)].flatMap(([name, text]) =>
		typeof text === 'string' && text !== '' ? [[name, text] as Entry] : []
	);

/** The fields as the page came with them. */
export function usualEntries(form: HTMLFormElement): Entry[] {
	const copy = form.cloneNode(true) as HTMLFormElement;
	copy.reset();
	return entriesOf(copy);
}

const textsOf = (entries: readonly Entry[], name: string) =>
	entries.filter((entry) => entry[0] === name).map(([, text]) => text);

const differ = (some: readonly string[], others: readonly string[]) =>
	some.length !== others.length || some.some((text, place) => text !== others[place]);

/** The names whose texts differ. */
export const changedNames = (before: readonly Entry[], now: readonly Entry[]): string[] =>
	[...new Set([...before, ...now].map(([name]) => name))].filter((name) =>
		differ(textsOf(before, name), textsOf(now, name))
	);

/**
 * Joins what this page changed to what others kept: of each field the text of the last writer.
 * @param there what is kept by now, by this page or another
 * @param before what stood here when this page last knew what is kept
 * @param now what stands here
 */
export function joined(
	there: readonly Entry[],
	before: readonly Entry[],
	now: readonly Entry[]
): Entry[] {
	const mine = new Set(changedNames(before, now));
	return [...there.filter(([name]) => !mine.has(name)), ...now.filter(([name]) => mine.has(name))];
}

/** Puts texts into the fields, and nothing into those that have none. */
export function fill(form: HTMLFormElement, entries: readonly Entry[]) {
	for (const field of form.elements) {
		const isSelect = field instanceof HTMLSelectElement;
		if (!(isSelect || field instanceof HTMLInputElement)) continue;
		const given = textsOf(entries, field.name);
		if (!isSelect && /radio|checkbox/.test(field.type)) field.checked = given.includes(field.value);
		else field.value = given[0] ?? '';
	}
}
