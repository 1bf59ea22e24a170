import { expect, test, type Page } from '@playwright/test';
import { classScene } from '../../tools/site/class-scene.ts';
import { openPaper } from './paper.ts';
import { search, someWord } from './searching.ts';
import { startSite } from './site.ts';

test.describe('once a page was opened, without a connection', () => {
	test.use({ serviceWorkers: 'allow' });

	/** Opens a page and waits until the service worker has put aside what it keeps. */
	async function kept(page: Page, address: string) {
		await page.goto(address);
		await page.evaluate(async () => {
			const { active } = await navigator.serviceWorker.ready;
			if (active?.state !== 'activated')
				await new Promise((done) => active?.addEventListener('statechange', done));
		});
	}

	test('the search answers from what the browser keeps', async ({ page, context }) => {
		const word = await someWord(page);
		await kept(page, '/');
		await context.setOffline(true);
		await search(page, word);
		await expect(page.getByText('this answer comes from the copy in your browser')).toBeVisible();
		await expect(page.getByRole('searchbox')).toHaveValue(word);
		const facts = page.getByRole('region', { name: /^Facts/ });
		await expect(facts.locator('.standing').first()).toBeVisible();
		await page.getByRole('searchbox').fill('zzzzqqqq');
		await page.getByRole('button', { name: 'Search' }).click();
		await expect(page.getByText('Nothing was found for “zzzzqqqq”')).toBeVisible();
		await context.setOffline(false);
		await search(page, word);
		await expect(page.getByText('from the copy in your browser')).toHaveCount(0);
		await expect(facts.locator('.standing').first()).toBeVisible();
	});

	test('explainers and glossary can be read, dressed as ever', async ({ page, context }) => {
		await kept(page, '/');
		await context.setOffline(true);
		await page.locator('#contents a.title').last().click();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('.masthead, header.sheet').first()).toHaveCSS('display', 'grid');
		await page.goto('/glossary');
		await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible();
	});

	test('every reading level can be read, and a page that was never opened says what can', async ({
		page,
		context
	}) => {
		await kept(page, '/');
		const level = await page.locator('#contents a.title').last().getAttribute('href');
		await context.setOffline(true);
		await page.goto(`${level}/depth`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'This page needs the network' })).toHaveCount(0);
		await search(page, await page.getByRole('heading', { level: 1 }).innerText());
		await page.goto('/balance');
		await expect(page.getByRole('heading', { name: 'This page needs the network' })).toBeVisible();
		await page.locator('#contents a.title').first().click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(
			'This page needs the network'
		);
	});

	test('what is kept takes less than 1.5 MB', async ({ page }) => {
		await kept(page, '/');
		const bytes = await page.evaluate(async () => {
			let sum = 0;
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const request of await cache.keys())
					sum += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
			}
			return sum;
		});
		expect(bytes).toBeGreaterThan(100_000);
		expect(bytes).toBeLessThan(1_500_000);
	});

	test('what is sent, and what is somebody’s own, is never kept', async ({ page, context }) => {
		await kept(page, '/');
		await openPaper(page);
		await page.request.post(page.url());
		for (const path of ['/teach', '/join', '/back', '/class']) await page.goto(path);
		const held = await page.evaluate(async () => {
			const urls: string[] = [];
			for (const name of await caches.keys())
				for (const { url } of await (await caches.open(name)).keys())
					urls.push(new URL(url).pathname);
			return urls;
		});
		expect(held.length).toBeGreaterThan(5);
		const own = /^\/(?:teach|join|back|class)(?:\/|$)/;
		expect(held.filter((path) => own.test(path))).toEqual([]);
		// a paper is kept as what the device marks by, never as a page that would send
		expect(held.filter((path) => /^\/quiz\/.*(?<!\/papers?\.json)$/.test(path))).toEqual([]);
		await context.setOffline(true);
		await page.reload();
		await expect(page.getByRole('heading', { name: 'This page needs the network' })).toBeVisible();
	});

	test('nothing of a class is kept, on its teacher’s device or a student’s', async ({
		browser
	}) => {
		test.slow();
		const site = await startSite();
		const { states, visits } = await classScene(browser, site.origin);
		for (const who of ['teacher', 'student'] as const) {
			const context = await browser.newContext({ storageState: states[who] });
			const page = await context.newPage();
			await kept(page, site.origin);
			for (const { path } of visits.filter((visit) => visit.who === who)) {
				await page.goto(site.origin + path);
				await expect(page.locator('h1')).not.toHaveText('This page needs the network');
			}
			const own = await page.evaluate(async () => {
				const found: string[] = [];
				for (const name of await caches.keys())
					for (const { url } of await (await caches.open(name)).keys())
						if (/^\/(?:teach|join|back|class)(?:\/|$)/.test(new URL(url).pathname)) found.push(url);
				return found;
			});
			expect(own, who).toEqual([]);
			await context.close();
		}
		await site.stop();
	});

	test('a new version replaces what an old one kept', async ({ page }) => {
		await kept(page, '/');
		await page.evaluate(() => caches.open('sourcebook-of-old'));
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.unregister();
		});
		await kept(page, '/search');
		await expect
			.poll(() => page.evaluate(async () => (await caches.keys()).includes('sourcebook-of-old')))
			.toBe(false);
	});
});
