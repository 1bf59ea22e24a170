import type { Module } from '../../src/lib/facts/schema.ts';
import { assemble } from '../../src/lib/forms/assemble.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { seedFrom } from '../../src/lib/forms/seed.ts';
import type { Sound } from './packs.ts';

export interface Drawn {
	module: Module;
	form: Form;
}

/** The seeds of so many forms. */
export const seedsOf = (count: number): string[] =>
	Array.from({ length: count }, (_, turn) => seedFrom(turn * 40_503_001));

/** So many forms of each module of a pack, and the forms that break a law, by module and seed. */
export function drawnForms({ index, bank }: Sound, count: number) {
	const forms: Drawn[] = [...index.module.values()].flatMap((module) =>
		seedsOf(count).map((seed) => ({ module, form: assemble(bank, module, seed) }))
	);
	const broken = (law: (drawn: Drawn) => unknown): string[] =>
		forms.flatMap((one) => {
			const what = law(one);
			return what ? [`${one.module.id}/${one.form.seed}: ${JSON.stringify(what)}`] : [];
		});
	return { forms, broken };
}
