import { existsSync, readFileSync, statSync } from 'node:fs';
import { env } from '$env/dynamic/private';
import { byFormat, type Item, type Option } from '../items/item.ts';
import type { Bank } from '../items/bank.ts';
import type { Answer, Attempt } from '../statistics/attempts.ts';
import { analyse, type Statistics } from '../statistics/statistics.ts';

/** What the answers collected so far tell; `said` is a sentence when they tell nothing. */
export interface Answers {
	said: string;
	statistics: Statistics | undefined;
}

const isAnswer = (value: unknown): value is Answer => {
	const { id, rev, gained, full, options = [] } = (value ?? {}) as Partial<Answer>;
	return (
		[id, rev].every((one) => typeof one === 'string') &&
		[gained, full].every((one) => typeof one === 'number') &&
		Array.isArray(options) &&
		options.every((one) => typeof one === 'string')
	);
};

/** @throws Error when the text is not JSON, or no attempt */
function readAttempt(text: string): Attempt {
	const { answers } = (JSON.parse(text) ?? {}) as Partial<Attempt>;
	if (!Array.isArray(answers) || !answers.every(isAnswer)) throw new Error('no attempt');
	return { answers };
}

/** The attempts of a file of JSON lines; blank lines are skipped. @throws Error that names the line */
export function readAttempts(jsonLines: string): Attempt[] {
	return jsonLines.split(/\r?\n/).flatMap((line, at) => {
		if (line.trim() === '') return [];
		try {
			return [readAttempt(line)];
		} catch {
			throw new Error(
				`line ${at + 1} is not an attempt: {"answers": [{id, rev, gained, full, …}]}`
			);
		}
	});
}

const none = () => undefined;
const options = ({ options }: { options: Option[] }) => options;
/** All options of an item; undefined for kinds that have none. */
export const optionsOf = (item: Item): Option[] | undefined =>
	byFormat<Option[] | undefined>(
		{
			choice: options,
			multiple: options,
			cloze: ({ gaps }) => gaps.flatMap(options),
			...{ order: none, match: none, support: none, date: none, number: none, short: none }
		},
		item
	);

/** The statistics of some attempts at items of a bank. @throws when the attempts contradict themselves */
export function statisticsOf(attempts: readonly Attempt[], bank: Bank): Statistics {
	const items = new Map(bank.items.map((item) => [item.id, item]));
	return analyse(attempts, (id, rev) => {
		const item = items.get(id);
		return item?.rev === rev ? optionsOf(item) : undefined;
	});
}

/** What is wrong with SOURCEBOOK_ATTEMPTS, as a sentence; undefined when the file is there, or none is named. */
export const attemptsProblem = (file = env['SOURCEBOOK_ATTEMPTS']): string | undefined =>
	file && !existsSync(file)
		? `SOURCEBOOK_ATTEMPTS names ${file}, which is not there: until it is, the page for editors has no statistics.`
		: undefined;

let known: { name: string; answers: Answers } | undefined;

/** The answers of the file that SOURCEBOOK_ATTEMPTS names, read again when it changes. */
export function answersOf(bank: Bank, file = env['SOURCEBOOK_ATTEMPTS']): Answers {
	if (!file) return { said: 'There are no answers yet.', statistics: undefined };
	try {
		const { mtimeMs, size } = statSync(file);
		const name = [file, mtimeMs, size, bank.version].join('\n');
		if (known?.name !== name) {
			const statistics = statisticsOf(readAttempts(readFileSync(file, 'utf8')), bank);
			const said = statistics.attempts === 0 ? 'There are no answers yet.' : '';
			known = { name, answers: { said, statistics } };
		}
		return known.answers;
	} catch (problem) {
		const reason = (problem as Error).message;
		return { said: `The answers cannot be read (${file}): ${reason}.`, statistics: undefined };
	}
}
