import type { Draw } from '../../src/lib/forms/seed.ts';
import type { Flaw } from '../../src/lib/items/flaws/checker.ts';
import type { ItemRecord } from '../../src/lib/items/flaws/record.ts';

/** Puts a flaw into an item; undefined where it cannot be put. `other` is another item of the bank. */
export type Mutator = (item: ItemRecord, draw: Draw, other: ItemRecord) => ItemRecord | undefined;

type Option = NonNullable<ItemRecord['options']>[number];

const one = <T>(list: readonly T[], draw: Draw): T => list[draw.below(list.length)] as T;
const lower = (text: string) =>
	/^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

/** For items with options of which one is right. */
const sole =
	(
		change: (
			item: ItemRecord & { options: Option[] },
			draw: Draw,
			other: ItemRecord
		) => ItemRecord | undefined
	): Mutator =>
	(item, draw, other) => {
		const { options, rows } = item;
		if (!options || rows || options.filter(({ key }) => key).length !== 1) return undefined;
		return change({ ...item, options }, draw, other);
	};
const stem =
	(change: (text: string, draw: Draw) => string | undefined): Mutator =>
	(item, draw) => {
		const changed = change(item.stem, draw);
		return changed === undefined || changed === item.stem ? undefined : { ...item, stem: changed };
	};
/** The text of every option, by whether it is the key and its place among those of its sort. */
const texts = (
	change: (text: string, key: boolean, at: number, draw: Draw) => string | undefined
): Mutator =>
	sole((item, draw) => {
		let at = 0;
		const options = item.options.map((option) => ({
			...option,
			text: change(option.text, option.key ?? false, option.key ? 0 : at++, draw) ?? ''
		}));
		return options.some(({ text }) => text === '') ? undefined : { ...item, options };
	});
const keyText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	texts((text, key, _, draw) => (key ? change(text, draw) : text));
const distractorText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	texts((text, key, at, draw) => (!key && at === 0 ? change(text, draw) : text));
const anyText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	sole((item, draw) => {
		const chosen = draw.below(item.options.length);
		const text = change(item.options[chosen]?.text ?? '', draw);
		if (text === undefined) return undefined;
		return {
			...item,
			options: item.options.map((option, at) => (at === chosen ? { ...option, text } : option))
		};
	});
/** One more option, or in place of the last distractor. */
const lastOption = (phrases: readonly string[]): Mutator =>
	sole((item, draw) => {
		const text = one(phrases, draw);
		const isKey = draw.below(4) === 0;
		const options = item.options.map((option) => (isKey ? { ...option, key: false } : option));
		return { ...item, options: [...options, { id: 'added', text, key: isKey, rationale: '' }] };
	});

const isText = (text: string) =>
	!/^\W*\d/.test(text) && !/^\p{L}+ \d{4}$/u.test(text) && /\p{L}{3}/u.test(text);
const onlyTexts = (change: (text: string, draw: Draw) => string) => (text: string, draw: Draw) =>
	isText(text) ? change(text, draw) : undefined;
const date = /^(?:(\d{1,2}) )?(?:(\p{L}+) )?(\d{4})$/u;
/** "In which year did …" → "did", to be turned. */
const auxiliary = /\b(did|does|do|was|were|is|are)\b/;
/** It stands in the question itself, not in what somebody said. */
const isAsked = (pattern: RegExp, text: string) => {
	const at = text.search(pattern);
	return at >= 0 && !/\b(?:that|said)\b/.test(text.slice(0, at));
};
const preposition = /^(?:In|On|At|By|From|With|For|Under|During|After|Before|Between|Because)\b/;
const names = /(?<=\S )(?:the |an? )?\p{Lu}[\p{L}’-]+(?: (?:of |and |the )*\p{Lu}[\p{L}’-]+)*/u;
const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const all: Record<Flaw, Record<string, Mutator>> = {
	'ambiguous-stem': {
		// the first thing that is named, and all before it that a pronoun could stand for
		'a pronoun for the name': stem((text, draw) => {
			const found =
				/\b(did|was|were|does|is) (?:the |an? )?(?:\p{Lu}[\p{L}’-]+)(?: (?:of |and |the )*\p{Lu}[\p{L}’-]+)*(?= \p{Ll})/u.exec(
					text
				);
			if (!found || /\d|the |\p{Lu}/u.test(text.slice(1, found.index))) return undefined;
			return text.replace(found[0], `${found[1]} ${one(['it', 'they', 'he'], draw)}`);
		}),
		'a pointer to nothing': stem((text, draw) =>
			/^(?:In|On) which (?:day|month|year) (?:did|was)\b/.test(text)
				? text.replace(
						/\b(did|was) .*\?$/,
						(_, verb) =>
							`${verb} ${one(['this', 'that', 'it'], draw)} ${verb === 'did' ? 'happen' : 'done'}?`
					)
				: undefined
		),
		'a time that moves': stem((text, draw) =>
			text.endsWith('?')
				? text.replace(
						/\?$/,
						` ${one(['recently', 'last year', 'ten years ago', 'nowadays', 'this year'], draw)}?`
					)
				: undefined
		),
		'two questions': stem((text, draw) =>
			text.endsWith('?')
				? text.replace(
						/\?$/,
						one([' and why?', ', and who was there?', '? And when?', ' and where?'], draw)
					)
				: undefined
		),
		'a blurred name': stem((text, draw) =>
			names.test(text)
				? text.replace(
						names,
						one(['a certain country', 'someone', 'some people', 'various parties'], draw)
					)
				: undefined
		),
		'a hole left by a machine': stem((text, draw) =>
			names.test(text)
				? text.replace(names, one(['{subject}', 'undefined', 'null', '[object Object]'], draw))
				: undefined
		)
	},
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
	'longest-is-key': {
		'a key with particulars': keyText((text) =>
			isText(text)
				? `${text}, as was settled after long talks between all who took part`
				: undefined
		),
		'short distractors': texts((text, key) =>
			key
				? text.length >= 16
					? text
					: undefined
				: text.slice(0, Math.floor(text.length / 3)).trim() || undefined
		),
		'a padded number': keyText((text) =>
			/^\d/.test(text) ? `${text} according to the count of the day` : undefined
		)
	},
	'gratuitous-information': {
		'a story before': stem(
			(text, draw) =>
				`${one(['The history of this region is long and full of turns.', 'Many books have been written about these years.', 'A student was reading the newspaper one morning in the library.', 'The weather was cold in those weeks, and snow lay on the passes.'], draw)} ${text}`
		),
		'a filler': stem(
			(text, draw) =>
				`${one(['As everyone knows, ', 'Interestingly, ', 'It is well known that dates matter: ', 'By the way, ', 'As you may know, '], draw)}${lower(text)}`
		),
		'an aside in brackets': stem((text) =>
			names.test(text)
				? text.replace(names, '$& (a matter of much debate in the newspapers)')
				: undefined
		),
		'an aside in commas': stem((text, draw) =>
			names.test(text) && !/^(?:On|In|Under) [^,]*,/.test(text)
				? text.replace(
						names,
						`$&, ${one(['which is known for its long history', 'who has often been in the news', 'a subject of many books'], draw)},`
					)
				: undefined
		),
		'an aside in dashes': stem((text) =>
			names.test(text) ? text.replace(names, '$& – much written about in those years –') : undefined
		)
	},
	'true-false': {
		'True, False': sole((item) => ({
			...item,
			stem: `${item.stem.replace(/\?$/, '')}: ${item.options[0]?.text}.`,
			options: ['True', 'False'].map((text, i) => ({ id: text, text, key: i === 0 }))
		})),
		'Yes, No': sole((item) => ({
			...item,
			options: ['Yes', 'No'].map((text, i) => ({ id: text, text, key: i === 1 }))
		})),
		'Correct, Incorrect': sole((item) => ({
			...item,
			options: ['Correct', 'Incorrect', 'Not known'].map((text, i) => ({
				id: text,
				text,
				key: i === 1
			}))
		})),
		'true or false in the stem': stem((text) => `True or false: ${lower(text)}`),
		'rows with two verdicts': (item) =>
			item.rows && !item.options
				? { ...item, rows: item.rows.map((row, i) => ({ ...row, key: i % 2 ? 'true' : 'false' })) }
				: undefined
	},
	'convergence-cue': {
		'the key shares both parts': texts((text, key, at) =>
			isText(text)
				? `${key ? 'Alma Roth' : at === 0 ? 'Alma Roth' : at === 1 ? 'Bela Funk' : 'Cora Lind'} on ${key ? 'Monday' : at === 1 ? 'Monday' : at === 0 ? 'Tuesday' : 'Friday'}`
				: undefined
		),
		'parts added to what is there': sole((item) => {
			const wrong = item.options.filter(({ key }) => !key);
			const right = item.options.find(({ key }) => key);
			if (!right || wrong.length < 3 || !item.options.every(({ text }) => /^\p{L}+$/u.test(text)))
				return undefined;
			const made = [
				`${right.text} and the clergy`,
				`${right.text} and the guilds`,
				`${wrong[1]?.text} and the clergy`,
				`${wrong[2]?.text} and the press`
			];
			return { ...item, options: made.map((text, i) => ({ id: String(i), text, key: i === 0 })) };
		}),
		'three parts': sole((item) => ({
			...item,
			options: [
				'red, round and hollow',
				'red, square and solid',
				'blue, round and solid',
				'green, long and hollow'
			].map((text, i) => ({ id: text, text, key: i === 0 }))
		})),
		'place and year': sole((item, draw) => {
			const years = draw.shuffle(['1948', '1957', '1969']);
			const made = [
				`Geneva in ${years[0]}`,
				`Geneva in ${years[1]}`,
				`Lausanne in ${years[0]}`,
				`Basel in ${years[2]}`
			];
			return { ...item, options: made.map((text, i) => ({ id: text, text, key: i === 0 })) };
		})
	},
	'logical-cue': {
		'a quotation in the key only': keyText((text) => (isText(text) ? `“${text}”` : undefined)),
		'brackets in the key only': keyText((text) => `${text} (so named)`),
		'a number in the key only': texts((text, key) =>
			/\d/.test(text) ? undefined : key ? `${text} 7` : text
		),
		'two distractors that say the same': texts(
			(text, key, at, draw) =>
				text &&
				(key ? text : at < 2 ? `${at === 0 ? '' : one(['the ', ''], draw)}lower assembly` : text)
		),
		'a distractor that denies the key': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const at = item.options.findIndex((option) => !option.key);
			return isText(key)
				? {
						...item,
						options: item.options.map((option, i) =>
							i === at ? { ...option, text: `Not ${lower(key)}` } : option
						)
					}
				: undefined;
		}),
		'an opposite of the key': sole((item, draw) => {
			const [a, b] = one(
				[
					['rise', 'fall'],
					['increase', 'decrease'],
					['north', 'south']
				] as const,
				draw
			);
			const made = [
				`A ${a} of the duty on salt`,
				`A ${b} of the duty on salt`,
				'A new coinage for the towns',
				'A school for the clerks'
			];
			return { ...item, options: made.map((text, i) => ({ id: text, text, key: i === 0 })) };
		})
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
	'fill-in-the-blank': {
		'a line for the name': stem((text) =>
			names.test(text) ? text.replace(names, '______') : undefined
		),
		'a statement with a gap': (item) =>
			item.rows || item.entries ? undefined : { ...item, stem: 'The treaty was signed in _____.' },
		'dots at the end': (item) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: `${item.stem.replace(/\?$/, '').replace(/^(?:In|On) which \w+ did /, '')} …`
					},
		brackets: stem((text) => (names.test(text) ? text.replace(names, '[blank]') : undefined))
	},
	'absolute-term': {
		'in a distractor': distractorText(
			onlyTexts(
				(text, draw) =>
					`${text} ${one(['always', 'in all cases', 'without exception', 'forever'], draw)}`
			)
		),
		'before any option': anyText(
			onlyTexts(
				(text, draw) =>
					`${one(['Only', 'Always', 'Never', 'Every', 'All', 'Nobody but', 'Solely'], draw)} ${lower(text)}`
			)
		),
		'in a row': (item, draw) =>
			item.rows && !item.options
				? {
						...item,
						rows: item.rows.map((row, i) =>
							i === 0
								? {
										...row,
										text: `${one(['Never', 'Always', 'Absolutely', 'In all cases'], draw)}: ${row.text}`
									}
								: row
						)
					}
				: undefined
	},
	'repeated-word': {
		'a word of the stem in the key': sole((item, draw) => {
			const found = item.stem
				.match(/\p{L}{6,}/gu)
				?.filter(
					(word) =>
						!item.options.some(({ text }) =>
							text.toLowerCase().includes(word.toLowerCase().slice(0, 5))
						)
				);
			if (!found?.length) return undefined;
			const word = one(found, draw);
			return {
				...item,
				options: item.options.map((option) =>
					option.key ? { ...option, text: `${option.text} ${word}` } : option
				)
			};
		}),
		'the key in the stem': sole((item) => {
			const key = item.options.find((option) => option.key)?.text ?? '';
			const telling = key
				.match(/\p{L}{5,}/gu)
				?.find(
					(word) =>
						!item.options.some(
							(option) =>
								!option.key && option.text.toLowerCase().includes(word.toLowerCase().slice(0, 5))
						)
				);
			return telling && !['about', 'which', 'after', 'before', 'under', 'where'].includes(telling)
				? { ...item, stem: item.stem.replace(/[?.]$/, ` in the matter of the ${telling}$&`) }
				: undefined;
		}),
		'the typed key in the stem': (item) =>
			typeof item.key === 'number' && item.key > 9
				? { ...item, stem: item.stem.replace(/\?$/, `, which others put at ${item.key}?`) }
				: undefined
	},
	'unfocused-stem': {
		'a heading': (item) =>
			item.rows || item.entries
				? undefined
				: { ...item, stem: `${names.exec(item.stem)?.[0] ?? 'History'}:` },
		'which is true': (item, draw) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: one(
							[
								'Which of these is true?',
								'Which of the following statements is correct?',
								'What is true?',
								'Which statement is right?',
								'Which of the following is accurate?',
								'Which one is best?'
							],
							draw
						)
					},
		'which is true of a name': stem((text) =>
			names.test(text) ? `Which of these is true of ${names.exec(text)?.[0]}?` : undefined
		),
		'a statement': (item) =>
			item.rows || item.entries ? undefined : { ...item, stem: 'There was a meeting.' },
		consider: (item, draw) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: one(['Consider the following.', 'Think about history.', 'About the war'], draw)
					}
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
	'grammatical-cue': {
		'an article before the gap': sole((item) => ({
			...item,
			stem: 'What was found there was called an',
			options: ['oval seal', 'brass lamp', 'stone jar', 'wooden box'].map((text, i) => ({
				id: text,
				text,
				key: i === 0
			}))
		})),
		'an article for the others': sole((item) => ({
			...item,
			stem: 'The envoy had been trained as a ____',
			options: ['notary', 'engineer', 'actor', 'artist'].map((text, i) => ({
				id: text,
				text,
				key: i === 0
			}))
		})),
		'a full stop': keyText((text) => (/[.]$/.test(text) ? undefined : `${text}.`)),
		'a small letter': texts((text, key) =>
			/^\p{Lu}/u.test(text) ? (key ? lower(text) : text) : undefined
		),
		'another form': distractorText(
			onlyTexts(
				(text, draw) =>
					`${one(['To send', 'Sending', 'That there was', 'Because of', 'By way of', 'It was', 'Is'], draw)} ${lower(text)}`
			)
		),
		'another form of the key': keyText((text, draw) => {
			if (!isText(text)) return undefined;
			if (/^To /.test(text)) return text.replace(/^To /, 'It was agreed to ');
			// One preposition before another makes no other form.
			const forms = preposition.test(text) ? ['That', 'It was'] : ['In', 'By', 'With', 'That'];
			return `${one(forms, draw)} ${lower(text)}`;
		})
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
	'vague-term': {
		'in a distractor': distractorText(
			onlyTexts(
				(text, draw) =>
					`${text} ${one(['sometimes', 'usually', 'to some extent', 'in most cases', 'occasionally'], draw)}`
			)
		),
		'before any option': anyText(
			onlyTexts(
				(text, draw) =>
					`${one(['Possibly', 'Often', 'Several of', 'Many of', 'Some of', 'Perhaps', 'Generally', 'Mostly'], draw)} ${lower(text)}`
			)
		),
		'in the stem': stem((text, draw) =>
			auxiliary.test(text) && !/\b(?:that|who)\b/.test(text.slice(4))
				? text.replace(/\?$/, ` ${one(['usually', 'often', 'generally'], draw)}?`)
				: undefined
		)
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
	},
	'negative-stem': {
		NOT: stem((text) =>
			text.endsWith('?') && isAsked(auxiliary, text) ? text.replace(auxiliary, '$1 NOT') : undefined
		),
		'n’t': stem((text) =>
			isAsked(/\b(?:did|was|were|does)\b/, text)
				? text.replace(/\b(did|was|were|does)\b/, '$1n’t')
				: undefined
		),
		except: stem((text, draw) =>
			text.endsWith('?')
				? `${one(['All of these answer the question except one', 'Except for one, all of these are right', 'Which of these is false'], draw)}: ${lower(text)}`
				: undefined
		),
		'which is not': (item, draw) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: one(
							[
								'Which of these was not a member of the league?',
								'Who never held the office of mayor?',
								'Which of these towns cannot be reached by rail?',
								'Which of the following is the least likely cause of the flood?',
								'Which of these is an incorrect date for the treaty?'
							],
							draw
						)
					}
	}
};

const mark = ' … ';
/**
 * A sentence with one gap is mutated as what its checkers see: the sentence with a mark in place of the gap, and the gap's
 * options. Where the mark is lost, it is no sentence with a gap any more.
 */
const inGap =
	(mutate: Mutator): Mutator =>
	(item, draw, other) => {
		const { gaps, parts = [], ...rest } = item;
		const [gap, ...more] = gaps ?? [];
		if (!gap) return mutate(item, draw, other);
		if (more.length > 0) return undefined;
		const before = parts.join(mark);
		const mutant = mutate({ ...rest, stem: before, options: gap.options }, draw, other);
		const around = mutant?.stem.split(mark);
		if (around?.length !== 2 || !mutant?.options) return undefined;
		return { ...item, parts: around, gaps: [{ ...gap, options: mutant.options }] };
	};

export const mutators = Object.fromEntries(
	Object.entries(all).map(([flaw, list]) => [
		flaw,
		Object.fromEntries(Object.entries(list).map(([name, mutate]) => [name, inGap(mutate)]))
	])
) as typeof all;
