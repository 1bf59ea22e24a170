/** Keeps what was typed on a paper for this tab, so that a reload loses nothing. */

const keyOf = (paper: string) => `paper:${paper}`;

/** Storage may be switched off or full: then nothing is kept, and nothing else breaks. */
function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}

export const forget = (paper: string) => attempt(() => sessionStorage.removeItem(keyOf(paper)));

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

/** @param fill put back what was kept; not when the server has just returned the paper with its answers */
export function keepTyped(form: HTMLFormElement, paper: string, fill: boolean) {
	const key = keyOf(paper);
	const kept = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null'));
	if (fill && Array.isArray(kept)) restore(form, kept);
	form.addEventListener('input', () => {
		attempt(() => sessionStorage.setItem(key, JSON.stringify([...new FormData(form)])));
	});
}
