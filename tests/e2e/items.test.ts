import { expect, test, type Page } from '@playwright/test';
import { faultsOfAll, tooWide } from './faults.ts';
import { editorKey, openPaper } from './paper.ts';

const enter = (page: Page) => page.goto(`/items?key=${editorKey}`);
const rows = (page: Page) => page.locator('tbody tr');

/** Opens the first item of a kind. */
async function openFirst(page: Page, kind: string) {
	await enter(page);
	await page.goto(`/items?kind=${kind}`);
	await rows(page).first().getByRole('link').click();
}

test.describe('without the key', () => {
	test('the pages are not there, and give nothing away', async ({ page, request }) => {
		await enter(page);
		const stem = (await rows(page).first().getByRole('link').textContent()) ?? '';
		const id = new URL(
			(await rows(page).first().getByRole('link').getAttribute('href')) ?? '',
			page.url()
		);
		const addresses = [
			'/items',
			'/items?key=',
			`/items?key=${editorKey}x`,
			'/items/__data.json',
			'/items/__data.json?x-sveltekit-invalidated=01',
			id.pathname,
			`${id.pathname}?key=${editorKey}x`,
			`${id.pathname}/__data.json?x-sveltekit-invalidated=001`
		];
		for (const address of addresses) {
			const response = await request.get(address);
			const body = await response.text();
			if (!address.includes('__data')) expect(response.status(), address).toBe(404);
			expect(body, address).not.toContain(stem);
			expect(body, address).not.toContain('Distractor');
			expect(response.headers()['set-cookie'], address).toBeUndefined();
		}
	});

	test('no page for readers leads there, and no paper holds a proof', async ({ page }) => {
		for (const address of ['/', '/quiz', '/facts', '/search']) {
			await page.goto(address);
			const paths = await page
				.locator('a')
				.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
			expect(paths.filter((path) => path.startsWith('/items'))).toEqual([]);
		}
		await openPaper(page);
		const paper = await page.locator('main').innerHTML(); // the styles name rationales
		expect(paper).not.toMatch(/rationale|distractor|"key"/i);
	});
});

test('the key opens the pages once, and does not stay in the address', async ({
	page,
	context
}) => {
	await enter(page);
	await expect(page).toHaveURL(/\/items$/);
	await expect(page.getByRole('heading', { level: 1, name: 'Items' })).toBeVisible();
	const [cookie] = await context.cookies();
	expect(cookie).toMatchObject({ path: '/items', httpOnly: true, sameSite: 'Strict' });
	expect(cookie?.value).not.toContain(editorKey);
	const again = await page.goto('/items');
	expect(again?.status()).toBe(200);
	expect(again?.headers()['cache-control']).toBe('no-store');
	expect(again?.headers()['x-robots-tag']).toBe('noindex');
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the list is filtered, paged through, and leads from item to item', async ({ page }) => {
			await enter(page);
			await expect(rows(page)).toHaveCount(50);
			await page.getByLabel('Kind').selectOption('single');
			await page.getByLabel('Level').selectOption('recall');
			await page.getByRole('button', { name: 'Show' }).click();
			await expect(page).toHaveURL(/kind=single&level=recall/);
			await expect(page.getByRole('status')).toContainText('chosen from');
			await expect(rows(page).locator('.kind').first()).toHaveText('Single best answer');
			await page.getByRole('link', { name: 'Next page' }).click();
			await expect(page.getByText('Page 2 of')).toBeVisible();
			await page.getByRole('link', { name: 'Page before' }).click();
			await rows(page).first().getByRole('link').click();
			const first = page.url();
			await page.getByRole('link', { name: 'Next item' }).first().click();
			await expect(page.getByRole('navigation', { name: 'Neighbours' }).first()).toContainText(
				'2 of '
			);
			await page.getByRole('link', { name: 'Item before' }).first().click();
			expect(page.url()).toBe(first);
		});

		test('an item stands beside its proof, its record, its facts and its statistics', async ({
			page
		}) => {
			await openFirst(page, 'single');
			const stem = await page.locator('#preview .stem').textContent();
			expect(stem).toMatch(/\S+ \S+/);
			const offered = await page.locator('#preview .options li').count();
			await expect(page.locator('#proof .rationales > li')).toHaveCount(offered);
			await expect(page.locator('#proof .key')).toHaveCount(1);
			await expect(page.locator('#flaws')).toContainText('None of the 19 rules');
			await expect(page.locator('#record')).toContainText('Estimated facility');
			await expect(page.locator('#facts .standing').first()).toBeVisible();
			await expect(page.locator('#statistics')).toContainText('There are no answers yet.');
		});
	});

test('unknown values are named, and what was dropped is listed with its reason', async ({
	page
}) => {
	await enter(page);
	await page.goto('/items?kind=riddle&page=9999');
	await expect(page.getByRole('status')).toContainText('There is no kind called “riddle”');
	await expect(page.getByRole('status')).toContainText('There is no page “9999”');
	await page.goto('/items?dropped=yes');
	await expect(rows(page)).toHaveCount(50);
	await expect(rows(page).first().getByRole('cell').last()).toContainText(/\S/);
	expect((await page.goto('/items/no.such.item'))?.status()).toBe(404);
	await expect(page.getByText('There is no item called “no.such.item”')).toBeVisible();
});

const open = {
	list: enter,
	timeline: (page: Page) => openFirst(page, 'timeline'),
	cloze: (page: Page) => openFirst(page, 'cloze'),
	short: (page: Page) => openFirst(page, 'short')
};
for (const [name, go] of Object.entries(open))
	test(`${name} has no fault that axe finds, and fits a narrow phone`, async ({ page }) => {
		await go(page);
		expect.soft(await faultsOfAll(page)).toEqual([]);
		expect.soft(await tooWide(page)).toBe(0);
	});
