import { expect, test, type Locator, type Page } from '@playwright/test';
import { openPaperWith } from './paper.ts';

/** The middle of what stands on the page, in the window. */
async function middle(element: Locator) {
	const { x, y, width, height } = (await element.boundingBox()) ?? {
		x: 0,
		y: 0,
		width: 0,
		height: 0
	};
	return { x: x + width / 2, y: y + height / 2 };
}

const places = (list: Locator) =>
	list.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const words = (list: Locator) => list.locator('label').allInnerTexts();

/** Drags by mouse in steps, as a hand does, and lets go unless told otherwise. */
async function dragTo(page: Page, from: Locator, to: Locator, drop = true) {
	const [a, b] = [await middle(from), await middle(to)];
	await page.mouse.move(a.x, a.y);
	await page.mouse.down();
	await page.mouse.move(a.x, a.y + 8);
	await page.mouse.move(b.x, b.y + 4, { steps: 6 });
	if (drop) await page.mouse.up();
}

/** Drags by a finger. */
async function swipe(page: Page, from: Locator, to: Locator) {
	const [a, b] = [await middle(from), await middle(to)];
	const client = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
		client.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x, y }]
		});
	await touch('touchStart', a.x, a.y);
	for (let step = 1; step <= 6; step++)
		await touch('touchMove', a.x + ((b.x - a.x) * step) / 6, a.y + ((b.y + 4 - a.y) * step) / 6);
	await touch('touchEnd', 0, 0);
}

async function anOrder(page: Page): Promise<Locator> {
	await openPaperWith(page, '[data-order]');
	const list = page.locator('[data-order]').first();
	await expect(list.locator('.grip').first()).toBeVisible();
	await list.locator('.grip').first().scrollIntoViewIfNeeded();
	await list.evaluate((element) => element.scrollIntoView({ block: 'center' }));
	return list;
}

async function aMatching(page: Page): Promise<Locator> {
	await openPaperWith(page, '[data-match]');
	const item = page.locator('.item:has([data-match])').first();
	await expect(item.locator('.chip').first()).toBeVisible();
	await item.locator('.tray').evaluate((element) => element.scrollIntoView({ block: 'start' }));
	return item;
}

test('lines are put in order by mouse, said aloud, and Escape leaves them as they were', async ({
	page
}) => {
	const list = await anOrder(page);
	const before = await words(list);
	await dragTo(page, list.locator('label').first(), list.locator('li').nth(2), false);
	expect(await words(list)).not.toEqual(before);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	expect(await words(list)).toEqual(before);
	expect((await places(list)).join('')).toBe('');

	await dragTo(page, list.locator('label').first(), list.locator('li').nth(2));
	const [first, second, third, ...rest] = before;
	expect(await words(list)).toEqual([second, third, first, ...rest]);
	expect(await places(list)).toEqual(before.map((_, at) => String(at + 1)));
	await expect(list.locator('+ [role=status]')).toHaveText(`${first}: place 3`);
	// what was dragged is an answer as any other
	await page.reload();
	await expect(page.locator('[data-order] .grip').first()).toBeVisible();
	expect(await words(page.locator('[data-order]').first())).toEqual([
		second,
		third,
		first,
		...rest
	]);
});

test('options are dragged into rows by mouse; beside them nothing happens', async ({ page }) => {
	const item = await aMatching(page);
	const chip = item.locator('.chip').first();
	const row = item.locator('[data-match] li').nth(1);
	await dragTo(page, chip, row, false);
	await expect(row).toHaveClass(/under/);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect(row.locator('select')).toHaveValue('');
	await dragTo(page, chip, row);
	const text = await chip.innerText();
	await expect(row.locator('option:checked')).toHaveText(text);
	await expect(item.locator('[data-match] + [role=status]')).toContainText(text);
	await expect(item.locator('.ghost')).toHaveCount(0);
	await dragTo(page, chip, item.locator('.tray'));
	await expect(item.locator('[data-match] select').first()).toHaveValue('');
});

test.describe('by finger', () => {
	test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

	test('lines and options are dragged; elsewhere a finger scrolls', async ({ page }) => {
		const list = await anOrder(page);
		const before = await words(list);
		await swipe(page, list.locator('.grip').first(), list.locator('li').nth(1));
		await expect.poll(() => words(list)).toEqual([before[1], before[0], ...before.slice(2)]);
		await swipe(page, list.locator('label').first(), list.locator('label').nth(2));
		expect((await words(list))[0]).toBe(before[1]);

		const item = await aMatching(page);
		const row = item.locator('[data-match] li').first();
		await swipe(page, item.locator('.chip').nth(1), row);
		await expect(row.locator('option:checked')).toHaveText(
			await item.locator('.chip').nth(1).innerText()
		);
	});
});
