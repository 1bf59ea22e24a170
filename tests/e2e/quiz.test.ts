import { expect, test } from '@playwright/test';
import { answerAll, firstQuiz, handIn, openPaper } from './paper.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a quiz goes from the list to a result that explains every question', async ({ page }) => {
			await page.goto(await firstQuiz(page));
			await expect(page).toHaveURL(/\/quiz\/[a-z0-9-]+\/[0-9A-Z]{6}$/);
			const questions = await page.locator('.item').count();
			await answerAll(page);
			await handIn(page);
			await expect(page).toHaveURL(/\/result\?v=\w+&r=/);
			await expect(page.locator('.score')).toContainText(/\d of \d/);
			await expect(page.locator('.item')).toHaveCount(questions);
			await expect(page.locator('.item .why').first()).toBeVisible();
			await page.locator('.item .cite').first().click();
			await expect(page.locator('.evidence:popover-open')).toBeVisible();
		});

		test('gaps are named, nothing is lost, and the paper can be handed in as it is', async ({
			page
		}) => {
			await openPaper(page);
			const option = page.locator('.item .options:not(.across) input').first();
			await option.check();
			await handIn(page);
			await expect(page.getByRole('heading', { name: /not answered$/ })).toBeVisible();
			await expect(page.locator('.item .options:not(.across) input').first()).toBeChecked();
			await page.getByRole('button', { name: 'Hand in as it is' }).click();
			await expect(page).toHaveURL(/\/result\?v=\w+&r=/);
			await expect(page.getByText('Not answered').first()).toBeVisible();
		});

		test('a result is a link: reload and back do no harm', async ({ page }) => {
			const paper = await openPaper(page);
			await answerAll(page);
			await handIn(page);
			const score = await page.locator('.score').textContent();
			await page.reload();
			await expect(page.locator('.score')).toHaveText(score ?? '');
			await page.goBack();
			await expect(page).toHaveURL(new RegExp(`${paper}$`));
			await page.goForward();
			await expect(page.locator('.score')).toHaveText(score ?? '');
		});

		test('what went wrong can be tried again under the same numbers', async ({ page }) => {
			await openPaper(page);
			await page.locator('.item .options:not(.across) input').first().check();
			await handIn(page);
			await page.getByRole('button', { name: 'Hand in as it is' }).click();
			await page.getByRole('link', { name: 'Retry what I got wrong' }).click();
			await expect(page).toHaveURL(/\?only=[\d,]+$/);
			const only = new URL(page.url()).searchParams.get('only')?.split(',') ?? [];
			const numbers = await page.locator('.item .num').allTextContents();
			expect(numbers).toEqual(only);
			await answerAll(page);
			await handIn(page);
			await expect(page).toHaveURL(/\/result\?v=\w+&r=.*&only=/);
			await expect(page.locator('.item')).toHaveCount(only.length);
		});
	});

test('the same number gives everyone the same paper', async ({ page, browser }) => {
	const address = await openPaper(page);
	const stems = await page.locator('.item .stem').allTextContents();
	const other = await (await browser.newContext()).newPage();
	await other.goto(new URL(address, page.url()).href.toLowerCase());
	expect(await other.locator('.item .stem').allTextContents()).toEqual(stems);
});

test('a number typed at home opens its paper; a wrong one is explained and kept', async ({
	page
}) => {
	await page.goto('/');
	await page.getByLabel('Number of the paper').fill('7k3-m9');
	await page.getByRole('button', { name: 'Open' }).click();
	await expect(page.getByRole('alert')).toContainText('“7k3-m9” is not the number of a paper');
	await expect(page.getByLabel('Number of the paper')).toHaveValue('7k3-m9');
	await page.getByLabel('Number of the paper').fill('7k3-m9q');
	await page.getByRole('button', { name: 'Open' }).click();
	await expect(page).toHaveURL(/\/7K3M9Q$/);
});

test('a verdict that comes when the answer has been changed is not shown', async ({ page }) => {
	await openPaper(page);
	const item = page.locator('.item:has(.options:not(.across) input[type=radio])').first();
	const option = (at: number) => item.locator('input[type=radio]').nth(at);
	const check = item.getByRole('button', { name: /^Check question/ });
	let arrived = () => {};
	const late = new Promise<void>((resolve) => (arrived = resolve));
	let first = true;
	await page.route('**/check', async (route) => {
		if (first) {
			first = false;
			await late;
		}
		await route.continue();
	});
	await option(0).check();
	await check.click();
	await option(1).check();
	const came = page.waitForResponse('**/check');
	arrived();
	await (await came).finished();
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
	await expect(item.locator('.verdict')).toHaveCount(0);
	await check.click();
	await expect(item.locator('.verdict')).toBeVisible();
	await expect(option(1)).toBeChecked();
});
