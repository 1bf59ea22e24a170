import styles from '#lib/styles/evidence.css?inline';
import { addStyles } from './styles.ts';

/** The full evidence by fact, from our own server. */
async function cardsAt(address: string): Promise<DocumentFragment> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status}`);
	const template = document.createElement('template');
	template.innerHTML = await response.text();
	return template.content;
}

/** Lets every number of a note open the card instead; a note that stands open makes way for it. */
function openInstead(note: HTMLElement, card: HTMLElement) {
	const numbers = [...document.querySelectorAll<HTMLElement>(`[popovertarget=${note.id}]`)];
	const open = note.matches(':popover-open');
	card.setAttribute('aria-label', `Evidence ${note.id.slice(1)}`);
	note.removeAttribute('popover');
	for (const number of numbers) number.setAttribute('popovertarget', card.id);
	const source = numbers.find((number) => number === document.activeElement) ?? numbers[0];
	if (open) card.showPopover(source && { source });
}

/**
 * Brings the full evidence of an explainer, as much again as its text, when a reader first reaches for a number. Until
 * then, and where it cannot come, a number opens its note.
 * @param holder says where the evidence is, and stands where it goes
 */
export async function bringEvidence(holder: HTMLElement) {
	const cards = await cardsAt(holder.dataset['cards'] ?? '');
	addStyles(styles);
	for (const note of document.querySelectorAll<HTMLElement>('.notes > [popover]')) {
		const fact = note.querySelector('a')?.pathname.split('/').pop();
		const card = cards.getElementById(`card-${fact}`);
		if (!card) continue;
		holder.before(card);
		openInstead(note, card);
	}
}
