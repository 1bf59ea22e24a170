import type { CandidateForm, CandidateItem } from '#lib/forms/candidate.ts';
import type { Kind } from '#lib/items/item.ts';

const letter = (position: number): string => String.fromCharCode(97 + position);
const boxes = (list: { text: string }[], box: (position: number) => string) =>
	list.map(({ text }, position) => `   ${box(position)} ${text}`);

const lettered = ({ options }: CandidateItem) => boxes(options, (at) => `${letter(at)})`);

const answers: Record<Kind, (item: CandidateItem) => string[]> = {
	single: lettered,
	'who-said': lettered,
	several: (item) => ['   Choose all that are right.', ...boxes(item.options, () => '[ ]')],
	order: ({ rows }) => [`   Number the lines 1 to ${rows.length}.`, ...boxes(rows, () => '__')],
	match: (item) => [...boxes(item.rows, () => '__'), '', ...lettered(item)],
	support: ({ rows, report }) => [
		`   ${report?.digest}`,
		'   Write S (supported), C (contradicted) or N (not stated).',
		...boxes(rows, () => '__')
	],
	date: () => ['   ____________________'],
	number: ({ unit }) => [`   __________ ${unit ?? ''}`]
};

/** A form as a paper in plain text, without key. */
export const formText = (form: CandidateForm, title: string, paper: string): string =>
	[
		`${title}. Paper ${paper}. ${form.marks} marks.`,
		...form.items.flatMap((item) => [
			'',
			`${item.number}. ${item.stem} (${item.marks})`,
			...answers[item.kind](item)
		])
	].join('\n');
