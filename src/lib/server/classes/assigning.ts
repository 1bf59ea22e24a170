import { readSeed } from '#lib/forms/seed.ts';
import { kinds, type Kind } from '#lib/items/item.ts';
import { level as levelSchema, type Level } from '#lib/facts/schema.ts';
import type { FeedbackRule } from '../storage/tables.ts';
import type { NewAssignment, Terms } from './assignments.ts';
import type { Choice } from './choice.ts';
import type { Ground } from './ground.ts';
import { readMoment } from './moments.ts';
import { refuse, type Refusal } from './result.ts';
import { feedbackWords } from './shown.ts';

/** The fields of a form, as they were sent. */
export interface Fields {
	given: (name: string) => string;
	all: (name: string) => string[];
}

const isOf =
	<T extends string>(list: readonly T[]) =>
	(value: string): value is T =>
		list.includes(value as T);
const isRule = (value: string): value is FeedbackRule => Object.hasOwn(feedbackWords, value);

/** A whole number as typed; undefined when it is none. */
const whole = (text: string): number | undefined =>
	/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;

/** The terms as a form says them, with times in the zone of the class. */
export function readTerms({ given }: Fields, zone: string): Omit<Terms, 'title'> | Refusal {
	const [opensAt, dueAt] = [readMoment(given('opens'), zone), readMoment(given('due'), zone)];
	if (opensAt === undefined || dueAt === undefined)
		return refuse('bad-times', {
			sentence: 'One of the dates cannot be read: please write it as 2026-11-24T14:30.'
		});
	const minutes = given('minutes').trim() === '' ? null : whole(given('minutes'));
	const attempts = given('attempts').trim() === '' ? 1 : whole(given('attempts'));
	if (minutes === undefined || attempts === undefined)
		return refuse('bad-number', {
			sentence: 'Time limit and attempts are whole numbers: please write digits only.'
		});
	const feedback = given('feedback') || 'submitted';
	if (!isRule(feedback)) return refuse('bad-rule');
	return {
		opensAt,
		dueAt,
		seconds: minutes === null ? null : minutes * 60,
		attempts,
		feedback,
		reading: given('reading') === 'yes'
	};
}

/** What the questions are drawn from: topics of one's own, when any is chosen; otherwise modules. */
function readSelection({ given, all }: Fields): Choice | Refusal {
	const length = whole(given('length'));
	if (length === undefined)
		return refuse('bad-number', { sentence: 'How many questions? Please write a whole number.' });
	const topics = all('topic');
	const own = {
		kinds: all('kind').filter(isOf<Kind>(kinds)),
		levels: all('level').filter(isOf<Level>(levelSchema.options))
	};
	if (topics.length > 0) return { length, topics, ...own };
	return own.kinds.length + own.levels.length === 0
		? { length, modules: all('module') }
		: refuse('nothing-to-ask', {
				sentence: 'Kinds and levels are chosen within topics: please choose topics, too.'
			});
}

/** The title as typed, or else what the modules are called. */
function titleOf({ given, all }: Fields, { index }: ReturnType<Ground['content']>): string {
	const typed = given('title').trim();
	if (typed) return typed;
	const titles = all('module').flatMap((id) => index.module.get(id)?.title ?? []);
	return titles.join(', ').slice(0, 120) || 'Quiz';
}

/** A new assignment as the form says it. */
export function readAssignment(
	fields: Fields,
	zone: string,
	content: ReturnType<Ground['content']>
): NewAssignment | Refusal {
	const choice = readSelection(fields);
	if ('ok' in choice) return choice;
	const terms = readTerms(fields, zone);
	if ('ok' in terms) return terms;
	const seed = readSeed(fields.given('seed'));
	return {
		...terms,
		title: titleOf(fields, content),
		choice,
		paper: fields.given('paper') === 'each' ? 'each' : 'same',
		...(seed && { seed })
	};
}
