import { expect, test, type Locator } from '@playwright/test';
import { answerAll, handIn, openPaper, openPaperWith } from './paper.ts';

test('a question is judged in place, and judged anew when its answer changes', async ({ page }) => {
	await openPaper(page);
	const item = page.locator('.item', { has: page.locator('.options:not(.across) input') }).first();
	const check = item.getByRole('button', { name: 'Check' });
	await check.click();
	await expect(item.getByRole('status').last()).toHaveText('Answer first, then check.');
	await item.locator('input').first().check();
	await check.click();
	await expect(item.locator('.rationales')).toBeVisible();
	await expect(item.getByRole('status').last()).toHaveText(/right/i);
	await item.locator('input').nth(1).check();
	await expect(item.locator('.rationales')).toHaveCount(0);
});

test('the evidence of a judged question opens in place', async ({ page }) => {
	await openPaper(page);
	const items = page.locator('.item', { has: page.locator('.options:not(.across) input') });
	for (const item of await items.all()) {
		await item.locator('input').first().check();
		await item.getByRole('button', { name: 'Check' }).click();
		await expect(item.locator('.rationales')).toBeVisible();
	}
	// what was judged about a text alone links its source instead
	await items.locator('.cite').first().click();
	await expect(items.locator('.evidence:popover-open')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(items.locator('.evidence:popover-open')).toHaveCount(0);
});

test('without a connection, and without a copy of the paper, the answer stays and the reader is told', async ({
	page
}) => {
	await openPaper(page);
	for (const address of ['**/check', '**/paper.json*', '**/papers.json'])
		await page.route(address, (route) => route.abort());
	const item = page.locator('.item', { has: page.locator('.options:not(.across) input') }).first();
	await item.locator('input').first().check();
	await item.getByRole('button', { name: 'Check' }).click();
	await expect(item.getByText('Could not be checked now; your answer is kept.')).toBeVisible();
	await expect(item.locator('input').first()).toBeChecked();
});

test('a reload keeps what was answered; a paper taken again is empty', async ({ page }) => {
	const paper = await openPaper(page);
	await answerAll(page);
	const checked = await page.locator('.item input:checked').count();
	expect(checked).toBeGreaterThan(0);
	await page.goto('/');
	await page.goto(paper);
	await expect(page.locator('.item input:checked')).toHaveCount(checked);
	await handIn(page);
	await page.getByRole('link', { name: 'Same paper again' }).click();
	await expect(page.locator('.item')).not.toHaveCount(0);
	await expect(page.locator('.item input:checked')).toHaveCount(0);
});

test('pressing twice hands in once', async ({ page }) => {
	await openPaper(page);
	await answerAll(page);
	let posts = 0;
	await page.route('**/quiz/**', async (route) => {
		if (route.request().method() === 'POST') {
			posts++;
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		await route.continue();
	});
	await page.getByRole('button', { name: 'Hand in', exact: true }).dblclick();
	await expect(page).toHaveURL(/\/result\?v=\w+&r=/);
	expect(posts).toBe(1);
});

test('arrows move a line, number all lines and keep the focus', async ({ page }) => {
	await openPaperWith(page, '[data-order]');
	const list = page.locator('[data-order]').first();
	const first = (await list.locator('label').first().textContent())?.trim() ?? '';
	const down = list.getByRole('button', { name: `Move down: ${first}` });
	await down.click();
	await expect(list.locator('label').nth(1)).toHaveText(first);
	await expect(list.locator('input').nth(1)).toHaveValue('2');
	await expect(down).toBeFocused();
});

const written = {
	'a sentence with gaps': {
		field: '.sentence select',
		fill: (field: Locator) => field.selectOption({ index: 1 }),
		other: (field: Locator) => field.selectOption({ index: 2 })
	},
	'a name to be typed in': {
		field: 'input[autocapitalize=words]',
		fill: (field: Locator) => field.fill('Nobody'),
		other: (field: Locator) => field.fill('Nobody else')
	}
};
for (const [name, { field, fill, other }] of Object.entries(written))
	test(`${name} is judged in place, judged anew when it changes, and kept over a reload`, async ({
		page
	}) => {
		await openPaperWith(page, field);
		const item = page.locator('.item', { has: page.locator(field) }).first();
		const check = item.getByRole('button', { name: 'Check' });
		await check.click();
		await expect(item.getByRole('status').last()).toHaveText('Answer first, then check.');
		for (const one of await item.locator(field).all()) await fill(one);
		await check.click();
		await expect(item.locator('.rationales').first()).toBeVisible();
		await expect(item.getByRole('status').last()).toHaveText(/right/i);
		await other(item.locator(field).first());
		await expect(item.locator('.rationales')).toHaveCount(0);
		const kept = await item.locator(field).first().inputValue();
		expect(kept).not.toBe('');
		await page.reload();
		await expect(item.locator(field).first()).toHaveValue(kept);
	});
