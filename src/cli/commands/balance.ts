import { balanceOf, statements, type Balance, type Voice } from '#lib/facts/balance.ts';
import { balanceProblems } from '#lib/facts/balance-problems.ts';
import { loadedIn } from '#lib/facts/loaded.ts';
import { capitalise } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import { readProse } from '#lib/explainers/prose.ts';
import { openContent } from '#lib/server/open.ts';
import { UsageError, type Command } from '../command.ts';
import { printProblems } from '../problems.ts';

const sourcesShown = 5;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Lines of a table: the first columns to the left, so many as `names`, the others to the right. */
function table(rows: string[][], names = 1): string {
	const widths = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((row) => row[at]?.length ?? 0))
	);
	return rows
		.map((row) =>
			row
				.map((cell, at) =>
					at < names ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
				)
				.join('  ')
		)
		.map((line) => `  ${line.trimEnd()}`)
		.join('\n');
}

function voices({ sides, others }: Balance): string {
	const third: Voice = {
		name: 'third parties',
		attributed: others.reduce((total, { attributed }) => total + attributed, 0),
		contested: others.reduce((total, { contested }) => total + contested, 0)
	};
	return table([
		['who speaks', 'one word', 'disputed', 'together'],
		...[...sides, third].map((voice) => [
			voice.name,
			String(voice.attributed),
			String(voice.contested),
			String(statements(voice))
		])
	]);
}

const points = ({ points, sideWords }: Balance): string =>
	table(
		[
			['disputed point', 'position', 'words', 'share', ''],
			...points.flatMap(({ id, positions, even }) =>
				positions.map(({ speakers, words, share }, at) => [
					at === 0 ? id : '',
					capitalise(speakers.join(', ')),
					String(words),
					percent(share),
					at === 0 && !even ? 'uneven' : ''
				])
			),
			...sideWords.map(({ name, points, words, share, even }) => [
				`together, ${points} points`,
				name,
				String(words),
				percent(share),
				even ? '' : 'uneven'
			])
		],
		2
	);

function print(title: string, balance: Balance, index: Index): void {
	console.log(`\n${title}: ${balance.facts} facts, ${balance.points.length} disputed points`);
	console.log(voices(balance));
	if (balance.points.length > 0) console.log(points(balance));
	const most = balance.sources
		.slice(0, sourcesShown)
		.map(({ id, facts }) => `${index.source.get(id)?.short ?? id} ${facts}`);
	console.log(`  ${balance.sources.length} sources; the most facts: ${most.join(', ')}`);
}

export const balance: Command = {
	summary: 'prints how the parties are represented, per module',
	positionals: '',
	options: { module: { type: 'string', value: 'M', help: 'only this module' } },
	run({ content, values }) {
		const { index, places, files, problems } = openContent(content);
		// Problems of other kinds are for `check`; without a pack there is nothing to weigh.
		if (!index || problems.some(({ code }) => code.startsWith('unknown-'))) {
			printProblems({ folder: content, problems });
			return 1;
		}
		const wanted = values['module'] as string | undefined;
		const modules = [...index.pack.modules]
			.sort((a, b) => a.order - b.order)
			.filter(({ id }) => wanted === undefined || id === wanted);
		if (modules.length === 0)
			throw new UsageError(
				`there is no module "${wanted}"; known: ${[...index.module.keys()].join(', ')}.`
			);
		for (const module of modules) print(module.title, balanceOf(index, module), index);
		if (wanted === undefined) print('All', balanceOf(index), index);
		const found = [
			...balanceProblems(index, places, wanted === undefined ? undefined : modules[0]),
			...loadedIn(index, places, readProse(files))
		];
		printProblems({ folder: content, problems: found });
		console.log(
			found.length === 0
				? '\nEvery position has its fair share, and no word takes a side.'
				: `\n${found.length} to mend: each line on stderr names a file, a line and what to do.`
		);
		return found.length === 0 ? 0 : 1;
	}
};
