import type { Source } from '#lib/facts/schema.ts';

const languages = new Intl.DisplayNames('en', { type: 'language' });
/** The English name of a language tag. */
export const languageName = (tag: string): string => languages.of(tag) ?? tag;

type Step = Source['derived-from'][number];
const made: Record<Step['how'], string> = {
	copy: 'copied from',
	translation: 'translated from',
	'machine-translation': 'translated by machine from',
	report: 'reported after',
	'joint-text': 'a text in common with'
};

/** One text of a chain: the origin first, this source last. */
export interface Text {
	publisher: string;
	language: string;
	/** How it was made from the text above it; empty for the origin. */
	made: string;
	note: string;
	/** Another source of this sourcebook. */
	source: string | undefined;
	state: 'here' | 'seen' | 'lost';
}

/** The chain of copies and translations, the origin first. */
export function stemmaOf(source: Source): Text[] {
	const steps = source['derived-from'];
	const above = (how: Step['how'] | undefined, from: string | undefined) =>
		how && from ? `${made[how]} ${from}` : '';
	const here: Text = {
		publisher: source.publisher,
		language: languageName(source.language),
		made: above(steps[0]?.how, steps[0]?.publisher),
		note: '',
		source: undefined,
		state: 'here'
	};
	const others = steps.map((step, position): Text => {
		const next = steps[position + 1];
		return {
			publisher: step.publisher,
			language: step.language ? languageName(step.language) : '',
			made: above(next?.how, next?.publisher),
			note: step.note ?? '',
			source: step.source,
			state: step.seen || step.source ? 'seen' : 'lost'
		};
	});
	return [here, ...others].reverse();
}
