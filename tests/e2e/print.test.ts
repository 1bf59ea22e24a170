import { expect, test } from '@playwright/test';
import { openPaper, openExplainerWith } from './paper.ts';

test('a paper prints without its answers; its key is a page of its own', async ({ page }) => {
	const address = await openPaper(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.report, .check').first()).toBeHidden();
	await expect(page.getByText('They have a page of their own')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('link', { name: 'a page of their own' }).click();
	await expect(page).toHaveURL(new RegExp(`${address}/key$`));
	await expect(page.locator('main > ol > li')).not.toHaveCount(0);
	for (const item of await page.locator('main > ol > li').all())
		await expect(item.locator('.answer')).toHaveText(/\S/);
});

test('on paper an explainer has its notes and its address', async ({ page }) => {
	await openExplainerWith(page, '.cite');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.notes li').first()).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await expect(page.locator('.address')).toBeVisible();
	await expect(page.locator('[data-address]')).toHaveText(page.url());
	await expect(page.locator('.band')).toBeHidden();
});

test('a question of the text that was opened and not answered prints as its words, not as an empty form', async ({
	page
}) => {
	await openExplainerWith(page, '.recall');
	const prompt = page.locator('.recall').first();
	await prompt.getByRole('button', { name: 'Answer here' }).click();
	await expect(prompt.locator('form')).toBeVisible();
	await expect(prompt.locator('> p').first()).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(prompt.locator('form')).toBeHidden();
	await expect(prompt.locator('> p').first()).toBeVisible();
});
