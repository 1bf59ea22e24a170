import type { Flaw } from '../../../src/lib/items/flaws/checker.ts';
import {
	type Mutator,
	one,
	lower,
	sole,
	distractorText,
	lastOption,
	isText,
	date,
	words
} from './tools.ts';

/** What a set of options can have wrong. */
export const options = {
	'implausible-distractor': {
		'a filler': distractorText((_, draw) =>
			one(['N/A', '???', 'I don’t know', 'Option D', 'TBD', 'No idea', 'whatever'], draw)
		),
		'a joke': distractorText(
			(_, draw) =>
				`${one(['Donald', 'Mickey', 'Bugs', 'Daffy'], draw)} ${one(['Duck', 'Mouse', 'Bunny'], draw)}`
		),
		'another subject': distractorText((_, draw) =>
			one(
				[
					'Photosynthesis',
					'The boiling point of ethanol',
					'Napoleon Bonaparte',
					'A bowl of soup',
					'The Beatles',
					'Jupiter'
				],
				draw
			)
		),
		'another sort': sole((item, draw, other) => {
			const at = item.options.findIndex(({ key }) => !key);
			const lead = (text: string) => text.split(' ').slice(0, 2).join(' ');
			const foreign = other.options && !other.rows ? one(other.options, draw).text : undefined;
			const own = item.options.map(({ text }) => text);
			const sort = (text: string) =>
				date.test(text) ? 'date' : /^\d/.test(text) ? 'number' : 'text';
			if (foreign === undefined || lead(other.stem) === lead(item.stem)) return undefined;
			if (own.some((text) => sort(text) === sort(foreign))) return undefined;
			return {
				...item,
				options: item.options.map((option, i) => (i === at ? { ...option, text: foreign } : option))
			};
		}),
		// Both are answered in words, and the two questions ask for things of different kinds.
		'an answer to another question': sole((item, _, other) => {
			const kinds = [item, other].map(
				({ stem }) => /^(?:Who|What|Where|Why|Which \w+)/.exec(stem)?.[0]
			);
			const [mine, theirs] = kinds;
			const foreign = other.rows ? undefined : other.options?.find(({ key }) => key)?.text;
			const at = item.options.findIndex(({ key }) => !key);
			const texts = [foreign ?? '', ...item.options.map(({ text }) => text)];
			if (!mine || !theirs || mine === theirs || !texts.every(isText)) return undefined;
			if (!foreign || item.options.some(({ text }) => text === foreign)) return undefined;
			return {
				...item,
				options: item.options.map((option, i) => (i === at ? { ...option, text: foreign } : option))
			};
		}),
		'of another age': sole((item, _, other) => {
			const years = [item, other].map(({ stem }) => Number(/\b\d{4}\b/.exec(stem)?.[0]));
			const [mine = NaN, theirs = NaN] = years;
			const foreign = other.rows ? undefined : other.options?.find(({ key }) => key)?.text;
			const at = item.options.findIndex(({ key }) => !key);
			const events = [foreign ?? '', ...item.options.map(({ text }) => text)];
			if (!(Math.abs(mine - theirs) > 25) || foreign === undefined) return undefined;
			if (!events.every((text) => /^The .* (?:of|in|on|for) /.test(text))) return undefined;
			return {
				...item,
				options: item.options.map((option, i) => (i === at ? { ...option, text: foreign } : option))
			};
		}),
		'a wild number': distractorText((text) =>
			/^\d[\d,]*( |$)/.test(text) && !date.test(text)
				? text.replace(/^[\d,]+/, (number) =>
						String(Number(number.replaceAll(',', '')) * 5000 + 5000)
					)
				: undefined
		),
		'a wild date': distractorText((text) =>
			date.test(text) ? text.replace(/\d{4}$/, (year) => String(Number(year) - 300)) : undefined
		)
	},
	'none-of-the-above': {
		'one more option': lastOption([
			'None of the above',
			'None of these',
			'None of the above.',
			'none of these options',
			'Neither of these',
			'None of them',
			'No correct answer is given',
			'No answer is right',
			'None of the answers is correct'
		])
	},
	'all-of-the-above': {
		'one more option': lastOption([
			'All of the above',
			'All of these',
			'All the above',
			'Both of the above',
			'All of them',
			'all of the above.',
			'All answers are correct',
			'Any of these',
			'All are right'
		])
	},
	'complex-options': {
		'A and B': sole((item, draw) => ({
			...item,
			options: draw
				.shuffle(['A and B', 'A and C', 'B and C', 'A, B and C'])
				.map((text, i) => ({ id: text, text, key: i === 0 }))
		})),
		'Roman numbers': sole((item) => ({
			...item,
			options: ['I only', 'I and II', 'II and III only', 'I, II and III'].map((text, i) => ({
				id: text,
				text,
				key: i === 1
			}))
		})),
		'one more option of two others': sole((item) =>
			item.options.every(({ text }) => !/,| and /.test(text))
				? {
						...item,
						options: [
							...item.options,
							{
								id: 'x',
								key: false,
								text: `${item.options[0]?.text} and ${lower(item.options[1]?.text ?? '')}`
							}
						]
					}
				: undefined
		),
		'pairs of the options': sole((item) => {
			const [a, b, c] = item.options.map(({ text }) => text);
			if (item.options.some(({ text }) => /,| and /.test(text))) return undefined;
			return {
				...item,
				options: [`${a} and ${b}`, `${a} and ${c}`, `${b} and ${c}`].map((text, i) => ({
					id: text,
					text,
					key: i === 0
				}))
			};
		}),
		'Both 1 and 2': lastOption(['Both 1 and 2', 'Both A and C', '1 and 3 only', 'a and b'])
	},
	'out-of-order': {
		'two places changed': (item, draw) => {
			const { options } = item;
			if (
				!options ||
				!options.every(({ text }) => date.test(text) || /^[\d,.]+( [\p{L} ]+)?$/u.test(text))
			)
				return undefined;
			const at = draw.below(options.length - 1);
			return {
				...item,
				options: options.map(
					(option, i) => options[i === at ? at + 1 : i === at + 1 ? at : i] ?? option
				)
			};
		},
		'all turned round': (item) =>
			item.options?.every(({ text }) => date.test(text) || /^[\d,.]+( [\p{L} ]+)?$/u.test(text))
				? { ...item, options: [...item.options].reverse() }
				: undefined,
		durations: sole((item) => ({
			...item,
			options: ['3 weeks', '2 days', '4 months', 'one year'].map((text, i) => ({
				id: text,
				text,
				key: i === 0
			}))
		}))
	},
	'more-than-one-right': {
		'two keys': sole((item) =>
			item.kind === 'single' || item.kind === 'who-said'
				? {
						...item,
						options: item.options.map((option, i) => ({
							...option,
							key: option.key || !item.options.slice(0, i).some(({ key }) => !key)
						}))
					}
				: undefined
		),
		'the key in other letters': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const at = item.options.findIndex((option) => !option.key);
			const same = key.startsWith('The ') ? key.slice(4).toUpperCase() : `The ${key.toLowerCase()}`;
			return isText(key)
				? {
						...item,
						options: item.options.map((option, i) =>
							i === at ? { ...option, text: same } : option
						)
					}
				: undefined;
		}),
		'the year of a day': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const at = item.options.findIndex((option) => !option.key);
			const found = date.exec(key);
			return found && found[2]
				? {
						...item,
						options: item.options.map((option, i) =>
							i === at ? { ...option, text: found[3] ?? '' } : option
						)
					}
				: undefined;
		}),
		'one of two names': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const at = item.options.findIndex((option) => !option.key);
			// In a longer text, or in one that measures, half of it is no name.
			return key.includes(' / ') && key.split(' ').length <= 8 && !/\d/.test(key)
				? {
						...item,
						options: item.options.map((option, i) =>
							i === at ? { ...option, text: key.split(' / ')[1] ?? '' } : option
						)
					}
				: undefined;
		}),
		'the number in words': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const at = item.options.findIndex((option) => !option.key);
			const found = /^(\d+)(?![\d,.])(.*)$/.exec(key);
			const word = words[Number(found?.[1] ?? 0) - 1];
			return found && word
				? {
						...item,
						options: item.options.map((option, i) =>
							i === at ? { ...option, text: `${word}${found[2]}` } : option
						)
					}
				: undefined;
		}),
		'ranges that overlap': sole((item, draw) => {
			const ranges = one(
				[
					['10–20 ships', '15–25 ships', '30–40 ships'],
					['1910 to 1920', '1918 to 1925', '1930 to 1935'],
					['More than 50', 'More than 100', 'Fewer than 20'],
					['between 5 and 10', 'between 8 and 12', 'between 20 and 30']
				],
				draw
			);
			const right = draw.below(2);
			const made = ranges.map((text, i) => ({ id: text, text, key: i === right }));
			return { ...item, options: made };
		}),
		'an entry twice': (item) =>
			item.entries
				? {
						...item,
						entries: item.entries.map((entry, i) => ({
							...entry,
							text: (i === 1 ? item.entries?.[0]?.text : undefined) ?? entry.text
						}))
					}
				: undefined
	}
} satisfies Partial<Record<Flaw, Record<string, Mutator>>>;
