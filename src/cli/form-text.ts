import type { CandidateForm, CandidateItem } from '#lib/forms/candidate.ts';
import type { Kind } from '#lib/items/item.ts';

const letter = (position: number): string => String.fromCharCode(97 + position);
const boxes = (list: { text: string }[], box: (position: number) => string) =>
	list.map(({ text }, position) => `   ${box(position)} ${text}`);

const lettered = ({ options }: CandidateItem) => boxes(options, (at) => `${letter(at)})`);

const gap = (options: { text: string }[]) => `[ ${options.map(({ text }) => text).join(' / ')} ]`;

const answers: Record<Kind, (item: CandidateItem) => string[]> = {
	single: lettered,
	several: (item) => ['   Choose all that are right.', ...boxes(item.options, () => '[ ]')],
	cloze: ({ cloze }) => [
		`   ${cloze?.parts.map((part, at) => part + (cloze.gaps[at] ? gap(cloze.gaps[at].options) : '')).join('')}`
	],
	order: ({ rows }) => [`   Number the lines 1 to ${rows.length}.`, ...boxes(rows, () => '__')],
	match: (item) => [...boxes(item.rows, () => '__'), '', ...lettered(item)],
	support: ({ rows, report }) => [
		`   ${report?.digest}`,
		'   Write S (supported), C (contradicted) or N (not stated).',
		...boxes(rows, () => '__')
	],
	timeline: (item) => [`   ${item.rows.map(({ text }) => text).join(' → ')}`, ...lettered(item)],
	hotspot: lettered,
	date: () => ['   ____________________'],
	number: ({ unit }) => [`   __________ ${unit ?? ''}`],
	short: () => ['   ____________________'],
	'who-said': lettered,
	agree: (item) => ['   Choose two.', ...boxes(item.options, () => '[ ]')],
	errs: lettered,
	context: lettered,
	provenance: lettered,
	later: lettered
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
