import { writeFileSync } from 'node:fs';
import { assemble } from '#lib/forms/assemble.ts';
import { candidateForm } from '#lib/forms/candidate.ts';
import { readSeed, shownSeed } from '#lib/forms/seed.ts';
import { openContent } from '#lib/server/open.ts';
import { formText } from '../form-text.ts';
import { UsageError, type Command } from '../command.ts';
import { printProblems } from '../problems.ts';

const formats = ['text', 'json', 'key'] as const;

export const form: Command = {
	summary: 'assembles a form and writes it',
	positionals: '',
	options: {
		module: { type: 'string', value: 'M', help: 'the module whose blueprint is used (needed)' },
		items: { type: 'string', value: 'N', help: 'number of items, instead of the blueprint’s' },
		seed: {
			type: 'string',
			value: 'S',
			help: 'six letters and figures; the same seed, the same form'
		},
		format: { type: 'string', value: 'F', help: `${formats.join(', ')} (default: text)` },
		out: { type: 'string', value: 'FILE', help: 'write to FILE instead of the screen' }
	},
	run({ content, values }) {
		const { index, bank, problems } = openContent(content);
		printProblems({ folder: content, problems });
		if (!index || !bank) return 1;
		const text = (name: string) => values[name] as string | undefined;
		const module = index.module.get(text('module') ?? '');
		if (!module)
			throw new UsageError(
				`${text('module') === undefined ? 'name a module with --module' : `there is no module "${text('module')}"`}; known: ${[...index.module.keys()].join(', ')}.`
			);
		const items = text('items') === undefined ? undefined : Number(text('items'));
		if (items !== undefined && !(Number.isInteger(items) && items >= 1 && items <= 40))
			throw new UsageError('--items takes a whole number from 1 to 40.');
		const seed = readSeed(text('seed') ?? '000000');
		if (seed === undefined)
			throw new UsageError(
				`"${text('seed')}" is no seed: six letters and figures, such as 7K3M9Q.`
			);
		const format = formats.find((one) => one === (text('format') ?? 'text'));
		if (!format)
			throw new UsageError(`there is no format "${text('format')}"; known: ${formats.join(', ')}.`);

		const assembled = assemble(bank, module, seed, items === undefined ? {} : { length: items });
		const written = {
			text: () => formText(candidateForm(assembled), module.title, shownSeed(seed)),
			key: () => JSON.stringify(assembled, null, '\t'),
			json: () => JSON.stringify(candidateForm(assembled), null, '\t')
		}[format]();
		const file = text('out');
		if (file === undefined) console.log(written);
		else {
			try {
				writeFileSync(file, `${written}\n`);
			} catch (error) {
				throw new UsageError(`can't write ${file}: ${(error as Error).message}`);
			}
		}
		for (const lack of assembled.lacks) console.error(`${module.id}: the bank lacks ${lack}.`);
		return 0;
	}
};
