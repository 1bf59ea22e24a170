import type { Flaw } from '../../../src/lib/items/flaws/checker.ts';
import {
	type Mutator,
	one,
	lower,
	sole,
	stem,
	texts,
	keyText,
	distractorText,
	anyText,
	isText,
	onlyTexts,
	auxiliary,
	preposition
} from './tools.ts';

/** What in the options, or between them and the stem, can give the key away. */
export const cues = {
	'longest-is-key': {
		'a key with particulars': keyText((text) =>
			isText(text)
				? `${text}, as was settled after long talks between all who took part, those who had been sent for, and the clerks who wrote down what each of them had to say`
				: undefined
		),
		'short distractors': texts((text, key) =>
			key
				? text.length >= 16
					? text
					: undefined
				: text.slice(0, Math.floor(text.length / 4)).trim() || undefined
		),
		'a padded number': keyText((text) =>
			/^\d/.test(text) ? `${text} according to the count of the day` : undefined
		)
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
	'absolute-term': {
		'in a distractor': distractorText(
			onlyTexts(
				(text, draw) =>
					`${text} ${one(['always', 'in all cases', 'without exception', 'forever'], draw)}`
			)
		),
		'at the end': anyText(
			onlyTexts(
				(text, draw) =>
					`${text} ${one(['of any kind whatsoever', 'without fail', 'no matter what', 'in every case'], draw)}`
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
		'one plural for a plural': sole((item, draw) => {
			const [stem, right, ...wrong] = one(
				[
					['Which guilds paid the toll?', 'The weavers and the dyers', 'The smith', 'The cooper'],
					['Who were freed by the decree?', 'Sailors', 'The bishop', 'A clerk', 'The reeve'],
					['What rivers feed the lake?', 'Two mountain streams', 'The Arle', 'The Wend']
				],
				draw
			);
			const made = [right, ...wrong].map((text = '', i) => ({ id: text, text, key: i === 0 }));
			return { ...item, stem: stem ?? '', options: made };
		}),
		'a full stop': keyText((text) => (/[.]$/.test(text) ? undefined : `${text}.`)),
		'a small letter': texts((text, key) =>
			/^\p{Lu}/u.test(text) ? (key ? lower(text) : text) : undefined
		),
		'another form': distractorText((text, draw) =>
			// One preposition before another makes no other form.
			isText(text) && !preposition.test(text)
				? `${one(['To send', 'Sending', 'That there was', 'Because of', 'By way of', 'It was', 'Is'], draw)} ${lower(text)}`
				: undefined
		),
		'another form of the key': keyText((text, draw) => {
			if (!isText(text)) return undefined;
			if (/^To /.test(text)) return text.replace(/^To /, 'It was agreed to ');
			// One preposition before another makes no other form.
			const forms = preposition.test(text) ? ['That', 'It was'] : ['In', 'By', 'With', 'That'];
			return `${one(forms, draw)} ${lower(text)}`;
		})
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
	}
} satisfies Partial<Record<Flaw, Record<string, Mutator>>>;
