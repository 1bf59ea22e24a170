import { expect, type Page } from '@playwright/test';

/** A seed that the tests share, so that a failure can be opened by hand. */
export const seed = '7K3M9Q';

/** What opens the pages of the editors on the server that the tests start. */
export const editorKey = 'the-key-of-the-end-to-end-tests';

/** The address of the first quiz on the list. */
export async function firstQuiz(page: Page): Promise<string> {
	await page.goto('/quiz');
	const href = await page.locator('main ol a').first().getAttribute('href');
	return new URL(href ?? '', page.url()).pathname;
}

/** Opens one paper of the first quiz. */
export async function openPaper(page: Page): Promise<string> {
	const address = `${await firstQuiz(page)}/${seed}`;
	await page.goto(address);
	await expect(page.locator('.item')).not.toHaveCount(0);
	return address;
}

/** Opens a paper that has something of a kind. @throws Error when no quiz draws one in a few papers */
export async function openPaperWith(page: Page, selector: string): Promise<void> {
	await page.goto('/quiz');
	const links = await page.locator('main ol a').all();
	const quizzes = await Promise.all(links.map((link) => link.getAttribute('href')));
	for (const number of ['7K3M9Q', '000002', '000003', '000004', '000005', '000006'])
		for (const quiz of quizzes) {
			await page.goto(`${quiz}/${number}`);
			if ((await page.locator(selector).count()) > 0) return;
		}
	throw new Error(`no paper has ${selector}`);
}

/** Gives every question an answer: the first option, the order as it stands, any number. */
export async function answerAll(page: Page): Promise<void> {
	for (const item of await page.locator('.item').all()) {
		const groups = item.locator('.options');
		for (const options of await groups.all()) await options.locator('input').first().check();
		// on a timeline, or a map
		const gaps = item.locator('input[type=radio]');
		if ((await groups.count()) === 0 && (await gaps.count()) > 0) await gaps.first().check();
		for (const name of await item.locator('input[autocapitalize=words]').all())
			await name.fill('Nobody');
		for (const select of await item.locator('select').all())
			await select.selectOption({ index: 1 });
		const lines = await item.locator('[data-order] input').all();
		for (const [position, line] of lines.entries()) await line.fill(String(position + 1));
		if (lines.length > 0) continue;
		const texts: Record<string, string> = { Day: '1', Month: '2', Year: '2003', Number: '4' };
		for (const [label, text] of Object.entries(texts))
			for (const field of await item.getByLabel(label, { exact: false }).all())
				if ((await field.getAttribute('inputmode')) !== null) await field.fill(text);
	}
}

export const handIn = (page: Page) =>
	page.getByRole('button', { name: 'Hand in', exact: true }).click();

/** Opens the first explainer that has what a selector finds. */
export async function openExplainerWith(page: Page, selector: string): Promise<void> {
	await page.goto('/');
	const links = await page.locator('#contents a.title').all();
	const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
	for (const address of addresses) {
		await page.goto(address ?? '');
		if ((await page.locator(selector).count()) > 0) return;
	}
	throw new Error(`no explainer has ${selector}`);
}
