import { attempt as tryTo } from '../hints.ts';
import { fill, stateField, valuesOf } from './fields.ts';
import type { Snapshot } from './outbox.ts';

/*
 * A page that was asked for while an answer was on its way may have been made before it arrived, and show what stood
 * until then. What arrived from this tab is remembered as long as the tab is open, for such a page.
 */

type Arrived = Record<string, Pick<Snapshot, 'fields' | 'state'>>;

const key = (attempt: string) => `arrived:${attempt}`;
const read = (attempt: string): Arrived =>
	tryTo(() => JSON.parse(sessionStorage.getItem(key(attempt)) ?? '{}') as Arrived) ?? {};

/** @param state as the server named it when the answer had arrived */
export function noteArrived(attempt: string, { number, fields }: Snapshot, state: string) {
	const noted = { ...read(attempt), [number]: { fields, state } };
	tryTo(() => sessionStorage.setItem(key(attempt), JSON.stringify(noted)));
}

const versionOf = (state: string) => Number.parseInt(state, 10);

/** Brings a page up to what has arrived since it was made, but leaves alone what was answered on it `since`. */
export function bringUp(form: HTMLFormElement, attempt: string, since: readonly number[]) {
	for (const [name, { fields, state }] of Object.entries(read(attempt))) {
		const number = Number(name);
		const field = stateField(form, number);
		if (!field || versionOf(field.value) >= versionOf(state)) continue;
		field.value = state;
		if (!since.includes(number)) fill(form, number, valuesOf(fields));
	}
}
