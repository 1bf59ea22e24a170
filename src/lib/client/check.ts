import { hasPractice } from './hints.ts';
import { make } from './make.ts';

const patienceMillis = 15_000;
const offline = 'Could not be checked now; your answer is kept. Hand in later.';

/** The fields of one item, with its number. */
function fieldsOf(form: HTMLFormElement, number: string): URLSearchParams {
	const name = `q${number}`;
	const fields = new URLSearchParams({ number });
	for (const [field, value] of new FormData(form))
		if (typeof value === 'string' && (field === name || field.startsWith(`${name}-`)))
			fields.append(field, value);
	return fields;
}

/** Adds a button to every item that has its answer judged in place. */
export function addChecks(form: HTMLFormElement) {
	const address = form.dataset['check'];
	if (!address) return;
	for (const item of form.querySelectorAll<HTMLElement>('[data-number]')) {
		const number = item.dataset['number'] ?? '';
		const button = make(
			'button',
			{ type: 'button', 'aria-label': `Check question ${number}` },
			'Check'
		);
		const said = make('p', { role: 'status', class: 'said' });
		const answer = make('div', { class: 'answer' });
		const place = item.querySelector(':scope > .report');
		item.insertBefore(make('div', { class: 'check screen-only' }, button, said, answer), place);

		const show = (sentence: string, html = '') => {
			said.textContent = sentence;
			said.classList.toggle('sr', html !== '');
			answer.innerHTML = html; // our own server's fragment
			item.toggleAttribute('data-checked', html !== '');
		};

		/** Each press and each change is a turn: what comes back in a later one judges an answer that no longer stands. */
		let turn = 0;

		/** The device judges what the server can't be asked. */
		async function checkHere(mine: number) {
			const { checkHere } = await import('./offline/check-here.ts');
			const place = make('div');
			const sentence = await checkHere(form, Number(number), place);
			if (mine !== turn) return;
			answer.replaceChildren(place);
			if (sentence === '') judged();
			else show(sentence ?? offline);
		}

		function judged() {
			item.toggleAttribute('data-checked', true);
			said.classList.add('sr');
			said.textContent = answer.querySelector('.verdict')?.textContent?.trim() ?? '';
			if (hasPractice())
				void import('./practice/met.ts').then(({ keepChecked }) => keepChecked(answer));
		}

		async function check(address: string) {
			const mine = ++turn;
			try {
				const response = await fetch(address, {
					method: 'POST',
					body: fieldsOf(form, number),
					signal: AbortSignal.timeout(patienceMillis)
				});
				const text = await response.text();
				if (mine !== turn) return;
				if (response.ok) {
					show('', text);
					judged();
				} else if (response.status < 500) show(text);
				else await checkHere(mine);
			} catch {
				if (mine === turn) await checkHere(mine).catch(() => mine === turn && show(offline));
			}
		}

		button.addEventListener('click', () => void check(address));
		// what was judged, or sent back, is no longer what stands there
		item.addEventListener('input', () => {
			turn++;
			show('');
			item.querySelector('[aria-describedby$="-problem"]')?.removeAttribute('aria-describedby');
			item.querySelector('.problem')?.remove();
		});
	}
}
