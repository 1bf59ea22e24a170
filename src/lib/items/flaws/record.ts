import { z } from 'zod';
import type { Problem } from '../../facts/problem.ts';
import { inWords } from '../../facts/schema-words.ts';

const text = z.string().trim().min(1, 'is empty');

const offered = z.looseObject({
	id: z.string().optional(),
	text,
	key: z.boolean().optional(),
	rationale: z.string().optional()
});

/**
 * An item as `sourcebook items --json` prints it, as far as its flaws can be seen in it. Items from elsewhere need an id,
 * a stem, and options, rows, entries or a key; whatever else a record carries is let through unread.
 */
export const recordSchema = z
	.looseObject({
		id: text,
		stem: text,
		kind: z.string().optional(),
		/** Offered answers. In a matching item the rows hold the keys. */
		options: z.array(offered).min(2, 'holds fewer than two options').optional(),
		/** Each to be matched to an option, or to be given a verdict. `key`: the id of the option, or the verdict. */
		rows: z
			.array(z.looseObject({ text, key: z.string().optional() }))
			.min(1)
			.optional(),
		/** To be put in order. */
		entries: z
			.array(z.looseObject({ text, place: z.number().optional() }))
			.min(2)
			.optional(),
		/** The sentence around the gaps, and what each gap is filled from. */
		parts: z.array(z.string()).optional(),
		gaps: z
			.array(z.looseObject({ options: z.array(offered).min(2, 'holds fewer than two options') }))
			.min(1)
			.optional(),
		/** What is to be typed in, of kinds that offer nothing. */
		key: z.unknown().optional(),
		rationale: z.string().optional(),
		report: z.looseObject({ digest: z.string().optional() }).optional()
	})
	.check(({ value, issues }) => {
		const fault = (path: string[], message: string) =>
			issues.push({ code: 'custom', input: value, path, message });
		const { options, rows, entries, gaps } = value;
		if (!options && !rows && !entries && !gaps && value.key === undefined)
			fault([], 'has neither options nor rows, entries, gaps or a key: there is nothing to judge');
		if (gaps && value.parts?.length !== gaps.length + 1)
			fault(['parts'], 'are not one more than the gaps they stand around');
		if (gaps?.some(({ options }) => !options.some(({ key }) => key === true)))
			fault(['gaps'], 'have no key: give one option of each gap "key": true');
		if (rows?.some(({ key }) => key === undefined))
			fault(['rows'], 'have no key: give each of them the id of its option, or its verdict');
		if (entries?.some(({ place }) => place === undefined))
			fault(['entries'], 'have no order: give each of them its "place"');
		if (value.options && !value.rows && !value.options.some(({ key }) => key === true))
			fault(['options'], 'have no key: give at least one of them "key": true');
	});
export type ItemRecord = z.infer<typeof recordSchema>;

/** One line of JSON as a record, or as sentences about what is wrong with it. */
function readLine(line: string): ItemRecord | { code: string; messages: string[] } {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch (error) {
		return { code: 'not-json', messages: [`This line is not JSON: ${(error as Error).message}.`] };
	}
	const { success, data, error } = recordSchema.safeParse(json, { error: inWords });
	if (success) return data;
	return {
		code: 'bad-item',
		messages: error.issues.map(({ path, message }) =>
			path.length === 0 ? `The item: ${message}.` : `"${path.join('.')}": ${message}.`
		)
	};
}

/**
 * The records of a JSON Lines file, in its order; blank lines are skipped. Lines that cannot be read are problems, with
 * their number, and so are an id that comes twice and a file without any item.
 */
export function readRecords(
	jsonLines: string,
	file: string
): { records: ItemRecord[]; problems: Problem[] } {
	const records: ItemRecord[] = [];
	const problems: Problem[] = [];
	const lineOf = new Map<string, number>();
	jsonLines
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.forEach((content, at) => {
			const line = at + 1;
			if (content.trim() === '') return;
			const read = readLine(content);
			if ('messages' in read) {
				const { code, messages } = read as { code: string; messages: string[] };
				for (const message of messages) problems.push({ file, line, code, message });
				return;
			}
			const before = lineOf.get(read.id);
			if (before !== undefined)
				problems.push({
					...{ file, line, code: 'id-twice' },
					message: `The id ${read.id} stands on line ${before} already.`
				});
			lineOf.set(read.id, line);
			records.push(read);
		});
	if (records.length === 0 && problems.length === 0)
		problems.push({ file, line: 0, code: 'no-items', message: 'There is no item in this file.' });
	return { records, problems };
}
