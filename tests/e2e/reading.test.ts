import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a raised number opens its note in place, and Escape closes it', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 640 });
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		await page.locator('.cite').first().click();
		const note = page.locator('.notes > :popover-open');
		await expect(note).toBeVisible();
		await expect(note).toContainText(/^\s*1 \S+/);
		await page.keyboard.press('Escape');
		await expect(note).toHaveCount(0);
	});

	test('a note leads to the fact with its quotations, and the fact to its source', async ({
		page
	}) => {
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		await page.locator('.cite').first().click();
		await page.locator('.notes > :popover-open').getByRole('link').click();
		await expect(page).toHaveURL(/\/facts\//);
		await expect(page.locator('main .witness q').first()).toBeVisible();
		await page.locator('main .witness a').first().click();
		await expect(page).toHaveURL(/\/sources\//);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
});

test('a raised number opens all its evidence in place, and closes again', async ({ page }) => {
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	await page.locator('.cite').first().click();
	const evidence = page.locator('.evidence:popover-open');
	await expect(evidence).toBeVisible();
	await expect(evidence.locator('q').first()).toBeVisible();
	await expect(evidence).toHaveAccessibleName('Evidence 1');
	await evidence.getByRole('button', { name: 'Close' }).click();
	await expect(evidence).toHaveCount(0);
});

test('where the evidence cannot come, a number opens its note', async ({ page }) => {
	await page.route('**/evidence.html', (route) => route.abort());
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	await page.locator('.cite').first().click();
	await expect(page.locator('.notes > :popover-open')).toBeVisible();
	await page.unroute('**/evidence.html');
	await page.locator('.cite').nth(1).click();
	await expect(page.locator('.evidence:popover-open')).toBeVisible();
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
		const notes = [...html.matchAll(/<li value="\d+" id="(e\d+)" popover="">.*?facts\/([^"]+)"/g)];
		expect(new Set(notes.map(([, id]) => id)), href).toEqual(opened);
		const evidence = await (await page.request.get(`${href}/evidence.html`)).text();
		for (const [, , fact] of notes) expect(evidence, href).toContain(`id="card-${fact}"`);
	}
});
