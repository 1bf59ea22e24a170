import type { Assignment, FeedbackRule } from '../storage/tables.ts';
import { shownMoment } from './moments.ts';

/** The rules by which answers are shown, as teachers and students read them. */
export const feedbackWords: Record<FeedbackRule, string> = {
	'at-once': 'At once, after each question',
	submitted: 'After handing in',
	due: 'After the due date',
	never: 'Never'
};

type Times = Pick<Assignment, 'opens_at' | 'due_at' | 'closed_at'>;

/** Where an assignment stands now, in a few words. */
export function stateOf({ opens_at, due_at, closed_at }: Times, zone: string, now: number): string {
	if (closed_at !== null && closed_at <= now) return 'Closed';
	if (opens_at !== null && now < opens_at) return `Opens ${shownMoment(opens_at, zone)}`;
	if (due_at === null) return 'Open, without a due date';
	return now < due_at
		? `Open, due ${shownMoment(due_at, zone)}`
		: `Over since ${shownMoment(due_at, zone)}`;
}
