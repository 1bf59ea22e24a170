/** Starts the service worker, and tells the reader when a new version of the pages waits. */
export function startWorker() {
	if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
	const worker = navigator.serviceWorker;
	const watch = (registration: ServiceWorkerRegistration) => {
		const tell = () => {
			if (registration.waiting && worker.controller)
				void import('./update.ts').then(({ offer }) => offer(registration));
		};
		tell();
		registration.addEventListener('updatefound', () =>
			registration.installing?.addEventListener('statechange', tell)
		);
	};
	// refused, in a private window say: then nothing is kept, and all else works
	worker.register('/service-worker.js').then(watch, () => undefined);
}
