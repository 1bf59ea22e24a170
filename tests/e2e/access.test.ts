import { expect, test } from '@playwright/test';
import { classScene } from '../../tools/site/class-scene.ts';
import { samplesAt } from '../../tools/site/samples.ts';
import { faultsOf, tooWide } from './faults.ts';
import { answerAll, editorKey, handIn, openPaper } from './paper.ts';
import { startSite } from './site.ts';

test('no page has a fault that axe finds, at any width, in light and dark', async ({
	page,
	baseURL
}) => {
	test.setTimeout(180_000); // about 30 s on a machine that has nothing else to do
	await page.request.get(`/items?key=${editorKey}`);
	const samples = (await samplesAt(baseURL ?? '', editorKey)).map(({ path }) => path);
	const others = ['/quiz/open?seed=x', '/no-such-page'];
	for (const path of [...samples, ...others]) {
		await page.goto(path);
		// a page that the device writes shows nothing until it is written
		await expect(page.locator('h1')).toBeVisible();
		expect.soft(await faultsOf(page), path).toEqual([]);
	}
	for (const standing of ['attributed', 'contested']) {
		await page.goto('/facts/topic/clashes-2022');
		await page.locator(`li:has(.standing.${standing}) p a`).first().click();
		expect.soft(await faultsOf(page), standing).toEqual([]);
	}
});

test('nor has a page of a class, for its teacher or its students', async ({ browser }) => {
	test.setTimeout(180_000);
	const site = await startSite();
	try {
		const { states, visits } = await classScene(browser, site.origin);
		for (const who of ['teacher', 'student'] as const) {
			const context = await browser.newContext({
				storageState: states[who],
				serviceWorkers: 'block'
			});
			const page = await context.newPage();
			for (const { path, route } of visits.filter((visit) => visit.who === who)) {
				await page.goto(site.origin + path);
				expect.soft(await faultsOf(page), route).toEqual([]);
			}
			await context.close();
		}
	} finally {
		await site.stop();
	}
});

test('nor has a paper that was returned, or judged in place, nor its result, nor evidence that stands open', async ({
	page
}) => {
	test.setTimeout(60_000);
	await openPaper(page);
	await handIn(page);
	await expect(page.locator('#summary')).toBeVisible();
	expect.soft(await faultsOf(page), 'returned').toEqual([]);

	await answerAll(page);
	const checks = await page.getByRole('button', { name: /^Check question/ }).all();
	for (const check of checks) await check.click();
	await expect(page.locator('.item[data-checked]')).toHaveCount(checks.length);
	expect.soft(await faultsOf(page), 'judged').toEqual([]);

	await handIn(page);
	await expect(page).toHaveURL(/\/result/);
	expect.soft(await faultsOf(page), 'result').toEqual([]);

	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	await page.locator('.cite').first().click();
	await expect(page.locator('.evidence:popover-open')).toBeVisible();
	expect.soft(await faultsOf(page), 'evidence').toEqual([]);
});

test('at twice the text size nothing is lost or cut off', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 640, height: 800 }); // a browser's zoom of 200 % on 1280 px
	for (const { path } of await samplesAt(baseURL ?? '')) {
		await page.goto(path);
		// the reader's own text size, which all sizes are measured in
		await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
		const lost = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
				const { overflowX, overflowY } = getComputedStyle(element);
				const wide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
				const tall = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
				return (wide || tall) && element.checkVisibility() && element.clientWidth > 1;
			});
			return [
				...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px beyond the window`] : []),
				...cut.map((element) => element.outerHTML.slice(0, 120))
			];
		});
		expect.soft(lost, path).toEqual([]);
	}
});

test('where motion is not wanted, nothing moves', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	await page.locator('.cite').first().click();
	await expect(page.locator('.evidence:popover-open')).toBeVisible();
	const moving = await page.evaluate(() =>
		[...document.querySelectorAll('*')]
			.filter((element) => {
				const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
				return (
					transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
				);
			})
			.map((element) => element.outerHTML.slice(0, 120))
	);
	expect(moving).toEqual([]);
});

test('where the system imposes its colours, what is chosen and what is right still shows', async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openPaper(page);
	// a native control shows its own state; no other sign may stand alone
	const bare = await page
		.locator('.item input:is([type=radio], [type=checkbox])')
		.evaluateAll(
			(inputs) => inputs.filter((input) => getComputedStyle(input).appearance === 'none').length
		);
	expect(bare).toBe(0);
	await answerAll(page);
	await handIn(page);
	await expect(page).toHaveURL(/\/result/);
	for (const verdict of await page.locator('.verdict').all())
		await expect(verdict).toHaveText(/\w/);
	await page.goto('/');
	const focus = page.locator('#contents a.title').first();
	await page.keyboard.press('Tab');
	await focus.focus();
	expect(await focus.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
});

test('with letters twice as large, set in the browser, no page scrolls sideways on a narrow phone', async ({
	page,
	baseURL
}) => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
	for (const { path } of await samplesAt(baseURL ?? '')) {
		await page.goto(path);
		expect.soft(await tooWide(page), path).toBe(0);
	}
	const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	expect(size).toBe('32px');
});
