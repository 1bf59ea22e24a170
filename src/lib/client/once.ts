/** A second press while the first is on its way sends nothing; coming back to the page makes it ready again. */
export function sendOnce(form: HTMLFormElement) {
	let sent = false;
	form.addEventListener('submit', (event) => {
		if (sent) event.preventDefault();
		sent = true;
	});
	window.addEventListener('pageshow', () => (sent = false));
}
