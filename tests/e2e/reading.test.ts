import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a raised number opens its evidence in place, and closes again', async ({ page }) => {
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		await page.locator('.cite').first().click();
		const evidence = page.locator('.evidence:popover-open');
		await expect(evidence).toBeVisible();
		await expect(evidence.locator('q').first()).toBeVisible();
		await evidence.getByRole('button', { name: 'Close' }).click();
		await expect(evidence).toHaveCount(0);
	});

	test('evidence leads to the fact, and the fact to its source', async ({ page }) => {
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		await page.locator('.cite').first().click();
		await page
			.locator('.evidence:popover-open')
			.getByRole('link', { name: 'All about this fact' })
			.click();
		await expect(page).toHaveURL(/\/facts\//);
		await page.locator('main .witness a').first().click();
		await expect(page).toHaveURL(/\/sources\//);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
});

test('the evidence opens with the keyboard, and Escape gives the focus back', async ({ page }) => {
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	const number = page.locator('.cite').first();
	await number.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.evidence:popover-open')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.evidence:popover-open')).toHaveCount(0);
	await expect(number).toBeFocused();
});

test('every number of an explainer has its evidence, its note and its source', async ({ page }) => {
	await page.goto('/');
	for (const link of await page.locator('#contents a.title').all()) {
		const href = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
		const html = await (await page.request.get(href)).text();
		const opened = new Set([...html.matchAll(/popovertarget="(e\d+)"/g)].map(([, id]) => id));
		expect(opened.size, href).toBeGreaterThan(0);
		// the space before a claim's last word is kept
		expect(html).not.toMatch(/<span class="claim[^>]*>[^<]*\S<\/span><span class="keep">/);
		for (const id of opened) expect(html, `${href} ${id}`).toContain(`id="${id}"`);
		expect(html.match(/<li value="\d+"/g), href).toHaveLength(opened.size);
	}
});
