import { expect, test } from 'vitest';
import { group } from '../../src/lib/facts/pack.ts';
import { hashOrder } from '../../src/lib/items/hash.ts';
import { answerOf } from '../../src/lib/items/parts.ts';
import { visibleText } from '../../src/lib/items/visible.ts';
import { sourcebook } from './packs.ts';

const samples = 2;

// Read each change as a careful teacher would before accepting it: npx vitest run --project unit wordings -u
test('every relation is asked in every kind as it was when somebody last read it', async () => {
	const { index, bank } = sourcebook();
	const wayOf = ({ kind, facts: [first = ''], id }: (typeof bank.items)[number]) => {
		const [, , slot = ''] = id.split('.');
		const asked = index.source.has(slot) ? 'a report' : slot;
		return `${index.fact.get(first)?.relation ?? 'sources'} / ${kind} / ${asked}`;
	};
	const ways = [...group(bank.items, (item) => [wayOf(item)])].sort(([a], [b]) => (a < b ? -1 : 1));
	const text = ways.flatMap(([way, items]) => [
		`## ${way} (${items.length})`,
		...hashOrder(items, 'wording', ({ id }) => id)
			.slice(0, samples)
			.flatMap((item) => [
				...visibleText(item).map((line, at) => (at === 0 ? line : `  | ${line}`)),
				`  = ${answerOf(item)
					.map(({ text }) => text)
					.join(' / ')}`
			]),
		''
	]);
	await expect(text.join('\n')).toMatchFileSnapshot('wordings.txt');
});
