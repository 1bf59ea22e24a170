// `npm run screenshots`: a picture of every page at 360 and 1280 px, light and dark, in screenshots/. Words after `--`
// choose routes: `npm run screenshots -- quiz map`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { withBrowser } from './site/browser.ts';
import { classScene, type Scene } from './site/class-scene.ts';
import { samplesAt, type Sample } from './site/samples.ts';
import { editorKey, withServer } from './site/server.ts';

const port = 4319;
const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
const widths = { 360: 800, 1280: 900 };
const tallest = 6000;

/** "/quiz/[module]/[seed]" as the name of a file. */
const nameOf = (route: string) =>
	route
		.replace(/[[\]]/g, '')
		.replace(/^\/|\/$/g, '')
		.replaceAll('/', '-') || 'home';

/** The whole page, up to a height at which it repeats itself. */
async function picture(page: Page, name: string, width: number) {
	const height = Math.min(
		tallest,
		await page.evaluate(() => document.documentElement.scrollHeight)
	);
	const clip = { x: 0, y: 0, width, height };
	await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, clip });
}

async function pictures(
	browser: Browser,
	origin: string,
	samples: Sample[],
	storageState?: Scene['states']['teacher']
) {
	for (const [width, height] of Object.entries(widths))
		for (const colorScheme of ['light', 'dark'] as const) {
			const viewport = { width: Number(width), height };
			const context = await browser.newContext({
				...{ viewport, colorScheme, serviceWorkers: 'block' },
				...(storageState && { storageState })
			});
			await context.request.get(`${origin}/items?key=${editorKey}`);
			const page = await context.newPage();
			for (const { route, path } of samples) {
				await page.goto(origin + path);
				// a page that watches a class never falls silent
				await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
				await picture(page, `${nameOf(route)}-${width}-${colorScheme}`, viewport.width);
			}
			await context.close();
		}
}

/** The pages of a class, by those who may see them. */
async function classPictures(browser: Browser, origin: string, { states, visits }: Scene) {
	for (const who of ['teacher', 'student'] as const) {
		const samples = visits.filter((visit) => visit.who === who && isWanted(visit));
		if (samples.length > 0) await pictures(browser, origin, samples, states[who]);
	}
}

mkdirSync(folder, { recursive: true });
const words = process.argv.slice(2);
const isWanted = ({ route }: Sample) =>
	words.length === 0 || words.some((word) => route.includes(word));
await withServer(port, async (origin) => {
	const samples = (await samplesAt(origin, editorKey)).filter(isWanted);
	await withBrowser(async (browser) => {
		await pictures(browser, origin, samples);
		await classPictures(browser, origin, await classScene(browser, origin));
	});
});
console.log('The pictures are in screenshots/.');
