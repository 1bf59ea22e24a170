import { execFileSync } from 'node:child_process';
import type { Matter } from './copies.ts';
import type { Row } from './growth.ts';

/** The bank of the content so many times over, written by a process of its own. */
function grown(times: number, matter: Matter): Row {
	const args = ['--max-old-space-size=8192', 'tools/bench/growth.ts', String(times), matter];
	return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Row;
}

const head =
	'content             facts   items    index      bank (best of)  ms/1,000 facts     form  peak memory';
const targets =
	'Targets: bank x 1 under 500 ms, a form under 2 ms, ms/1,000 facts about the same in every row.';

const rows: readonly (readonly [number, Matter])[] = [
	[1, 'own topics'],
	[10, 'own topics'],
	[100, 'own topics'],
	[10, 'same topics'],
	[100, 'same topics']
];

const line = (name: string, row: Row): string =>
	[
		name.padEnd(18),
		String(row.facts).padStart(6),
		String(row.items).padStart(7),
		`${row.index.toFixed(1)} ms`.padStart(9),
		`${row.bank.toFixed(0)} ms (${row.runs})`.padStart(16),
		((row.bank / row.facts) * 1000).toFixed(0).padStart(15),
		`${row.form.toFixed(2)} ms`.padStart(9),
		`${row.peak.toFixed(0)} MB`.padStart(11)
	].join(' ');

/**
 * Prints how the time to write a bank grows with its content: as it is, and as 10 and 100 copies of it, about topics of
 * their own or all about the same ones.
 */
export function printGrowth(): void {
	console.log(head);
	for (const [times, matter] of rows)
		console.log(line(times === 1 ? 'x 1' : `x ${times}, ${matter}`, grown(times, matter)));
	console.log(targets);
}
