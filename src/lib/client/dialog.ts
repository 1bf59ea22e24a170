import parts from '#lib/styles/in-place.css?inline';
import css from './dialog.css?inline';
import { make } from './make.ts';
import { otherPage } from './other-page.ts';
import { addStyles } from './styles.ts';

/** What of another page can be shown in place: the part that carries this mark, with the name it has there. */
const part = '[data-in-place]';

async function partOf(address: string): Promise<HTMLElement> {
	const found = (await otherPage(address)).querySelector<HTMLElement>(part);
	if (!found) throw new Error(`nothing to show in place at ${address}`);
	return document.importNode(found, true);
}

/** Opens the main part of the page a link leads to, above this page, so that nothing typed here is lost. */
export async function openPage(link: HTMLElement) {
	const shown = await partOf(link.getAttribute('href') ?? '');
	if (document.querySelector('.sheet-in-place')) return; // pressed twice while it was on its way
	addStyles(parts + css);
	const name = shown.dataset['inPlace'] ?? '';
	const close = make('button', { type: 'button', class: 'plain' }, 'Close');
	const head = make('header', {}, make('h2', { id: 'in-place' }, name), close);
	const dialog = make('dialog', { class: 'sheet-in-place', 'aria-labelledby': 'in-place' }, head);
	dialog.append(shown);
	close.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => dialog.remove());
	// a press beside the sheet closes it
	dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
	document.body.append(dialog);
	const form = dialog.querySelector<HTMLFormElement>('form[data-settings]');
	if (form) (await import('./settings.ts')).wireSettings(form);
	dialog.showModal();
}
