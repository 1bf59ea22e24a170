// Runs before the first paint, so that nothing jumps: the look that the reader chose on this device, and which name of a
// place stands first. It imports nothing and stays small: every page waits for it.
(() => {
	const root = document.documentElement;
	let watching = false;

	/** Both names always stand there; what changes is their order, in the text itself, for eyes and ears alike. */
	function turnNames() {
		const turned = root.dataset['names'] === 'second';
		for (const pair of document.querySelectorAll('.pair'))
			if (pair.classList.contains('turned') !== turned && pair.childNodes.length === 3) {
				pair.append(...[...pair.childNodes].reverse());
				pair.classList.toggle('turned');
			}
	}

	function apply() {
		let kept: Record<string, string> = {};
		try {
			kept = JSON.parse(localStorage.getItem('comfort') ?? '{}');
		} catch {
			// storage switched off, or not ours: the system's settings hold
		}
		for (const name of ['theme', 'size', 'lines', 'names'])
			if (kept[name]) root.setAttribute(`data-${name}`, kept[name]);
			else root.removeAttribute(`data-${name}`);
		turnNames();
		if (root.dataset['names'] && !watching) {
			watching = true;
			new MutationObserver(turnNames).observe(root, { childList: true, subtree: true });
		}
	}

	apply();
	root.dataset['script'] = '';
	if ('speechSynthesis' in window) root.dataset['speech'] = '';
	// chosen on this page, in another tab, or before the reader came back to this page
	for (const event of ['comfort', 'storage', 'pageshow']) addEventListener(event, apply);
})();
