import { make } from '../make.ts';
import { practiceItem, showItem } from './item.ts';
import { keepAndTell } from './kept-note.ts';

const missing = 'The question can’t be fetched now. Its answer is folded up below.';

/** Prompts whose question is there, or on its way: a second press brings no second one. */
const opened = new WeakSet<HTMLElement>();

/** Lets a reader answer a question of the text where it stands, and keeps it for their reviews. */
export async function answerHere(button: HTMLElement) {
	const prompt = button.closest<HTMLElement>('[data-item]');
	if (!prompt || opened.has(prompt)) return;
	opened.add(prompt);
	const before = prompt.querySelector<HTMLElement>(':scope > .kept-note');
	const said = before ?? make('p', { role: 'status', class: 'kept-note' });
	prompt.append(said);
	const item = await practiceItem(prompt.dataset['item'] ?? '').catch(() => undefined);
	if (!item) {
		opened.delete(prompt);
		said.textContent = missing;
		return;
	}
	const told = [...prompt.children].filter((child) => !child.matches('h3, [role=status]'));
	for (const child of told) child.toggleAttribute('hidden', true);
	prompt.tabIndex = -1;
	const place = make('div', { class: 'answer-here' });
	said.before(place);
	showItem(place, item, {
		onJudged: (judged) => {
			const { id, rev, topic } = item;
			prompt.focus({ preventScroll: true }); // the fields are shut now, and let it go
			void keepAndTell(said, [{ id, rev, topic, ...judged }], 'recall');
		}
	});
	place.querySelector<HTMLElement>('input, select')?.focus();
}
