import { dayEnd, dayName } from './days.ts';
import { choose, type Kept } from './store.ts';
import { count, keepsNothing } from './words.ts';

/** Days that a pause lasts, by what the form sends; beyond every date: until the reader goes on. */
const always = 8_640_000_000_000_000;
const pauses: Record<string, (now: number) => number> = {
	'0': () => 0,
	'1': (now) => dayEnd(now, 1),
	'7': (now) => dayEnd(now, 7),
	'30': (now) => dayEnd(now, 30),
	always: () => always
};

const field = (form: HTMLFormElement, name: string) =>
	form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;

/** A number that came with a file may be none of those on offer: then it is offered too. */
function showDaily(daily: HTMLSelectElement, number: number) {
	const values = [...daily.options].map(({ value }) => Number(value));
	if (!values.includes(number)) {
		const later = daily.options[values.filter((one) => one < number).length] ?? null;
		daily.add(new Option(count(number, 'question'), String(number)), later);
	}
	daily.value = String(number);
}

/** Shows the reader's terms in their form. */
export function showTerms(form: HTMLFormElement, { terms }: Kept) {
	const on = field(form, 'on');
	const daily = field(form, 'daily');
	if (on instanceof HTMLInputElement) on.checked = terms.on;
	if (daily instanceof HTMLSelectElement) showDaily(daily, terms.daily);
	const paused = terms.pausedUntil >= dayEnd(Date.now());
	const said = form.querySelector('[data-paused]');
	const until = terms.pausedUntil >= always ? 'you go on' : `${dayName(terms.pausedUntil)} is over`;
	if (said) said.textContent = paused ? `Paused until ${until}.` : 'Not paused.';
	const goOn = form.querySelector<HTMLElement>('[data-pause="0"]');
	if (goOn) goOn.hidden = !paused;
	form.hidden = false;
}

/** Keeps what the reader chooses in the form, and then shows all anew. */
export function wireTerms(form: HTMLFormElement, onChange: () => Promise<void>) {
	const said = form.querySelector('[role=status]');
	const keep = async (terms: Parameters<typeof choose>[0]) => {
		try {
			await choose(terms);
			await onChange();
			if (said) said.textContent = 'Kept on this device.';
		} catch {
			if (said) said.textContent = keepsNothing;
		}
	};
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('change', ({ target }) => {
		if (target instanceof HTMLInputElement && target.name === 'on')
			void keep({ on: target.checked });
		if (target instanceof HTMLSelectElement && target.name === 'daily')
			void keep({ daily: Number(target.value) });
	});
	for (const button of form.querySelectorAll<HTMLElement>('[data-pause]'))
		button.addEventListener('click', () => {
			const until = pauses[button.dataset['pause'] ?? '0'];
			if (until) void keep({ pausedUntil: until(Date.now()) });
		});
}
