import { make } from '../make.ts';
import type { Standing } from './post.ts';

const questions = (count: number) => (count === 1 ? '1 answer is' : `${count} answers are`);
const pageLink = (number: number) => make('a', { href: `#q${number}` }, `Question ${number}`);

type Says = {
	[S in Standing['is']]: (standing: Extract<Standing, { is: S }>) => (Node | string)[];
};

const says: Says = {
	saved: () => ['All answers are saved.'],
	saving: () => ['Saving …'],
	away: ({ waiting }) => [
		`No connection. ${questions(waiting)} kept on this device, and sent when it is back.`
	],
	unread: ({ number, sentence }) => [pageLink(number), ` is not saved yet. ${sentence}`],
	conflict: ({ numbers: [number = 0] }) => [
		pageLink(number),
		' was answered elsewhere meanwhile: choose there.'
	],
	shut: ({ sentence }) => [sentence]
};

/** How things stand, in words. */
export const wordsOf = (standing: Standing) =>
	(says[standing.is] as (one: Standing) => (Node | string)[])(standing);

/** Says above the questions that nothing more is taken, and where to go on. */
export function sayShut(
	form: HTMLFormElement,
	{ code, sentence }: { code: string; sentence: string }
) {
	const home = location.pathname.replace(/\/take$/, '');
	const signedOut = code === 'no-attempt';
	const box = make(
		'section',
		{ class: 'shut', role: 'alert' },
		make(
			'p',
			{},
			signedOut
				? 'This browser is no longer in the class. Your last answers are kept on this device: come back with your three words, and they are sent.'
				: sentence
		),
		make(
			'p',
			{},
			signedOut
				? make(
						'a',
						{ class: 'go', href: `/back?${new URLSearchParams({ next: home })}` },
						'Come back'
					)
				: make('a', { class: 'go', href: `${home}/result` }, 'See what was handed in')
		)
	);
	form.querySelector('.shut')?.remove();
	form.prepend(box);
	for (const part of form.querySelectorAll<HTMLFieldSetElement>('[data-number] > fieldset'))
		part.disabled = true;
	box.scrollIntoView({ block: 'nearest' });
}
