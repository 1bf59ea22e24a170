import { choose, chosen } from './comfort.ts';

const refused = 'This browser keeps nothing for this site, so the choice can’t be kept.';

/** Shows in a form what is chosen, and applies and keeps what the reader chooses. */
export function wireSettings(form: HTMLFormElement) {
	const said = form.querySelector('[role=status]');
	const fill = () => {
		const kept = chosen();
		for (const input of form.querySelectorAll<HTMLInputElement>('input[type=radio]'))
			input.checked = input.value === (kept[input.name] ?? '');
	};
	fill();
	form.hidden = false;
	form.addEventListener('change', ({ target }) => {
		if (!(target instanceof HTMLInputElement) || !said) return;
		said.textContent = choose(target.name, target.value) ? 'Kept on this device.' : refused;
	});
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('reset', (event) => {
		event.preventDefault();
		for (const name of Object.keys(chosen())) choose(name, '');
		fill();
		if (said) said.textContent = 'All as usual again; nothing is kept.';
	});
}
