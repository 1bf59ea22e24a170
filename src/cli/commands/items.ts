import { kinds, type Item } from '#lib/items/item.ts';
import { partsOf } from '#lib/items/parts.ts';
import { itemRecord } from '#lib/items/record.ts';
import { visibleText } from '#lib/items/visible.ts';
import { openContent } from '#lib/server/open.ts';
import { UsageError, type Command } from '../command.ts';
import { printProblems } from '../problems.ts';

/** An item as one line of JSON, in the shape that ARCHITECTURE.md names and `flaws` reads. */
const line = (item: Item): string => JSON.stringify(itemRecord(item));

function print(item: Item): void {
	console.log(
		`\n${item.id}  (${item.kind}, ${item.level}, ${item.topic}, rev ${item.rev})\n${item.stem}`
	);
	for (const text of visibleText(item).slice(1)) console.log(`  | ${text}`);
	for (const { key, text, rationale } of partsOf(item))
		console.log(`  ${key ? '*' : 'o'} ${text}\n      ${rationale.text}`);
}

export const items: Command = {
	summary: 'prints the item bank',
	positionals: '',
	options: {
		module: { type: 'string', value: 'M', help: 'only the topics of this module' },
		kind: { type: 'string', value: 'K', help: `only this kind: ${kinds.join(', ')}` },
		json: { type: 'boolean', help: 'one item a line, as JSON' },
		dropped: { type: 'boolean', help: 'print instead what could not become an item, and why' }
	},
	run({ content, values }) {
		const { index, bank, problems } = openContent(content);
		printProblems({ folder: content, problems });
		if (!index || !bank) return 1;
		const module = values['module'] as string | undefined;
		const topics = module === undefined ? undefined : index.module.get(module)?.blueprint.topics;
		if (module !== undefined && !topics)
			throw new UsageError(
				`there is no module "${module}"; known: ${[...index.module.keys()].join(', ')}.`
			);
		const kind = values['kind'] as string | undefined;
		if (kind !== undefined && !(kinds as readonly string[]).includes(kind))
			throw new UsageError(`there is no kind "${kind}"; known: ${kinds.join(', ')}.`);
		if (values['dropped']) {
			for (const { id, why } of bank.dropped) console.log(`${id}: ${why}`);
			return problems.length === 0 ? 0 : 1;
		}
		const wanted = bank.items.filter(
			(item) => (!topics || topics.includes(item.topic)) && (!kind || item.kind === kind)
		);
		for (const item of wanted)
			if (values['json']) console.log(line(item));
			else print(item);
		return problems.length === 0 ? 0 : 1;
	}
};
