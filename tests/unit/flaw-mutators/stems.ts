import type { Flaw } from '../../../src/lib/items/flaws/checker.ts';
import { type Mutator, one, lower, sole, stem, auxiliary, isAsked, names } from './tools.ts';

/** What a stem can have wrong. */
export const stems = {
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
		'a matter of opinion': (item, draw) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: one(
							[
								'Which treaty was the most important?',
								'Who was the greatest leader of the revolt?',
								'Which battle of the Wars of the Roses was the most significant?',
								'What was the worst mistake of King John?'
							],
							draw
						)
					},
		'a thing without its name': (item, draw) =>
			item.rows || item.entries
				? undefined
				: {
						...item,
						stem: one(
							[
								'In which year did the war end?',
								'Where was the treaty signed?',
								'Who was the president then, when the parties agreed?',
								'What had the government decided?'
							],
							draw
						)
					},
		'a hole left by a machine': stem((text, draw) =>
			names.test(text)
				? text.replace(names, one(['{subject}', 'undefined', 'null', '[object Object]'], draw))
				: undefined
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
		'what can be said': stem((text, draw) => {
			const name = names.exec(text)?.[0];
			if (name === undefined) return undefined;
			return one(
				[
					`What can be said of ${name}?`,
					`What about ${name}?`,
					`Which of these applies to ${name}?`,
					`Which statement best fits ${name}?`
				],
				draw
			);
		}),
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
								'Which of these is an incorrect date for the treaty?',
								'Which party failed to win a seat?',
								'Which towns lacked a wall in 1300?',
								'Apart from the Elbe, which of these rivers is a border?'
							],
							draw
						)
					}
	}
} satisfies Partial<Record<Flaw, Record<string, Mutator>>>;
