import { mount } from 'svelte';
import Feedback from '#lib/components/feedback/Feedback.svelte';
import { checkOne } from '#lib/papers/check.ts';
import { groundsOf } from '#lib/papers/pack.ts';
import { entriesOf, paperIn } from './form.ts';
import { markPairs } from './mark-pairs.ts';

/**
 * Judges an answer on the device and shows the feedback.
 * @returns a sentence when there is nothing to judge, nothing when the feedback stands there, undefined when this device
 * does not have the paper
 */
export async function checkHere(
	form: HTMLFormElement,
	number: number,
	target: HTMLElement
): Promise<string | undefined> {
	const kept = await paperIn(form);
	if (!kept) return undefined;
	const checked = checkOne(kept.form, number, entriesOf(form), groundsOf(kept.pack));
	if ('problem' in checked) return checked.problem;
	target.replaceChildren();
	mount(Feedback, { target, props: { feedback: checked } });
	markPairs(target, kept.pack.pairs);
	return '';
}
