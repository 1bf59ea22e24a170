import { expect, test, type Browser } from '@playwright/test';
import { explainersAt, samplesAt } from '../../tools/site/samples.ts';
import { bounds, bytesOf, kilobytes, weighIn, type Weight } from '../../tools/site/weight.ts';
import { answerAll, openPaper } from './paper.ts';

/** As a browser that was never here weighs a page. */
async function weigh(browser: Browser, address: string): Promise<Weight> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const weight = await weighIn(await context.newPage(), address);
	await context.close();
	return weight;
}

test('the first answer of every explainer, with its styles, fits in one round trip', async ({
	browser,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const paths = await explainersAt(origin);
	expect(paths.length).toBeGreaterThan(0);
	const heavy: [string, number][] = [];
	for (const path of paths)
		for (const encoding of ['br', 'gzip'] as const) {
			const size = kilobytes(await bytesOf(origin + path, encoding));
			if (size > bounds.explainer) heavy.push([`${path} ${encoding}`, size]);
		}
	expect(heavy).toEqual([]);
	// and the first screen waits for nothing else
	const { first, styles, script, all } = await weigh(browser, origin + paths[0]);
	expect(styles).toBe(0);
	expect(kilobytes(all - first - script)).toBeLessThan(2); // the icon, and what paper needs
});

test('a page that is read loads next to no script', async ({ browser, baseURL }) => {
	test.slow();
	const origin = baseURL ?? '';
	// a paper is weighed below; without a connection the device writes it, and evidence, on pages of their own
	const others = /^\/(?:quiz\/\[module\]|items|offline\/(?:paper|evidence))/;
	const reading = (await samplesAt(origin)).filter(({ route }) => !others.test(route));
	for (let some = reading.splice(0, 5); some.length > 0; some = reading.splice(0, 5)) {
		const weights = await Promise.all(some.map(({ path }) => weigh(browser, origin + path)));
		for (const [place, { script }] of weights.entries()) {
			expect(kilobytes(script), some[place]?.path).toBeLessThanOrEqual(bounds.readingScript);
			expect(script, some[place]?.path).toBeGreaterThan(0);
		}
	}
});

test('a quiz stays light, also after every answer was judged', async ({
	page,
	browser,
	baseURL
}) => {
	const address = `${baseURL}${await openPaper(page)}`;
	const weight = await weigh(browser, address);
	expect(kilobytes(weight.script)).toBeLessThanOrEqual(bounds.quizScript);
	expect(kilobytes(weight.all)).toBeLessThanOrEqual(bounds.quiz);
	expect(weight.script).toBeGreaterThan(0);

	let later = 0;
	page.on('requestfinished', async (request) => {
		if (request.resourceType() === 'script') later += (await request.sizes()).responseBodySize;
	});
	await answerAll(page);
	for (const check of await page.getByRole('button', { name: /^Check question/ }).all())
		await check.click();
	await page.waitForLoadState('networkidle');
	expect(kilobytes(weight.script + later)).toBeLessThanOrEqual(bounds.quizScript);
});
