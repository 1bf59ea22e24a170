import { make } from './make.ts';
import { addStyles } from './styles.ts';
import css from './update.css?inline';

/** Puts the new version in the place of this one, in every tab; this one then shows it. */
function takeOver({ waiting }: ServiceWorkerRegistration) {
	if (!waiting) return location.reload(); // another tab did it
	navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
		once: true
	});
	waiting.postMessage('take-over');
}

/** Says that a new version is ready, and lets the reader choose when it comes. What is typed on a paper is kept. */
export function offer(registration: ServiceWorkerRegistration) {
	if (document.querySelector('.new-version')) return;
	addStyles(css);
	const said = make('span', { role: 'status' });
	const reload = make('button', { type: 'button' }, 'Reload');
	const later = make('button', { type: 'button', class: 'plain' }, 'Later');
	const notice = make('div', { class: 'new-version screen-only' }, said, reload, later);
	reload.addEventListener('click', () => takeOver(registration));
	later.addEventListener('click', () => notice.remove());
	document.body.append(notice);
	said.textContent = 'A new version is ready.'; // after it stands there, so that it is heard
}
