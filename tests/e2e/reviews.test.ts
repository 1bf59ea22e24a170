import { readFile } from 'node:fs/promises';
import { expect, test, type FileChooser, type Locator, type Page } from '@playwright/test';
import { bounds, kilobytes, weighIn } from '../../tools/site/weight.ts';
import { answerAll, handIn, openPaper } from './paper.ts';

/** Lets so many days pass, in the page's eyes; only the moment changes, not the clock's other workings. */
const passDays = (page: Page, days: number) =>
	page.addInitScript((millis) => {
		const now = Date.now;
		Date.now = () => now() + millis;
	}, days * 86_400_000);

/** Gives the item in `root` an answer, any. */
async function give(root: Locator) {
	const choices = root.locator('input:is([type=radio], [type=checkbox])');
	const names = await choices.evaluateAll((all) => [
		...new Set(all.map((one) => (one as HTMLInputElement).name))
	]);
	for (const name of names) await root.locator(`input[name="${name}"]`).first().check();
	for (const select of await root.locator('select').all()) await select.selectOption({ index: 1 });
	for (const [at, line] of (await root.locator('[data-order] input').all()).entries())
		await line.fill(String(at + 1));
	const texts: Record<string, string> = { Day: '1', Month: '2', Year: '2003', Number: '4' };
	for (const [label, text] of Object.entries(texts))
		for (const field of await root.getByLabel(label).all())
			if ((await field.getAttribute('inputmode')) !== null) await field.fill(text);
	for (const field of await root.locator('input[autocapitalize=words]').all())
		await field.fill('Nobody');
}

async function answerIn(root: Locator) {
	const check = root.getByRole('button', { name: /^Check/ });
	await expect(check).toBeVisible();
	await give(root);
	await check.click();
	await expect(root.locator('.verdict')).toBeVisible();
}

/** Answers the first question within an explainer. */
async function answerRecall(page: Page): Promise<Locator> {
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	const recall = page.locator('.recall').first();
	await recall.getByRole('button', { name: 'Answer here' }).click();
	await answerIn(recall);
	await expect(recall.getByText('Kept for your reviews.')).toBeVisible();
	return recall;
}

/** Takes in a file on the page of reviews. */
async function bring(page: Page, file: Parameters<FileChooser['setFiles']>[0]) {
	const [picker] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: 'Import a file' }).click()
	]);
	await picker.setFiles(file);
}

const left = (page: Page) => page.locator('[data-left]');

test.describe('with copies kept', () => {
	test.use({ serviceWorkers: 'allow' });

	test('a question answered in the text comes back without a connection, is undone, taken along and brought back', async ({
		page,
		context
	}) => {
		test.slow();
		await page.goto('/');
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			if (!navigator.serviceWorker.controller)
				await new Promise((done) =>
					navigator.serviceWorker.addEventListener('controllerchange', done, { once: true })
				);
		});
		const recall = await answerRecall(page);
		const stem = await recall.locator('legend').textContent();
		await page.waitForLoadState('networkidle');
		await page.goto('/review');
		await expect(left(page)).toHaveText('Nothing more to review today.');

		await passDays(page, 20);
		await context.setOffline(true);
		await page.goto('/review');
		await expect(left(page)).toHaveText('1 left today');
		const item = page.locator('[data-item]');
		await expect(item.locator('legend')).toHaveText(stem ?? '');
		await answerIn(item);
		await expect(page.locator('[data-rating="1"]')).toBeVisible();
		await page.keyboard.press('1');
		await expect(left(page)).toHaveText('Nothing more to review today.');
		await page.getByRole('button', { name: 'Undo the last answer' }).click();
		await expect(left(page)).toHaveText(/1 left today$/);

		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Export to a file' }).click()
		]);
		const file = await download.path();
		page.on('dialog', (dialog) => void dialog.accept());
		await page.getByRole('button', { name: 'Erase reviews and progress' }).click();
		await expect(left(page)).toHaveText('Nothing is kept for review on this device yet.');

		await bring(page, { name: 'x.json', mimeType: 'text/plain', buffer: Buffer.from('{"a') });
		await expect(page.getByText('The file is damaged or of another kind.')).toBeVisible();
		await expect(left(page)).toHaveText('Nothing is kept for review on this device yet.');
		await bring(page, file);
		await expect(page.getByText('Taken in: 1 new question')).toBeVisible();
		// erasing took the reader's copy of the question; it comes from what is kept with its explainer
		await expect(left(page)).toHaveText('1 left today');
		await context.setOffline(false);
		await expect(item.locator('legend')).toHaveText(stem ?? '');

		const [again] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Export to a file' }).click()
		]);
		const content = async (path: string) =>
			JSON.parse((await readFile(path, 'utf8')).replace(/"at": \d+,\n\t"terms"/, '"terms"'));
		expect(await content(await again.path())).toEqual(await content(file));
	});
});

test('an answer in the text is undone in place', async ({ page }) => {
	const recall = await answerRecall(page);
	await recall.getByRole('button', { name: 'Undo' }).click();
	await expect(recall.getByText('Undone')).toBeVisible();
	await passDays(page, 20);
	await page.goto('/review');
	await expect(left(page)).toHaveText('Nothing is kept for review on this device yet.');
});

test('what is answered in a quiz is kept once reviews have begun, and a result that was shared tells nothing', async ({
	page
}) => {
	await openPaper(page);
	await answerAll(page);
	await handIn(page);
	await expect(page).toHaveURL(/\/result\?/);
	const keep = page.getByRole('button', { name: 'Keep these for my reviews' });
	await expect(keep).toBeVisible();
	await keep.click();
	await expect(page.locator('[data-keep-met]')).toContainText(/\d+ questions kept/);
	await page.reload(); // as somebody who was sent the address
	await expect(keep).toBeVisible();

	await page.goto('/progress');
	await expect(page.locator('[data-sum]')).toHaveText(/^You have answered \d+ questions\./);
	const sum = await page.locator('[data-sum]').textContent();
	await passDays(page, 1);
	await openPaper(page);
	await give(page.locator('.item').first());
	await page.getByRole('button', { name: 'Check question 1', exact: true }).click();
	await expect(page.getByText('Kept for your reviews.').first()).toBeVisible();
	await page.goto('/progress');
	await expect(page.locator('[data-sum]')).toHaveText(sum ?? '');
});

test('a half-finished quiz outlives its tab, is offered again, and is forgotten once handed in', async ({
	page,
	context
}) => {
	const address = await openPaper(page);
	const first = page.locator('.item').first();
	await give(first);
	const state = (all: Element[]) =>
		all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked]);
	const given = await first.locator('input, select').evaluateAll(state);
	await page.close();

	const next = await context.newPage();
	await next.goto('/');
	await expect(next.locator('[data-waiting]')).toContainText('1 of 10 answered');
	await next.locator('[data-waiting]').getByRole('link', { name: 'Go on' }).click();
	await expect(next).toHaveURL(new RegExp(`${address}$`));
	await expect
		.poll(() => next.locator('.item').first().locator('input, select').evaluateAll(state))
		.toEqual(given);
	await answerAll(next);
	await handIn(next);
	await expect(next).toHaveURL(/\/result\?/);
	await next.waitForLoadState('networkidle'); // what forgets it has come
	await next.goto('/');
	await expect(next.locator('[data-waiting]')).toBeHidden();

	await openPaper(next);
	await give(next.locator('.item').first());
	await passDays(next, 31);
	await next.goto('/');
	await expect(next.locator('[data-waiting]')).toBeHidden();
});

test('a paper that is open in two tabs is one paper', async ({ page, context }) => {
	const address = await openPaper(page);
	const other = await context.newPage();
	await other.goto(address);
	const boxes = (one: Page, number: number) =>
		one.locator(`[data-number="${number}"]`).locator('input, select');
	const state = (all: Element[]) =>
		all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked]);
	const stands = async (one: Page, number: number) => boxes(one, number).evaluateAll(state);
	const empty = await stands(page, 1);
	await give(page.locator('[data-number="1"]'));
	await expect.poll(() => stands(other, 1)).not.toEqual(empty);
	await give(other.locator('[data-number="2"]'));
	await expect.poll(() => stands(page, 2)).toEqual(await stands(other, 2));
	await page.close();
	await other.reload();
	expect(await stands(other, 1)).not.toEqual(empty);
	await other.goto('/');
	await expect(other.locator('[data-waiting]')).toContainText('2 of 10 answered');
});

test('a quiz that was handed in stays on the list of what was done, and its paper says so', async ({
	page
}) => {
	await openPaper(page);
	await answerAll(page);
	await handIn(page);
	await expect(page).toHaveURL(/\/result\?/);
	const result = page.url();
	const score = (await page.locator('.score b').textContent()) ?? '';
	await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).toMatch(/^handed/);
	await page.goBack();
	const note = page.locator('.handed-in');
	await expect(note).toContainText(`You handed this paper in on`);
	await expect(note).toContainText(score);
	await expect(note.getByRole('link', { name: 'See the result' })).toHaveAttribute(
		'href',
		result.replace(/^https?:\/\/[^/]+/, '')
	);
	await note.getByRole('button', { name: 'Take it again' }).click();
	await expect(note).toBeHidden();
	await expect(page.locator('.item input:checked')).toHaveCount(0);

	await page.goto('/progress');
	const line = page.locator('[data-sat] li');
	await expect(line).toHaveCount(1);
	await expect(line).toContainText(`${score} marks`);
	await line.getByRole('link').click();
	await expect(page).toHaveURL(result);
	// the result of somebody else is not the reader's own
	await page.evaluate(() => localStorage.clear());
	await openPaper(page);
	await give(page.locator('.item').first());
	await page.goto(result);
	await page.waitForLoadState('networkidle');
	await page.goto('/progress');
	await expect(page.locator('[data-papers]')).toContainText('1 of 10 answered');
	await expect(page.locator('[data-sat]')).toHaveText('None.');
});

test('reviews make no page heavier before they are used, and a quiz little when it is checked', async ({
	page,
	context,
	baseURL
}) => {
	await answerRecall(page);
	const explainer = page.url();
	const browser = await context.newCDPSession(page);
	const weigh = async (address: string) => {
		await browser.send('Network.clearBrowserCache');
		return kilobytes((await weighIn(page, address)).script);
	};
	for (const address of [explainer, `${baseURL}/facts`, `${baseURL}/`])
		expect(await weigh(address), address).toBeLessThanOrEqual(bounds.readingScript);
	const address = `${baseURL}${await openPaper(page)}`;
	const first = await weigh(address);
	let later = 0;
	page.on('requestfinished', async (request) => {
		if (request.resourceType() === 'script') later += (await request.sizes()).responseBodySize;
	});
	await answerAll(page);
	for (const check of await page.getByRole('button', { name: /^Check question/ }).all())
		await check.click();
	await expect(page.getByText('Kept for your reviews.').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
	expect(first + kilobytes(later)).toBeLessThanOrEqual(bounds.quizScript);
});

test('progress fits a narrow screen in the largest letters', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.addInitScript(() => localStorage.setItem('comfort', '{"size":"largest"}'));
	await page.goto('/progress');
	await expect(page.locator('html')).toHaveAttribute('data-size', 'largest');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('an explainer counts as read when its end was reached', async ({ page }) => {
	await page.goto('/');
	const first = page.locator('#contents a.title').first();
	const title = (await first.textContent()) ?? '';
	await first.click();
	await page.locator('[data-read]').scrollIntoViewIfNeeded();
	await expect.poll(() => page.evaluate(() => localStorage.getItem('practice'))).toBe('kept');
	await page.goto('/progress');
	const line = page.locator('[data-explainer]').filter({ hasText: title });
	await expect(line).toContainText('Read on');
	await expect(page.getByText('Read on')).toHaveCount(1);
});

test('the first page says how many are due, and a reader pauses reviews, and goes on', async ({
	page
}) => {
	await answerRecall(page);
	await page.goto('/');
	await expect(page.locator('[data-waiting]')).toBeHidden();
	await passDays(page, 20);
	await page.goto('/');
	await expect(page.locator('[data-waiting]')).toContainText('1 question to review today.');
	await page.locator('[data-waiting]').getByRole('link', { name: 'Review' }).click();
	await expect(left(page)).toHaveText('1 left today');
	await page.getByRole('button', { name: 'For a week' }).click();
	await expect(left(page)).toHaveText('Reviews are paused.');
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(left(page)).toHaveText('1 left today');
});

test('a question that the bank no longer has is set apart, and the others come', async ({
	page
}) => {
	await answerRecall(page);
	await page.goto('/review');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export to a file' }).click()
	]);
	const file = JSON.parse(await readFile(await download.path(), 'utf8'));
	file.reviews.push({ ...file.reviews[0], id: 'taken.out.of.the.bank', due: 1 });
	await passDays(page, 20);
	await page.goto('/review');
	const buffer = Buffer.from(JSON.stringify(file));
	await bring(page, { name: 'x.json', mimeType: 'application/json', buffer });
	await expect(page.getByText('1 question is no longer in the sourcebook')).toBeVisible();
	await expect(left(page)).toHaveText('1 left today');
	await expect(page.locator('[data-item] legend')).toHaveText(/\S/);
});

test('where the browser keeps nothing, the page says so and questions are judged all the same', async ({
	page
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'indexedDB', {
			value: {
				open() {
					throw new DOMException('denied', 'SecurityError');
				}
			}
		});
	});
	await page.goto('/');
	await page.locator('#contents a.title').first().click();
	const recall = page.locator('.recall').first();
	await recall.getByRole('button', { name: 'Answer here' }).click();
	await answerIn(recall);
	await expect(recall.getByText('This browser keeps nothing')).toBeVisible();
	for (const path of ['/review', '/progress']) {
		await page.goto(path);
		await expect(page.getByText('This browser keeps nothing')).toBeVisible();
	}
});

test('erasing leaves nothing of the reader on the device', async ({ page }) => {
	await answerRecall(page);
	await openPaper(page);
	await give(page.locator('.item').first());
	await page.goto('/review');
	page.on('dialog', (dialog) => void dialog.accept());
	await page.getByRole('button', { name: 'Erase reviews and progress' }).click();
	await expect(page.getByText('Erased')).toBeVisible();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

	await answerRecall(page);
	await page.goto('/privacy');
	await page.getByRole('button', { name: 'Erase all of it' }).click();
	await expect(page.getByText('Erased: nothing is kept any more.')).toBeVisible();
	const left = () =>
		page.evaluate(async () => [
			...Object.keys(localStorage),
			...Object.keys(sessionStorage),
			...(await caches.keys()),
			...(await indexedDB.databases()).map(({ name }) => name)
		]);
	expect(await left()).toEqual([]);
});

test('the three questions of a text count on the page of reviews, which undoes only its own', async ({
	page
}) => {
	await answerRecall(page);
	const second = page.locator('.recall').nth(1);
	await second.getByRole('button', { name: 'Answer here' }).click();
	await answerIn(second);
	await expect(second.getByText('Kept for your reviews.')).toBeVisible();
	await passDays(page, 20);
	await page.goto('/review');
	await expect(left(page)).toHaveText('2 left today');
	const undo = page.getByRole('button', { name: 'Undo the last answer' });
	await expect(undo).toBeHidden();
	await answerIn(page.locator('[data-item]'));
	// what is left agrees with the days ahead, also before it was said how well it was known
	await expect(left(page)).toHaveText('1 left today');
	await expect(page.locator('.days td').first()).toHaveText('1');
	await undo.click();
	await expect(left(page)).toHaveText(/Undone.* 2 left today/);
	await expect(undo).toBeHidden();
	await page.goto('/progress');
	await expect(page.locator('[data-sum]')).toContainText('You have answered 2 questions.');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a mixed quiz is drawn from what was ticked', async ({ page }) => {
		await page.goto('/review');
		await expect(page.getByText('Reviews need JavaScript')).toBeVisible();
		await expect(page.locator('[data-left]')).toBeHidden();
		const modules = page.getByRole('group', { name: 'Modules' }).getByRole('checkbox');
		await modules.nth(0).check();
		await modules.nth(1).check();
		await page.getByLabel('Dates and numbers').check();
		await page.getByRole('button', { name: 'Draw ten questions' }).click();
		await expect(page).toHaveURL(/~figures\//);
		await expect(page.locator('.item')).toHaveCount(10);
		await expect(page.locator('.item input[inputmode=numeric]')).not.toHaveCount(0);
		await expect(page.locator('.item input[type=radio]')).toHaveCount(0);
		await page.getByRole('button', { name: 'Hand in' }).click();
		await expect(page.getByText('Not answered yet.').first()).toBeVisible();
	});

	test('a question in the text stays folded up, without a button that does nothing', async ({
		page
	}) => {
		await page.goto('/');
		await page.locator('#contents a.title').first().click();
		await expect(page.getByRole('button', { name: 'Answer here' }).first()).toBeHidden();
		await expect(page.locator('.recall summary').first()).toBeVisible();
	});
});
