import { make } from '../make.ts';
import { page } from './address.ts';
import { paperOf } from './packs.ts';

/** A paper came back because its questions changed: offers to finish it as it was begun, where this device has it. */
export async function offerBegun(form: HTMLFormElement, version: string) {
	const paper = form.dataset['paper'] ?? '';
	const [module = '', seed = ''] = paper.split('/');
	if (!(await paperOf(module, seed, version))) return;
	const href = `${page}?${new URLSearchParams({ paper, v: version })}`;
	const way = make('a', { class: 'go', href }, 'Finish the paper as you began it');
	document.getElementById('summary')?.append(make('p', {}, way));
}
