/**
 * What a reader may use and few use on every page: each comes when it is asked for. Without it the link that asks leads
 * to a page that does the same.
 */
const tools: Record<string, (from: HTMLElement) => Promise<unknown>> = {
	page: (link) => import('./dialog.ts').then(({ openPage }) => openPage(link)),
	term: (link) => import('./terms.ts').then(({ openTerm }) => openTerm(link)),
	erase: (button) => import('./erase.ts').then(({ erase }) => erase(button)),
	listen: (button) => import('./listen.ts').then(({ listen }) => listen(button)),
	recall: (button) => import('./practice/recall.ts').then(({ answerHere }) => answerHere(button)),
	keep: (button) => import('./practice/met.ts').then(({ keepThese }) => keepThese(button)),
	passkey: (button) => import('./passkey.ts').then(({ usePasskey }) => usePasskey(button)),
	practice: (button) => import('./practice/files.ts').then(({ act }) => act(button))
};

/** A press that the browser has another use for: a new tab, a new window, a download. */
const elsewhere = (event: MouseEvent) =>
	event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

function onClick(event: MouseEvent) {
	const from = (event.target as Element).closest<HTMLElement>('[data-tool], .term[href]');
	const tool = from && tools[from.dataset['tool'] ?? 'term'];
	if (!tool || elsewhere(event)) return;
	event.preventDefault();
	tool(from).catch(() => {
		if (from instanceof HTMLAnchorElement) location.href = from.href;
	});
}

/** Where letters are typed, or choose something themselves, they are no shortcuts. */
const typing = (target: EventTarget | null) =>
	target instanceof Element &&
	target.matches('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]');

function onKey(event: KeyboardEvent) {
	const { key, target } = event;
	if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
		return;
	if (typing(target) || document.querySelector('dialog[open]')) return;
	void import('./keys.ts').then(({ press }) => press(key));
}

export function addTools() {
	document.addEventListener('click', onClick);
	document.addEventListener('keydown', onKey);
}
