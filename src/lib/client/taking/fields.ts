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

type Field = HTMLInputElement | HTMLSelectElement;
const isField = (field: Element): field is Field =>
	field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
const isBox = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);

/** Whether a field stands otherwise than the page came with it. */
function isChanged(field: Field): boolean {
	if (isBox(field)) return field.checked !== field.defaultChecked;
	if (field instanceof HTMLInputElement) return field.value !== field.defaultValue;
	const options = [...field.options];
	const usual = options.find(({ defaultSelected }) => defaultSelected) ?? options[0];
	return field.value !== usual?.value;
}

/** The questions that were answered before the script came, on a slow connection say. */
export const answeredEarly = (form: HTMLFormElement): number[] =>
	[...form.querySelectorAll<HTMLInputElement>('[data-state]')]
		.map((field) => Number(field.dataset['state']))
		.filter((number) =>
			[...form.elements].some(
				(field) => isField(field) && isOf(number, field.name) && isChanged(field)
			)
		);

/** Puts values into the fields of a question, and nothing into those that have none. */
export function fill(form: HTMLFormElement, number: number, values: Record<string, string[]>) {
	for (const field of form.elements) {
		if (!isField(field) || !isOf(number, field.name)) continue;
		const given = values[field.name] ?? [];
		if (isBox(field)) field.checked = given.includes(field.value);
		else field.value = given[0] ?? '';
	}
}

export function valuesOf(fields: readonly [string, string][]): Record<string, string[]> {
	const values: Record<string, string[]> = {};
	for (const [name, value] of fields) (values[name] ??= []).push(value);
	return values;
}
