import { expect, test } from '@playwright/test';
import { answerAll, handIn, openPaper } from './paper.ts';

/** With no address set up, a report leads to the page that says so, and says the same. */
const bodyOf = (href: string | null) =>
	new URL(href ?? '', 'https://example.org').searchParams.get('body') ?? '';

test('every question has a link of its own and a report that names the paper, not the item', async ({
	page
}) => {
	const address = await openPaper(page);
	const items = await page.locator('.item').all();
	for (const [at, item] of items.entries()) {
		await expect(item.locator('.num')).toHaveAttribute('href', `#q${at + 1}`);
		const link = item.getByRole('link', { name: 'Report a problem' });
		const body = bodyOf(await link.getAttribute('href'));
		expect(body).toContain(`Paper: ${address.replace('/quiz/', '')}`);
		expect(body).toContain(`Question: ${at + 1}`);
		expect(body).not.toContain('Item:');
	}
	await answerAll(page);
	await handIn(page);
	const first = page.locator('.item').first();
	await expect(first.locator('.num')).toHaveAttribute('href', '#q1');
	const report = first.locator(':scope > .report a');
	expect(bodyOf(await report.getAttribute('href'))).toMatch(/Item: \S+\r\nRevision: \S+/);
});

test('a fact reports itself, and every page does', async ({ page }) => {
	await page.goto('/facts/topic/clashes-2022');
	await page.locator('main li p a').first().click();
	const id = new URL(page.url()).pathname.replace('/facts/', '');
	const fact = page.getByRole('link', { name: 'Report a problem with this fact' });
	expect(bodyOf(await fact.getAttribute('href'))).toContain(`Fact: ${id}`);
	const here = page.getByRole('link', { name: 'Report a problem on this page' });
	expect(bodyOf(await here.getAttribute('href'))).toContain(`Page: /facts/${id}`);
	test.skip((await here.getAttribute('href'))?.startsWith('/') !== true, 'an address is set up');
	await here.click();
	await expect(page.getByText('No address for reports has been set up')).toBeVisible();
	await expect(page.getByText(`Page: /facts/${id}`)).toBeVisible();
});
