import { readFileSync } from 'node:fs';
import { problemLine, type Problem } from '#lib/facts/problem.ts';
import { countFlaws, judge } from '#lib/items/flaws/judge.ts';
import { readRecords, type ItemRecord } from '#lib/items/flaws/record.ts';
import { itemRecord } from '#lib/items/record.ts';
import { openContent } from '#lib/server/open.ts';
import { UsageError, type Command } from '../command.ts';
import { printProblems } from '../problems.ts';

interface Read {
	records: ItemRecord[];
	problems: Problem[];
}

/** @throws UsageError when the file can't be read */
function fromFile(file: string): Read {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new UsageError(`${file} cannot be read: ${(error as Error).message}.`);
	}
	return readRecords(text, file);
}

/** The bank, by the way that items from elsewhere come: as JSON lines. */
function fromBank(content: string): Read {
	const { bank, problems } = openContent(content);
	printProblems({ folder: content, problems });
	if (!bank) return { records: [], problems };
	const lines = bank.items.map((item) => JSON.stringify(itemRecord(item))).join('\n');
	return { records: readRecords(lines, 'bank').records, problems };
}

export const flaws: Command = {
	summary: 'judges the bank, or the items in FILE, by the 19 rules of item writing',
	positionals: '[FILE.jsonl]',
	options: {},
	run({ content, positionals: [file, ...more] }) {
		if (more.length > 0) throw new UsageError('name one file of items, or none for the bank.');
		const { records, problems } = file === undefined ? fromBank(content) : fromFile(file);
		if (file !== undefined) for (const problem of problems) console.error(problemLine(problem));
		const findings = judge(records);
		for (const { id, flaw, sentence } of findings) console.log(`${id}: ${flaw}: ${sentence}`);
		const flawed = new Set(findings.map(({ id }) => id)).size;
		console.log(`\n${records.length} items, ${flawed} with a flaw`);
		for (const { flaw, count } of countFlaws(findings))
			console.log(`  ${flaw.padEnd(24)} ${String(count).padStart(5)}`);
		return findings.length + problems.length === 0 && records.length > 0 ? 0 : 1;
	}
};
