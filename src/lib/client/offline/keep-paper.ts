import { paperAddress } from './packs.ts';

const spared = () =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The service worker, once it stands between the page and the network. */
async function controlled(worker: ServiceWorkerContainer) {
	await worker.ready;
	if (!worker.controller)
		await new Promise((done) => worker.addEventListener('controllerchange', done, { once: true }));
}

/** Has a paper that was opened kept with its keys, so that it can be finished without a connection. */
export async function keepPaper(paper: string, version: string) {
	if (!('serviceWorker' in navigator) || spared()) return;
	await controlled(navigator.serviceWorker);
	const [module = '', seed = ''] = paper.split('/');
	await fetch(paperAddress(module, seed, version));
}
