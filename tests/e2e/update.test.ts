import { expect, test, type Page } from '@playwright/test';
import { earlierSite, type Site } from './earlier.ts';
import { answerAll, firstQuiz, handIn, seed } from './paper.ts';

test.use({ serviceWorkers: 'allow' });

let site: Site;
let paper: string;

test.beforeEach(async ({ page, baseURL }) => {
	const quiz = await firstQuiz(page);
	paper = `${quiz}/${seed}`;
	const packed = await (await page.request.get(`${paper}/paper.json`)).json();
	site = await earlierSite(baseURL ?? '', packed.forms[0].bank);
});
test.afterEach(() => site.close());

const scriptOf = (page: Page) => page.locator('script[src*="main-"]').getAttribute('src');

/** Opens the paper in the earlier version, whole copies and all. */
async function begin(page: Page) {
	await page.goto(site.origin);
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.goto(site.origin + paper);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.waitForLoadState('networkidle');
}

test('a new version waits, tells the reader, and comes when they want it, in every tab', async ({
	page,
	context
}) => {
	test.slow();
	await begin(page);
	const old = await scriptOf(page);
	await page.getByRole('radio').first().check();
	const other = await context.newPage();
	await other.goto(`${site.origin}/glossary`);

	site.update();
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect(page.getByText('A new version is ready.')).toBeVisible();
	await expect(other.getByText('A new version is ready.')).toBeVisible();
	expect(await scriptOf(page)).toBe(old);
	// the old one is still whole: its parts come from its own copy
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
	await page.keyboard.press('Escape');
	// without the network nothing is mixed: the old pages with the old script
	await context.setOffline(true);
	await other.goto(`${site.origin}/quiz`);
	expect(await scriptOf(other)).toBe(old);
	await context.setOffline(false);

	await page.getByRole('button', { name: 'Reload' }).click();
	await expect.poll(() => scriptOf(page)).not.toBe(old);
	await expect(page.getByRole('radio').first()).toBeChecked();
	const names = await page.evaluate(() => caches.keys());
	expect(names.filter((name) => name.includes('0000'))).toEqual([]);
	await context.setOffline(true);
	await other.reload();
	expect(await scriptOf(other)).not.toBe(old);
});

test('a paper that was begun in an earlier version can be finished in it', async ({
	page,
	context
}) => {
	test.slow();
	await begin(page);
	await answerAll(page);
	site.update();
	await handIn(page);
	await expect(page.getByText('The questions changed since this page was opened')).toBeVisible();
	await page.getByRole('link', { name: 'Finish the paper as you began it' }).click();
	await expect(page).toHaveURL(/\/offline\/paper\?/);
	await expect(page.getByText('This paper comes from the copy in your browser')).toBeVisible();
	await handIn(page);
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Your result' })).toBeVisible();
});
