import { expect, test, type Page } from '@playwright/test';
import { faultsOfAll, tooWide } from './faults.ts';

const pages = { '/timeline': 'Timeline', '/map': 'Map' };

/** The topics a page lets one choose, without "all". */
const topicsOf = async (page: Page): Promise<string[]> => {
	const values = page.getByRole('combobox').first().locator('option');
	const all = await values.evaluateAll((options) =>
		options.map((option) => (option as HTMLOptionElement).value)
	);
	return all.filter((value) => value !== '');
};

for (const [path, name] of Object.entries(pages)) {
	test(`${path} has one main head, nothing inline, and no fault that axe finds, and fits a narrow phone`, async ({
		page
	}) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (/content security policy/i.test(message.text())) complaints.push(message.text());
		});
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page.locator('[style]')).toHaveCount(0);
		expect(complaints).toEqual([]);
		expect.soft(await faultsOfAll(page)).toEqual([]);
		expect.soft(await tooWide(page)).toBe(0);
	});

	test(`${path} is in the head of every page`, async ({ page }) => {
		await page.goto('/');
		const head = page.getByRole('navigation', { name: 'Main' });
		await head.getByRole('link', { name, exact: true }).click();
		await expect(page).toHaveURL(path);
	});

	test(`${path} ignores a topic that is none, and says so`, async ({ page }) => {
		await page.goto(`${path}?topic=nothing`);
		await expect(page.getByRole('status')).toContainText('There is no topic called “nothing”');
		await expect(page.getByRole('combobox').first()).toHaveValue('');
	});

	test(`${path} shows what is typed into the address as text`, async ({ page }) => {
		const response = await page.goto(`${path}?topic=${encodeURIComponent('"><img src=x>')}`);
		expect(response?.status()).toBe(200);
		await expect(page.locator('img')).toHaveCount(0);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the timeline is filtered by topic and by actor, and the address keeps the choice', async ({
		page
	}) => {
		await page.goto('/timeline');
		const entries = page.locator('main ol > li');
		const all = await entries.count();
		expect(all).toBeGreaterThanOrEqual(90);

		const topic = (await topicsOf(page))[1] ?? '';
		await page.getByLabel('Topic').selectOption(topic);
		await page.getByRole('button', { name: 'Show' }).click();
		expect(new URL(page.url()).searchParams.get('topic')).toBe(topic);
		const some = await entries.count();
		expect(some).toBeGreaterThan(0);
		expect(some).toBeLessThan(all);
		await expect(page.getByLabel('Topic')).toHaveValue(topic);

		await page.getByRole('link', { name: 'Show the whole timeline' }).click();
		await expect(entries).toHaveCount(all);

		await page.getByLabel('Who').selectOption({ index: 1 });
		await page.getByRole('button', { name: 'Show' }).click();
		expect(await entries.count()).toBeLessThan(all);
		await expect(page.getByRole('status')).toContainText(/\d+\s+entr(y|ies): /);
	});

	test('what one party said is added on demand', async ({ page }) => {
		await page.goto('/timeline');
		const all = await page.locator('main ol > li').count();
		await page.getByLabel('Also what one party said').check();
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page.getByLabel('Also what one party said')).toBeChecked();
		await page.waitForLoadState();
		expect(await page.locator('main ol > li').count()).toBeGreaterThan(all);
	});

	test('a dispute links every position', async ({ page }) => {
		await page.goto('/timeline');
		const disputes = page.locator('li.contested');
		expect(await disputes.count()).toBeGreaterThan(0);
		for (const dispute of await disputes.all())
			expect(await dispute.locator('a[href*="/facts/"]').count()).toBeGreaterThan(1);
	});

	test('every date can be read by a machine', async ({ page }) => {
		await page.goto('/timeline');
		const dates = await page
			.locator('main time')
			.evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
		expect(dates.length).toBeGreaterThanOrEqual(90);
		for (const date of dates) expect(date).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
	});

	test('the map marks the places of a topic, and the list opens their facts', async ({ page }) => {
		await page.goto('/map');
		const marks = page.locator('svg.map circle.mark');
		const all = await marks.count();
		const topic = (await topicsOf(page))[0] ?? '';
		await page.getByLabel('Mark the places of').selectOption(topic);
		await page.getByRole('button', { name: 'Show' }).click();
		expect(new URL(page.url()).searchParams.get('topic')).toBe(topic);
		expect(await marks.count()).toBeLessThan(all);
		await expect(page.locator('#places details[open] a').first()).toBeVisible();
	});
});

test('the list has every number of the plates', async ({ page }) => {
	await page.goto('/map');
	const numbers = await page.locator('svg.map .numeral').allTextContents();
	const listed = await page.locator('#places li > .numeral').allTextContents();
	expect(numbers.length).toBeGreaterThan(10);
	for (const number of numbers) expect(listed).toContain(number.trim());
	for (const path of await page.locator('svg.map[role=img]').all())
		expect((await path.getAttribute('aria-label'))?.length).toBeGreaterThan(40);
});

test('the map is light', async ({ request }) => {
	const response = await request.get('/map', { headers: { 'accept-encoding': 'identity' } });
	const { gzipSync } = await import('node:zlib');
	expect(gzipSync(await response.body()).length).toBeLessThan(40_000);
});
