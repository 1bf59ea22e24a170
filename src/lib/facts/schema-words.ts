import type { z } from 'zod';

const nouns: Record<string, string> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a record with fields',
	record: 'a record with fields'
};

function nounOf(value: unknown): string {
	if (value === null) return 'empty';
	return (Array.isArray(value) ? nouns['array'] : nouns[typeof value]) ?? 'something else';
}

/** What is wrong with a value, for those who write content and know nothing of the schema's library. Give it to `safeParse`. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
	if (issue.code === 'invalid_type') {
		if (issue.input === undefined) return 'is missing';
		return `should be ${nouns[issue.expected] ?? issue.expected}, and is ${nounOf(issue.input)}`;
	}
	if (issue.code === 'invalid_value') {
		const known = issue.values.map(String);
		const choice = known.length === 1 ? `${known[0]}` : `one of: ${known.join(', ')}`;
		return issue.input === undefined ? `is missing; it should be ${choice}` : `should be ${choice}`;
	}
	if (issue.code === 'unrecognized_keys')
		return `there is no field "${issue.keys.join('", "')}" here: look for a slip, or leave it out`;
	return undefined;
};
