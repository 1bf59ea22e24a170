/** The fields of one question of a paper. */

export const itemOf = (form: HTMLElement, number: number) =>
	form.querySelector<HTMLElement>(`[data-number="${number}"]`) ?? undefined;

/** What the page says stands on the server for a question; undefined when its answer is fixed. */
export const stateField = (form: HTMLElement, number: number) =>
	form.querySelector<HTMLInputElement>(`[data-state="${number}"]`) ?? undefined;

const isOf = (number: number, name: string) =>
	name === `q${number}` || name.startsWith(`q${number}-`);

export const fieldsOf = (form: HTMLFormElement, number: number): [string, string][] =>
	[...new FormData(form)].flatMap(([name, value]) =>
		isOf(number, name) && typeof value === 'string' ? [[name, value] as [string, string]] : []
	);

/** Puts values into the fields of a question, and nothing into those that have none. */
export function fill(form: HTMLFormElement, number: number, values: Record<string, string[]>) {
	for (const field of form.elements) {
		if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
		if (!isOf(number, field.name)) continue;
		const given = values[field.name] ?? [];
		if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type))
			field.checked = given.includes(field.value);
		else field.value = given[0] ?? '';
	}
}

export function valuesOf(fields: readonly [string, string][]): Record<string, string[]> {
	const values: Record<string, string[]> = {};
	for (const [name, value] of fields) (values[name] ??= []).push(value);
	return values;
}
