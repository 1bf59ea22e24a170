import AxeBuilder from '@axe-core/playwright';
import { expect, test, type APIResponse, type Browser, type Page } from '@playwright/test';
import { startSite, type Site } from './site.ts';

let site: Site;
test.beforeAll(async () => void (site = await startSite()));
test.afterAll(() => site.stop());

async function newBrowser(browser: Browser, javaScriptEnabled = true): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled, serviceWorkers: 'block' });
	return context.newPage();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

async function startClass(page: Page, name: string): Promise<string> {
	await page.goto(`${site.origin}/teach`);
	await page.getByLabel('Name of the class').fill(name);
	await press(page, 'Start the class');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	return idOf(page);
}

async function setQuiz(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'Set a quiz' }).click();
	await page.getByRole('checkbox', { name: /^The 2020 war Six/ }).check();
	await press(page, 'Set the quiz');
	await expect(page.getByRole('heading', { name: 'Share' })).toBeVisible();
	return idOf(page);
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('from the first page of teachers to a shared quiz in five actions', async ({ browser }) => {
	const page = await newBrowser(browser);
	await page.goto(`${site.origin}/teach`);
	const began = Date.now();
	const actions = [
		() => page.getByLabel('Name of the class').fill('History 10b'),
		() => press(page, 'Start the class'),
		() => page.getByRole('link', { name: 'Set a quiz' }).click(),
		() => page.getByRole('checkbox', { name: /^The 2020 war Six/ }).check(),
		() => press(page, 'Set the quiz')
	];
	for (const act of actions) await act();
	const link = page.locator('#share [data-copy]');
	await expect(link).toHaveText(/\/class\/[\w-]{22}$/);
	expect(actions.length).toBeLessThanOrEqual(6);
	expect(Date.now() - began).toBeLessThan(60_000);
	await expectAccessible(page);
});

test('without JavaScript: names, a selection of one’s own, a swap, more time, closing, deleting', async ({
	browser
}) => {
	const page = await newBrowser(browser, false);
	await startClass(page, 'Evening class');
	await page.getByText('Put names on your list').click();
	await page.getByLabel('Names, one per line').fill('Ada\n\nBoris\nada');
	await press(page, 'Put them on the list');
	await expect(page.getByText('2 on your list have not')).toBeVisible();
	await page.getByText('One student has two names').click();
	await page.getByLabel('This name goes').selectOption('Boris');
	await page.getByLabel('This name stays').selectOption('Boris');
	await press(page, 'Make one of the two');
	await expect(page.getByRole('alert')).toHaveText('Please choose two different students.');
	await page.getByLabel('This name stays').selectOption('Ada');
	await press(page, 'Make one of the two');
	await expect(page.getByText('1 on your list has not')).toBeVisible();

	await page.getByRole('link', { name: 'Set a quiz' }).click();
	await page.getByText('Or a selection of your own').click();
	await page.getByLabel('Recall', { exact: true }).check();
	await page.getByLabel('Number of questions').fill('many');
	await press(page, 'Set the quiz');
	await expect(page.getByRole('alert')).toHaveText(/Please write a whole number/);
	await expect(page.getByLabel('Recall', { exact: true })).toBeChecked();
	await page.getByLabel('Number of questions').fill('5');
	await page.locator('[name=topic]').first().check();
	await press(page, 'Look at it first');
	await expect(page.locator('.paper > li')).toHaveCount(5);
	const seen = await page.locator('.paper .stem').allTextContents();
	await press(page, 'Set the quiz');

	await page.getByText('Questions and answers').click();
	expect(await page.locator('#paper .stem').allTextContents()).toEqual(seen);
	await page.getByRole('link', { name: 'Swap it' }).first().click();
	const other = await page.locator('.swap .stem').first().textContent();
	await page.getByRole('button', { name: 'Take this one' }).first().click();
	await page.getByText('Questions and answers').click();
	const swapped = await page.locator('#paper .stem').allTextContents();
	expect(swapped).toContain(other);
	expect(swapped).not.toContain(seen[0]);

	await page.locator('#students summary', { hasText: 'Ada' }).click();
	await page.getByLabel('Minutes beside the time limit').first().fill('15');
	await press(page, 'Give that to Ada');
	await expect(page.locator('#students')).toContainText('with more than the others');
	await page.getByText('Close the quiz').click();
	await press(page, 'Close it now');
	await expect(page.locator('.facts-line')).toContainText('Closed');
	await press(page, 'Open it again');
	await expect(page.locator('.facts-line')).toContainText('Open');
	await page.getByText('Delete the quiz').first().click();
	await press(page, 'Delete the quiz');
	await expect(page.getByText('None yet.')).toBeVisible();
	await page.getByText('Delete the class').first().click();
	await page.locator('#delete-name').fill('Another');
	await press(page, 'Delete the class');
	await expect(page.locator('#delete-problem')).toBeVisible();
	await page.locator('#delete-name').fill('evening class');
	await press(page, 'Delete the class');
	await expect(page.getByRole('status')).toContainText('deleted');
});

/** Every action of the pages of a class and of an assignment. */
const classActions = [
	...['names', 'rename', 'merge', 'remove', 'words', 'settings', 'code', 'link', 'delete']
];
const assignmentActions = [
	...['terms', 'swap', 'pin', 'unpin', 'redraw', 'extra', 'close', 'reopen', 'delete']
];

test('pages and actions of a class are there for its teacher alone', async ({ browser }) => {
	const owner = await newBrowser(browser);
	const id = await startClass(owner, 'Mine');
	const code = (await owner.locator('.code').textContent())?.replace('-', '') ?? '';
	await owner.getByText('Put names on your list').click();
	await owner.getByLabel('Names, one per line').fill('Ada');
	await press(owner, 'Put them on the list');
	const student = await owner.locator('[name=student]').first().getAttribute('value');
	const assignment = await setQuiz(owner);

	const other = await newBrowser(browser);
	await startClass(other, 'Not mine');
	const nobody = await newBrowser(browser);
	const pupil = await newBrowser(browser);
	await pupil.goto(`${site.origin}/join/${code}`);
	const guessed = 'AAAAAAAAAAAAAAAAAAAAAA';
	const form = { student: student ?? '', name: 'Mine', names: 'Eve', item: 'x', due: '', out: 'x' };
	const post = (page: Page, path: string): Promise<APIResponse> =>
		page.request.post(site.origin + path, {
			form,
			headers: { origin: site.origin, accept: 'text/html' },
			maxRedirects: 0
		});
	const reads = [
		`/teach/classes/${id}`,
		`/teach/classes/${id}/assign`,
		`/teach/assignments/${assignment}`,
		`/teach/students/${student}`
	];
	for (const page of [other, nobody, pupil]) {
		for (const path of reads)
			expect((await page.request.get(site.origin + path)).status(), path).toBe(404);
		for (const action of classActions)
			expect((await post(page, `/teach/classes/${id}?/${action}`)).status(), action).toBe(404);
		for (const action of ['set', 'preview'])
			expect((await post(page, `/teach/classes/${id}/assign?/${action}`)).status()).toBe(404);
		for (const action of assignmentActions)
			expect((await post(page, `/teach/assignments/${assignment}?/${action}`)).status()).toBe(404);
	}
	for (const path of [`/teach/classes/${guessed}`, `/teach/assignments/${guessed}`])
		expect((await owner.request.get(site.origin + path)).status()).toBe(404);
	await owner.goto(`${site.origin}/teach/classes/${id}`);
	await expect(owner.locator('.code')).toHaveText(`${code.slice(0, 3)}-${code.slice(3)}`);
	await expect(owner.locator('#students')).toContainText('Ada');
});
