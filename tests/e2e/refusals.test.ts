import { expect, test } from '@playwright/test';
import { firstQuiz, handIn, openPaper, seed } from './paper.ts';

test('an option of another paper is refused at its question, and the rest is kept', async ({
	page
}) => {
	await openPaper(page);
	const lists = page.locator('.item .options:not(.across)');
	const [first, second] = [lists.nth(0), lists.nth(1)];
	await second.locator('input').first().check();
	await first
		.locator('input')
		.first()
		.evaluate((input: HTMLInputElement) => {
			input.value = 'of-another-paper';
			input.checked = true;
		});
	const [response] = await Promise.all([
		page.waitForResponse((answer) => answer.request().method() === 'POST'),
		handIn(page)
	]);
	expect(response.status()).toBe(400);
	await expect(page.locator('.item .problem').first()).toContainText('not among the options');
	await expect(lists.nth(1).locator('input').first()).toBeChecked();
});

test('nonsense in a form gives a page with a sentence, never a fault', async ({
	page,
	baseURL
}) => {
	const address = await openPaper(page);
	const post = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
		page.request.post(path, {
			headers: { origin: baseURL ?? '', accept: 'text/html', 'content-type': type },
			data: body
		});
	const bodies = [
		'q1=x&q1=y&q1=z',
		'q99=a',
		'__proto__=1&constructor=2&q1=toString',
		`q1=${'x'.repeat(100_000)}`,
		'%E0%A4%A=%%%'
	];
	for (const body of bodies) {
		const response = await post(address, body);
		expect([400, 422], body.slice(0, 40)).toContain(response.status());
		expect(await response.text()).toContain('id="summary"');
		expect((await post(`${address}/check`, `number=1&${body}`)).status()).toBeLessThan(500);
	}
	expect((await post(address, 'no parts', 'multipart/form-data; boundary=b')).status()).toBe(400);
	for (const number of ['', '0', '99', 'NaN', '1e9'])
		expect((await post(`${address}/check`, `number=${number}`)).status()).toBe(400);
});

test('an address that is none says so and leads on', async ({ page }) => {
	const quiz = await firstQuiz(page);
	const addresses: [string, number, RegExp][] = [
		['/no-such-page', 404, /no such page/],
		['/quiz/no-such-quiz', 404, /no quiz called “no-such-quiz”/],
		[`/quiz/no-such-quiz/${seed}`, 404, /no quiz called/],
		[`${quiz}/not-a-number`, 404, /not the number of a paper/],
		[`${quiz}/${seed}?only=99`, 400, /questions that the paper does not have/],
		[`${quiz}/${seed}/result?r=damaged`, 400, /damaged/],
		[`${quiz}/${seed}/result?v=another&r=1`, 410, /questions changed/],
		['/facts/no-such-fact', 404, /no fact called|no such page/],
		['/sources/no-such-source', 404, /no source called|no such page/],
		['/explainers/no-such-explainer', 404, /no explainer called|no such page/]
	];
	for (const [address, status, sentence] of addresses) {
		const response = await page.goto(address);
		expect(response?.status(), address).toBe(status);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText(sentence)).toBeVisible();
		await expect(page.getByRole('link', { name: 'To the contents' })).toBeVisible();
	}
});
