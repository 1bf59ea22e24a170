import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the first page opens, in order and without complaints', async ({ page }) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
	});
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
	expect(complaints).toEqual([]);
});

test('every answer carries the security headers, and only hashed files may be kept', async ({
	request
}) => {
	for (const path of ['/', '/service-worker.js', '/favicon.svg', '/no-such-page']) {
		const headers = (await request.get(path)).headers();
		expect(headers, path).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'x-frame-options': 'DENY',
			'cross-origin-opener-policy': 'same-origin'
		});
		expect(headers['cache-control'], path).not.toContain('immutable');
	}
});

test('a body above the limit is refused in a sentence', async ({ request }) => {
	const response = await request.post('/', {
		headers: { 'content-type': 'text/plain' },
		data: 'x'.repeat(1_000_000)
	});
	expect(response.status()).toBe(413);
	expect(await response.text()).toMatch(/^This is too much to send at once: .*\n$/);
});
