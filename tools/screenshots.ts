// `npm run screenshots`: a picture of every page at 360 and 1280 px, light and dark, in screenshots/. Words after `--`
// choose routes: `npm run screenshots -- quiz map`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { withBrowser } from './site/browser.ts';
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

async function pictures(browser: Browser, origin: string, samples: Sample[]) {
	for (const [width, height] of Object.entries(widths))
		for (const colorScheme of ['light', 'dark'] as const) {
			const viewport = { width: Number(width), height };
			const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block' });
			await context.request.get(`${origin}/items?key=${editorKey}`);
			const page = await context.newPage();
			for (const { route, path } of samples) {
				await page.goto(origin + path, { waitUntil: 'networkidle' });
				await picture(page, `${nameOf(route)}-${width}-${colorScheme}`, viewport.width);
			}
			await context.close();
		}
}

mkdirSync(folder, { recursive: true });
const words = process.argv.slice(2);
await withServer(port, async (origin) => {
	const samples = (await samplesAt(origin, editorKey)).filter(
		({ route }) => words.length === 0 || words.some((word) => route.includes(word))
	);
	await withBrowser((browser) => pictures(browser, origin, samples));
	console.log(`${samples.length * 4} pictures in screenshots/`);
});
