import { expect, test, type Page } from '@playwright/test';
import { faultsOfAll, tooWide } from './faults.ts';
import { search, someWord } from './searching.ts';

const follow = (start: string, selector: string) => async (page: Page) => {
	await page.goto(start);
	await page.locator(selector).first().click();
};
const pages: Record<string, (page: Page) => Promise<unknown>> = {
	entities: (page) => page.goto('/entities'),
	person: follow('/entities', '#person .entries a'),
	place: follow('/entities', '#place .entries a'),
	organisation: follow('/entities', '#organisation .entries a'),
	agreement: follow('/entities', '#agreement .entries a'),
	glossary: (page) => page.goto('/glossary'),
	balance: (page) => page.goto('/balance'),
	'empty search': (page) => page.goto('/search'),
	'search with results': async (page) => search(page, await someWord(page)),
	'search without results': (page) => search(page, 'zzzzqqqq')
};

for (const [name, open] of Object.entries(pages))
	test(`${name} has a title, a description, one main head, nothing inline, and no fault that axe finds, and fits a narrow phone`, async ({
		page
	}) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (/content security policy/i.test(message.text())) complaints.push(message.text());
		});
		await open(page);
		await expect(page).toHaveTitle(/\S+ \S+/);
		expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/\S+ \S+/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page.locator('[style]')).toHaveCount(0);
		expect(complaints).toEqual([]);
		expect.soft(await faultsOfAll(page)).toEqual([]);
		expect.soft(await tooWide(page)).toBe(0);
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a search is a plain form, its results stand by kind, and each leads to its page', async ({
		page
	}) => {
		const word = await someWord(page);
		await page
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: 'Search' })
			.click();
		await page.getByRole('searchbox').fill(word.toUpperCase());
		await page.getByRole('button', { name: 'Search' }).click();
		await expect(page).toHaveURL(/\/search\?q=/);
		await expect(page.getByRole('searchbox')).toHaveValue(word.toUpperCase());
		const facts = page.getByRole('region', { name: /^Facts/ });
		await expect(facts.locator('.standing').first()).toBeVisible();
		await expect(facts.locator('mark').first()).toHaveText(new RegExp(word, 'i'));
		await facts.getByRole('link').first().click();
		await expect(page).toHaveURL(/\/facts\//);
	});

	test('a query that finds nothing, says nothing or is too long gets a sentence', async ({
		page
	}) => {
		const asked: [string, RegExp][] = [
			['zzzzqqqq', /Nothing was found for “zzzzqqqq”/],
			['', /Type one or more words/],
			['  ?! ', /Type one or more words/],
			['the', /almost every page/],
			['long '.repeat(500), /at most 200 characters/],
			['<script>alert(1)</script>', /Nothing|come close|some of them/]
		];
		for (const [query, sentence] of asked) {
			const response = await search(page, query);
			expect(response?.status(), query.slice(0, 20)).toBe(200);
			await expect(page.locator('#results')).toContainText(sentence);
		}
		expect((await page.goto('/search?q=a&q=b&kind=nonsense'))?.status()).toBe(200);
	});

	test('a term in an explainer leads to its entry, and its number to the evidence', async ({
		page
	}) => {
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		const term = page.locator('main a.term').first();
		const id = (await term.getAttribute('href'))?.split('#')[1] ?? '';
		await term.click();
		await expect(page).toHaveURL(new RegExp(`/glossary#${id}$`));
		await expect(page.locator(`#${id}`)).toBeInViewport();
		await page.locator('.cite').first().click();
		await expect(page.locator('.evidence:popover-open')).toBeVisible();
	});

	test('a fact leads to who says it, and that to all that is known of them', async ({ page }) => {
		await page.goto('/facts/topic/clashes-2022');
		await page.locator('li:has(.standing.attributed) p a').first().click();
		const statement = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
		const speaker = page.locator('main header p', { hasText: 'Said by' }).getByRole('link');
		const name = (await speaker.textContent()) ?? '';
		await speaker.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		// Where there are many facts, each topic is folded.
		const folded = page.locator('details', { hasText: statement });
		if ((await folded.count()) > 0) await folded.locator('summary').click();
		await expect(page.getByRole('link', { name: statement })).toBeVisible();
	});

	test('an office says between which days the sources show it', async ({ page }) => {
		await page.goto('/entities');
		await page.locator('#person li:has(.aside) a').first().click();
		await expect(page.locator('dd', { hasText: 'shown by the sources' }).first()).toBeVisible();
	});

	test('both names of a place stand with who uses them', async ({ page }) => {
		await page.goto('/entities');
		await page.locator('#place .entries a', { hasText: ' / ' }).first().click();
		await expect(page.locator('dt', { hasText: 'In the usage of' })).toHaveCount(2);
	});
});

test('no disputed point is told unevenly', async ({ page }) => {
	await page.goto('/balance');
	await expect(page.getByRole('heading', { name: 'Disputed points' }).first()).toBeVisible();
	await expect(page.getByText('to be mended')).toHaveCount(0);
});

test('an address of no entry says so and leads on', async ({ page }) => {
	const response = await page.goto('/entities/no-such-entry');
	expect(response?.status()).toBe(404);
	await expect(page.getByText(/no entry called|no such page/)).toBeVisible();
});
