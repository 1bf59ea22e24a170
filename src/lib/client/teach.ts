import { make } from './make.ts';
import { sendOnce } from './once.ts';

/**
 * What a script adds to the pages of teachers: the time zone of this device, buttons that copy an address, and forms
 * that are sent once.
 */
export function wireTeach(root: ParentNode) {
	for (const zone of root.querySelectorAll<HTMLInputElement>('[data-zone]'))
		if (!zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
	for (const text of root.querySelectorAll<HTMLElement>('[data-copy]')) addCopy(text);
	for (const form of root.querySelectorAll<HTMLFormElement>('form[method=post]')) sendOnce(form);
}

function addCopy(text: HTMLElement) {
	if (!navigator.clipboard) return;
	const button = make('button', { type: 'button', class: 'plain' }, 'Copy');
	const said = make('span', { role: 'status', class: 'sr' });
	button.addEventListener('click', () => {
		navigator.clipboard.writeText(text.textContent?.trim() ?? '').then(
			() => {
				button.textContent = 'Copied';
				said.textContent = 'Copied';
			},
			() => (said.textContent = 'Could not be copied: please mark the text and copy it.')
		);
	});
	text.after(' ', button, said);
}
