import { expect, test, type Page } from '@playwright/test';
import { answerAll, handIn, openPaper } from './paper.ts';

const follow = (start: string, selector: string) => async (page: Page) => {
	await page.goto(start);
	await page.locator(selector).first().click();
};

/** The main pages, each by the way a reader comes to it. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
	home: (page) => page.goto('/'),
	explainer: follow('/', '#contents a.title'),
	facts: (page) => page.goto('/facts'),
	'established fact': follow('/facts/topic/clashes-2022', 'li:has(.standing.established) p a'),
	'attributed fact': follow('/facts/topic/clashes-2022', 'li:has(.standing.attributed) p a'),
	'contested fact': follow('/facts/topic/clashes-2022', 'li:has(.standing.contested) p a'),
	sources: (page) => page.goto('/sources'),
	source: async (page) => {
		await page.goto('/sources'); // its lists are folded
		const rows = page.locator('tr:has(td[data-label="Cautions"]:not(:text("–"))) th a');
		await page.goto(new URL((await rows.first().getAttribute('href')) ?? '', page.url()).href);
	},
	quizzes: (page) => page.goto('/quiz'),
	'open a paper': (page) => page.goto('/quiz/open?seed=x'),
	paper: openPaper,
	'returned paper': async (page) => {
		await openPaper(page);
		await handIn(page);
	},
	result: async (page) => {
		await openPaper(page);
		await answerAll(page);
		await handIn(page);
	},
	'error page': (page) => page.goto('/no-such-page')
};

for (const [name, open] of Object.entries(pages))
	test.describe(name, () => {
		test('has a title, a description, one main head and nothing inline, and fits a narrow phone', async ({
			page
		}) => {
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (/content security policy/i.test(message.text())) complaints.push(message.text());
			});
			await page.setViewportSize({ width: 320, height: 640 });
			await open(page);
			await expect(page).toHaveTitle(/\S+ \S+/);
			expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(
				/\S+ \S+/
			);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expect(page.locator('[style]')).toHaveCount(0);
			expect(complaints).toEqual([]);
			const beyond = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth - clientWidth;
			});
			expect(beyond).toBeLessThanOrEqual(0);
		});
	});
