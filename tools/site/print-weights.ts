// What `npm run bench` prints of the pages: what each route costs a reader with nothing kept from before.
import type { Browser } from '@playwright/test';
import { withBrowser } from './browser.ts';
import { explainersAt, samplesAt } from './samples.ts';
import { editorKey, withServer } from './server.ts';
import { bounds, bytesOf, elsewhere, kilobytes, weighIn } from './weight.ts';

const port = 4318;
const columns = (route: string, ...figures: (string | number)[]) =>
	[
		route.padEnd(30),
		...figures.map((one) => (typeof one === 'number' ? one.toFixed(1) : one).padStart(9))
	].join(' ');

async function printRoutes(origin: string, browser: Browser) {
	console.log(columns('kB, compressed', 'first', '(gzip)', '+ styles', 'script', 'all'));
	for (const { route, path } of await samplesAt(origin, editorKey)) {
		const context = await browser.newContext({ serviceWorkers: 'block' });
		const editors = route.startsWith('/items');
		if (editors) await context.request.get(`${origin}/items?key=${editorKey}`);
		const weight = await weighIn(await context.newPage(), origin + path);
		const gzip = editors ? '–' : kilobytes(await bytesOf(origin + path, 'gzip'));
		const { first, styles, script, all } = weight;
		console.log(
			columns(route, ...[first].map(kilobytes), gzip, ...[styles, script, all].map(kilobytes))
		);
		await context.close();
	}
}

async function printHeaviest(origin: string) {
	const weights = await Promise.all(
		(await explainersAt(origin)).map(async (path) => ({
			path,
			first: kilobytes(await bytesOf(origin + path, 'br')),
			gzip: kilobytes(await bytesOf(origin + path, 'gzip'))
		}))
	);
	const [heaviest] = weights.sort((a, b) => b.gzip - a.gzip);
	if (heaviest) console.log(columns(heaviest.path, heaviest.first, heaviest.gzip));
}

/** Serves the built site, opens a sample of every route in Chromium and prints what came. */
export async function printWeights() {
	await withServer(port, async (origin) => {
		await withBrowser((browser) => printRoutes(origin, browser));
		await printHeaviest(origin);
	});
	const others = Object.entries(elsewhere).map(([name, figure]) => `${name} ${figure}`);
	console.log(
		[
			'',
			`Bounds: an explainer’s first answer ${bounds.explainer}, script of a reading page ${bounds.readingScript}, of a quiz page ${bounds.quizScript}, a whole quiz page ${bounds.quiz}.`,
			`Elsewhere, for one question on a page: ${others.join(', ')}.`
		].join('\n')
	);
}
