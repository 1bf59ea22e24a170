import type { ItemStatistics } from './statistics.ts';
import type { Reliability } from './reliability.ts';
import type { Interval } from './intervals.ts';

/** What must not be read into a figure. `code` is stable, `message` is a sentence for the teacher. */
export interface Warning {
	code:
		| 'few-answers'
		| 'few-for-discrimination'
		| 'no-discrimination'
		| 'key-in-doubt'
		| 'able-choose-distractor'
		| 'few-attempts'
		| 'no-reliability';
	message: string;
}

/** Below 30 answers a facility of 0.5 may be off by more than 0.17; below 100 a discrimination of 0 by more than 0.19. */
const enough = { facility: 30, discrimination: 100, reliability: 100, verdict: 30 };

const figure = (value: number) => value.toFixed(2).replace('-', '−');
const range = ({ low, high }: Interval) => `anywhere from ${figure(low)} to ${figure(high)}`;
const count = (n: number, one: string) => (n === 1 ? `one ${one}` : `${n} ${one}s`);

/** The warnings that an item's figures need. */
export function itemWarnings(item: Omit<ItemStatistics, 'warnings'>): Warning[] {
	const { n, facility, discrimination, distractors } = item;
	const warnings: Warning[] = [];
	const warn = (code: Warning['code'], message: string) => warnings.push({ code, message });
	if (n < enough.facility)
		warn(
			'few-answers',
			`Only ${count(n, 'answer')}: the facility may be ${range(facility.interval)}.`
		);
	if (!discrimination)
		warn(
			'no-discrimination',
			`Discrimination cannot be told from ${count(n, 'answer')}: all gained the same in this item or in the rest.`
		);
	else if (discrimination.n < enough.discrimination)
		warn(
			'few-for-discrimination',
			`Only ${count(discrimination.n, 'answer')}: the discrimination may be ${
				discrimination.interval ? range(discrimination.interval) : 'anything'
			}. Don’t judge the item by it alone.`
		);
	if (discrimination && n >= enough.verdict && discrimination.value < 0)
		warn(
			'key-in-doubt',
			'Those who did well elsewhere did worse here. Check the key and the wording.'
		);
	for (const { key, functioning, groups, id } of distractors?.options ?? [])
		if (!key && functioning && n >= enough.verdict && groups.upper > groups.lower)
			warn(
				'able-choose-distractor',
				`The wrong option ${id} draws the best group more than the weakest. Check that it is wrong.`
			);
	return warnings;
}

/** The warnings that figures of the whole need. */
export function reliabilityWarnings(
	reliability: Reliability | undefined,
	attempts: number
): Warning[] {
	if (!reliability)
		return [
			{
				code: 'no-reliability',
				message: `Reliability cannot be told from ${count(attempts, 'attempt')}: it takes two items in common and scores that differ.`
			}
		];
	if (attempts >= enough.reliability) return [];
	return [
		{
			code: 'few-attempts',
			message: `Only ${count(attempts, 'attempt')}: the reliability may be ${range(reliability.interval)}.`
		}
	];
}
