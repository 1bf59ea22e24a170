import { make } from '../make.ts';
import { follow } from './follow.ts';

/** Puts an option into a row, as the row's own list does, and says so. */
function put(row: Element, value: string, told: HTMLElement) {
	const select = row.querySelector('select');
	if (!select || select.matches(':disabled')) return;
	select.value = value;
	select.dispatchEvent(new Event('input', { bubbles: true }));
	const label = row.querySelector('label')?.textContent?.trim() ?? '';
	told.textContent = `${label}: ${select.selectedOptions[0]?.text ?? ''}`;
}

/** Lets the options of a matching be dragged into its rows, from a tray that stands above them. */
export function dragOptions(rows: HTMLElement) {
	const options = [...(rows.querySelector('select')?.options ?? [])].filter(({ value }) => value);
	const told = make('p', { role: 'status', class: 'sr' });
	// the rows' own lists say the same to those who don't drag
	const tray = make('p', { class: 'tray screen-only', 'aria-hidden': 'true' });
	rows.before(tray);
	rows.after(told);
	for (const { text, value } of options) {
		const chip = make('span', { class: 'chip' }, text);
		tray.append(chip);
		chip.addEventListener('pointerdown', (pressed) => dragChip(chip, pressed, value));
	}

	function dragChip(chip: HTMLElement, pressed: PointerEvent, value: string) {
		const ghost = chip.cloneNode(true) as HTMLElement;
		let under: Element | undefined;
		follow(chip, pressed, {
			start() {
				ghost.classList.add('ghost');
				tray.append(ghost);
			},
			to(x, y) {
				ghost.style.translate = `${x}px ${y}px`;
				under?.classList.remove('under');
				under = [...rows.children].find((row) => {
					const { left, right, top, bottom } = row.getBoundingClientRect();
					return x >= left && x <= right && y >= top && y < bottom;
				});
				under?.classList.add('under');
			},
			end(dropped) {
				ghost.remove();
				under?.classList.remove('under');
				if (dropped && under) put(under, value, told);
			}
		});
	}
}
