import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { earlierSite } from './earlier.ts';
import { answerAll, firstQuiz, handIn, openPaper } from './paper.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the service worker has its copies and answers for the network. */
async function settled(page: Page) {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((done) =>
				navigator.serviceWorker.addEventListener('controllerchange', done, { once: true })
			);
	});
	await page.waitForLoadState('networkidle');
}

/** Opens a module's explainer for the first time, then loses the network. @returns the address of its quiz */
async function visitOnce(page: Page, context: BrowserContext): Promise<string> {
	const quiz = await firstQuiz(page);
	await settled(page);
	await page.goto(`/explainers/${quiz.split('/').at(-1)}`);
	await context.setOffline(true);
	return quiz;
}

test('after one visit a module works without the network: text, evidence, papers, marking, results', async ({
	page,
	context
}) => {
	test.slow();
	const quiz = await visitOnce(page, context);
	const slug = quiz.split('/').at(-1);
	for (const level of ['/brief', '/depth', '']) {
		await page.goto(`/explainers/${slug}${level}`);
		await page.locator('.text .cite').first().click();
		await expect(page.locator('.evidence:popover-open')).toBeVisible();
	}

	const seen = new Set<string>();
	for (let turn = 0; turn < 2; turn++) {
		await page.goto(quiz, turn > 0 ? { referer: page.url() } : {});
		await expect(page.locator('.item')).not.toHaveCount(0);
		seen.add(new URL(page.url()).pathname);
		await answerAll(page);
		for (const item of await page.locator('.item').all()) {
			await item.getByRole('button', { name: /^Check question/ }).click();
			await expect(item.locator('.answer .verdict')).toBeVisible();
			await expect(item.locator('.answer .why').first()).toHaveText(/\S/);
		}
		await handIn(page);
		await expect(page).toHaveURL(/\/result\?/);
		await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
		await page.locator('.item .cite').first().click();
		await expect(page.locator('.evidence:popover-open')).toContainText(/\S/);
	}
	expect(seen.size).toBe(2);
	// the address of a result shows it again: without a connection, and the same with one
	await page.reload();
	await expect(page.getByText('Marked in your browser')).toBeVisible();
	const score = await page.locator('.score').textContent();
	const why = await page.locator('.why').allTextContents();
	await context.setOffline(false);
	await page.reload();
	await expect(page.getByText('Marked in your browser')).toHaveCount(0);
	expect(await page.locator('.score').textContent()).toBe(score);
	const plain = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());
	expect(plain(await page.locator('.why').allTextContents())).toEqual(plain(why));
});

test('after one visit the facts and sources of a module, its questions in the text, timeline and map are there', async ({
	page,
	context
}) => {
	test.slow();
	const slug = (await visitOnce(page, context)).split('/').at(-1);
	await page.goto(`/explainers/${slug}`);
	const fact = (await page.locator('.notes a').first().getAttribute('href')) ?? '';
	const source = (await page.locator('a[href^="/sources/"]').first().getAttribute('href')) ?? '';
	const prompt = page.locator('.recall').first();
	await prompt.getByRole('button', { name: 'Answer here' }).click();
	await expect(prompt.locator('form').getByRole('button', { name: 'Check' })).toBeVisible();

	await page.goto(fact);
	await expect(page).toHaveURL(new RegExp(`${fact}$`));
	await expect(page.locator('main h1')).toHaveText(/\S/);
	await expect(page.locator('main .witness li').first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Report a problem', exact: true })).toBeVisible();
	await page.goto(source);
	await expect(page.getByText('From the copy in your browser')).toBeVisible();
	await page.getByRole('heading', { name: 'Facts that rest on it' }).waitFor();
	await page.locator('main a[href^="/facts/"]').first().click();
	await expect(page.getByText('From the copy in your browser')).toBeVisible();

	for (const [path, title] of [
		['/timeline', /timeline/i],
		['/map?layer=x', /map/i],
		['/sources', /sources/i],
		['/method', /method/i]
	] as const) {
		await page.goto(path);
		await expect(page.locator('h1')).toHaveText(title);
	}
});

test('every kind of question is judged on the device as on the server', async ({
	page,
	context
}) => {
	test.slow();
	await page.goto('/quiz');
	const links = await page.locator('main ol a').all();
	const quizzes = await Promise.all(links.map((link) => link.getAttribute('href')));
	await settled(page);
	for (const quiz of quizzes.slice(0, 4)) {
		await page.goto(`${quiz}/7K3M9Q`);
		await page.waitForLoadState('networkidle');
		await answerAll(page);
		const checked = async () => {
			const verdicts: string[] = [];
			for (const item of await page.locator('.item').all()) {
				await item.getByRole('button', { name: /^Check question/ }).click();
				const said = item.locator('.answer, .said:not(.sr)').filter({ hasText: /\S/ });
				verdicts.push(((await said.textContent()) ?? '').replace(/\s+/g, ' ').trim());
			}
			return verdicts;
		};
		const online = await checked();
		await page.reload();
		await context.setOffline(true);
		expect(await checked()).toEqual(online);
		await context.setOffline(false);
	}
});

test('a paper that was opened can be finished without the network, even after a reload', async ({
	page,
	context
}) => {
	await firstQuiz(page);
	await settled(page);
	const address = await openPaper(page);
	await page.waitForLoadState('networkidle');
	await answerAll(page);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByText('This paper comes from the copy in your browser')).toBeVisible();
	await handIn(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
	await expect(page).toHaveURL(new RegExp(`${address}/result\\?v=`));
	await page.goBack();
	await expect(page).toHaveURL(new RegExp(`${address}$`));
	await expect(page.locator('.item')).not.toHaveCount(0);
	// what was handed in is forgotten; gaps are named, as on the server
	await page.goto('/quiz');
	await page.goto(address);
	await handIn(page);
	await expect(page.locator('#summary')).toBeFocused();
	await page.getByRole('button', { name: 'Hand in as it is' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
});

test('a paper that finds no server is marked on the device, with what was typed', async ({
	page,
	context
}) => {
	await firstQuiz(page);
	await settled(page);
	await openPaper(page);
	await page.waitForLoadState('networkidle');
	await answerAll(page);
	// the browser believes that it is online
	await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => true }));
	await context.setOffline(true);
	await handIn(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
});

test('where the server keeps silent, copies serve after some seconds', async ({
	page,
	baseURL
}) => {
	test.slow();
	const site = await earlierSite(baseURL ?? '', 'no-bank');
	await page.goto(`${site.origin}/quiz`);
	await settled(page);
	const quiz = await page.locator('main ol a').first().getAttribute('href');
	site.fallSilent();
	await page.goto(`${site.origin}/glossary`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/glossary/i);
	await page.goto(site.origin + quiz);
	await expect(page.locator('.item')).not.toHaveCount(0);
	site.close();
});

test('what the device does not have says so, and nothing typed is lost', async ({
	page,
	context
}) => {
	const quiz = await visitOnce(page, context);
	await page.goto(`${quiz}/ZZZZZZ`);
	await expect(
		page.getByRole('heading', { name: 'This quiz is not kept in your browser' })
	).toBeVisible();
	await page.goto('/facts/no-such-fact');
	await expect(page.getByRole('heading', { name: 'This page needs the network' })).toBeVisible();
});

test('where storage is denied a paper is taken as ever', async ({ page, context }) => {
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
			Object.defineProperty(window, name, { get: refuse });
		Object.defineProperty(navigator.serviceWorker, 'register', { value: () => Promise.reject() });
	});
	await openPaper(page);
	await answerAll(page);
	await page.getByRole('button', { name: 'Check question 1', exact: true }).click();
	await expect(page.locator('.item').first().locator('.verdict')).toBeVisible();
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Check question 2', exact: true }).click();
	await expect(page.getByText('Could not be checked now')).toBeVisible();
	await handIn(page);
	await expect(page.getByText('There is no connection')).toBeVisible();
	await context.setOffline(false);
	await handIn(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
});

/** What the copies take up: their bodies, and all that the browser counts. In bytes. */
const sizes = (page: Page) =>
	page.evaluate(async () => {
		let bodies = 0;
		for (const name of await caches.keys())
			for (const response of await (await caches.open(name)).matchAll())
				bodies += (await response.arrayBuffer()).byteLength;
		return { bodies, used: (await navigator.storage.estimate()).usage ?? 0 };
	});

test('a device keeps at most 1.5 MB, however much its reader reads', async ({ page }) => {
	test.slow();
	const quiz = await firstQuiz(page);
	await settled(page);
	const atFirst = await sizes(page);
	expect(atFirst.bodies).toBeGreaterThan(100_000);
	const addresses = [...(await page.locator('main ol a').all())].slice(0, 4);
	const quizzes = await Promise.all(addresses.map((link) => link.getAttribute('href')));
	await page.evaluate(
		async ({ quiz, quizzes }) => {
			const list = await (await fetch('/search/index.json')).text();
			const read = [...new Set(list.match(/\/(?:facts|sources|entities)\/[\w-]+/g))];
			for (const path of read.slice(0, 90)) await fetch(path);
			for (let paper = 1; paper <= 12; paper++)
				await fetch(`${quiz}/${String(paper).padStart(6, '0')}/paper.json`);
			for (const one of quizzes) {
				const pack = await (await fetch(`${one}/papers.json`)).json();
				for (const { items } of pack.forms)
					for (const { item } of items) await fetch(`/practice/${item.id}`);
			}
		},
		{ quiz, quizzes }
	);
	const { bodies, used } = await sizes(page);
	expect(bodies).toBeGreaterThan(atFirst.bodies + 200_000);
	expect(bodies).toBeLessThanOrEqual(1_500_000);
	expect(used).toBeLessThanOrEqual(1_500_000);
});
