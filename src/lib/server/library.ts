import { randomInt } from 'node:crypto';
import pack from 'virtual:content';
import { group, indexPack, type Index } from '../facts/pack.ts';
import { assemble } from '../forms/assemble.ts';
import type { Form } from '../forms/form.ts';
import { seedFrom } from '../forms/seed.ts';
import { writeBank, type Bank } from '../items/bank.ts';
import type { Item } from '../items/item.ts';
import { moduleNamed } from './modules.ts';

/** Everything the pages are made from, built once for each process. */
export interface Library {
	index: Index;
	bank: Bank;
	itemsByFact: Map<string, Item[]>;
	/** The paper of a module, or of a mixture of several, and a seed. @throws Error when there is no such module */
	form(module: string, seed: string): Form;
}

let built: Library | undefined;

function build(): Library {
	const index = indexPack(pack);
	const bank = writeBank(index);
	return {
		index,
		bank,
		itemsByFact: group(bank.items, ({ facts }) => facts),
		form(name, seed) {
			const module = moduleNamed(name, index);
			if (!module) throw new Error(`there is no module "${name}"`);
			return assemble(bank, module, seed);
		}
	};
}

export const library = (): Library => (built ??= build());

/** A seed nobody can guess from the last one. */
export const newSeed = (): string => seedFrom(randomInt(2 ** 30));
