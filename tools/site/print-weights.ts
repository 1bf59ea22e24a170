// What `npm run bench` prints of the pages: what each route costs a reader with nothing kept from before.
import type { Browser } from '@playwright/test';
import { withBrowser } from './browser.ts';
import { classScene, type Scene } from './class-scene.ts';
import { explainersAt, samplesAt, type Sample } from './samples.ts';
import { editorKey, withServer } from './server.ts';
import { bounds, bytesOf, elsewhere, kilobytes, weighIn } from './weight.ts';

const port = 4318;
const columns = (route: string, ...figures: (string | number)[]) =>
	[
		route.padEnd(42),
		...figures.map((one) => (typeof one === 'number' ? one.toFixed(1) : one).padStart(9))
	].join(' ');

/** One line of the table: a page weighed in a browser that holds nothing but what lets it in. */
async function printRoute(
	browser: Browser,
	origin: string,
	{ route, path }: Sample,
	storageState?: Scene['states']['teacher']
) {
	const context = await browser.newContext({
		serviceWorkers: 'block',
		...(storageState && { storageState })
	});
	const editors = route.startsWith('/items');
	if (editors) await context.request.get(`${origin}/items?key=${editorKey}`);
	const { first, styles, script, all } = await weighIn(await context.newPage(), origin + path);
	// who is let in by a cookie has a browser, and so brotli
	const gzip = editors || storageState ? '–' : kilobytes(await bytesOf(origin + path, 'gzip'));
	console.log(columns(route, kilobytes(first), gzip, ...[styles, script, all].map(kilobytes)));
	await context.close();
}

/** Whether who is not signed in is sent to another page. */
async function isElsewhere(address: string): Promise<boolean> {
	const { status } = await fetch(address, { redirect: 'manual' });
	return status >= 300 && status < 400;
}

async function printRoutes(origin: string, browser: Browser) {
	console.log(columns('kB, compressed', 'first', '(gzip)', '+ styles', 'script', 'all'));
	const { states, visits } = await classScene(browser, origin);
	const ofClass = new Set(visits.map(({ route }) => route));
	for (const sample of await samplesAt(origin, editorKey))
		if (!ofClass.has(sample.route) && !(await isElsewhere(origin + sample.path)))
			await printRoute(browser, origin, sample);
	for (const visit of visits) await printRoute(browser, origin, visit, states[visit.who]);
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
