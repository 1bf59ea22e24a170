import { expect, test, type Page } from '@playwright/test';
import { openExplainerWith } from './paper.ts';

const look = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }));
const settings = (page: Page) =>
	page.locator('footer').getByRole('link', { name: 'Text and colours' });

test('colours, size and spacing are chosen in place, kept, and there before the first paint', async ({
	page
}) => {
	await openExplainerWith(page, '.cite');
	await page.locator('header').getByRole('link', { name: 'Text and colours' }).click();
	const dialog = page.getByRole('dialog', { name: 'Text and colours' });
	await dialog.getByLabel('Sepia').check();
	await dialog.getByLabel('Larger').check();
	await dialog.getByLabel('Wider').check();
	await expect(dialog.getByRole('status')).toHaveText('Kept on this device.');
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);

	// the first element that the parser makes after the head finds the choice made
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (!document.body) return;
			observer.disconnect();
			sessionStorage.setItem('seen', document.documentElement.dataset['theme'] ?? 'none');
		}).observe(document, { childList: true, subtree: true });
	});
	await page.reload();
	expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe('sepia');
	expect(await look(page)).toMatchObject({ theme: 'sepia', size: 'larger', lines: 'wider' });
	expect(
		await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
	).toBe('rgb(243, 232, 210)');

	await page.goto('/settings');
	await expect(page.getByLabel('Sepia')).toBeChecked();
	await page.getByRole('button', { name: 'All as usual' }).click();
	expect(await look(page)).not.toHaveProperty('theme');
	expect(await page.evaluate(() => localStorage.getItem('comfort'))).toBeNull();
});

test('at the largest text a narrow phone scrolls no page sideways', async ({ page }) => {
	await page.addInitScript(() => {
		localStorage.setItem('comfort', JSON.stringify({ size: 'largest', lines: 'wider' }));
	});
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of ['/', '/settings', '/shortcuts', '/method', '/privacy', '/glossary']) {
		await page.goto(path);
		const beyond = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect(beyond, path).toBeLessThanOrEqual(0);
	}
});

test('the reader turns round which name of a place stands first, and both stay', async ({
	page
}) => {
	await openExplainerWith(page, '.pair');
	const pair = page.locator('.pair').first();
	const [one, other] = ((await pair.textContent()) ?? '').split(' / ');
	await settings(page).click();
	await page
		.getByRole('dialog')
		.getByRole('radio', { name: /name first/ })
		.nth(1)
		.check();
	await expect(pair).toHaveText(`${other} / ${one}`);
	await page.reload();
	await expect(pair).toHaveText(`${other} / ${one}`);
	await expect(page.locator('.pair:not(.turned)')).toHaveCount(0);
	// a page that the reader comes back to follows as well
	await page.evaluate(() => {
		localStorage.removeItem('comfort');
		dispatchEvent(new Event('comfort'));
	});
	await expect(pair).toHaveText(`${one} / ${other}`);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the settings page says that the system’s settings hold', async ({ page }) => {
		await page.goto('/settings');
		await expect(page.getByText('The pages then follow your system')).toBeVisible();
		await expect(page.locator('form')).toBeHidden();
	});
});

test('a term opens its definition in place, and Escape gives the focus back', async ({ page }) => {
	await openExplainerWith(page, 'a.term');
	const term = page.locator('a.term').first();
	await term.focus();
	await page.keyboard.press('Enter');
	const shown = page.locator('[popover]:popover-open');
	await expect(shown.getByRole('link', { name: 'In the glossary' })).toBeVisible();
	await expect(shown).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(shown).toHaveCount(0);
	await expect(term).toBeFocused();
});

test('a term leads to the glossary when the definition can’t be fetched', async ({ page }) => {
	await openExplainerWith(page, 'a.term');
	let first = true;
	await page.route('**/glossary', (route) => {
		if (!first) return route.continue();
		first = false;
		return route.abort();
	});
	await page.locator('a.term').first().click();
	await expect(page).toHaveURL(/\/glossary#/);
});

/** A voice that says what it reads, and ends each sentence when it is told to. */
function quietVoice() {
	const spoken: string[] = [];
	let open: SpeechSynthesisUtterance | undefined;
	const voice = Object.assign(new EventTarget(), {
		getVoices: () => [{}],
		cancel: () => (open = undefined),
		speak(utterance: SpeechSynthesisUtterance) {
			spoken.push(utterance.text);
			open = utterance;
		}
	});
	Object.defineProperty(window, 'speechSynthesis', { value: voice });
	Object.assign(window, {
		spoken,
		endSentence: () => open?.onend?.(new Event('end') as SpeechSynthesisEvent)
	});
}

const spoken = (page: Page) =>
	page.evaluate(() => (window as never as { spoken: string[] }).spoken);
const marked = (page: Page) =>
	page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join());

test('an explainer is read aloud sentence by sentence, each marked, with pause and stop', async ({
	page
}) => {
	await page.addInitScript(quietVoice);
	await openExplainerWith(page, '.cite');
	const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
	await page.getByRole('button', { name: 'Listen' }).click();
	const player = page.getByRole('region', { name: 'Reading aloud' });
	await expect(player.getByRole('button', { name: 'Pause' })).toBeFocused();
	await expect(player).toBeInViewport();
	expect(await spoken(page)).toEqual([title]);
	expect(await marked(page)).toBe(title);
	for (let sentence = 0; sentence < 3; sentence++)
		await page.evaluate(() => (window as never as { endSentence(): void }).endSentence());
	const read = await spoken(page);
	expect(read).toHaveLength(4);
	// numbers of notes are not read
	expect(read.at(-1)).not.toMatch(/\w\d\s*[.,]?$/);
	await player.getByRole('button', { name: 'Pause' }).click();
	await player.getByRole('button', { name: 'Go on' }).click();
	expect((await spoken(page)).slice(3)).toEqual([read[3], read[3]]);
	await player.getByRole('button', { name: 'Stop' }).click();
	await expect(player).toHaveCount(0);
	expect(await marked(page)).toBe('');
	await expect(page.getByRole('button', { name: 'Listen' })).toBeFocused();
});

test('single keys lead through the page and beyond, not while one types, and not when off', async ({
	page
}) => {
	await openExplainerWith(page, 'main h2 > a');
	await page.keyboard.press('j');
	const focused = page.locator('main :is(h2, h3) > a:focus');
	await expect(focused).toHaveCount(1);
	const first = await focused.getAttribute('href');
	await page.keyboard.press('j');
	await expect(focused).not.toHaveAttribute('href', first ?? '');
	await page.keyboard.press('k');
	await expect(focused).toHaveAttribute('href', first ?? '');

	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keyboard' });
	await expect(help.getByText('Show these keys')).toBeVisible();
	await page.keyboard.press('Escape');

	await page.keyboard.press('g');
	await page.keyboard.press('s');
	await expect(page).toHaveURL(/\/search$/);
	await page.getByRole('searchbox').fill('');
	await page.keyboard.type('gq?');
	await expect(page.getByRole('searchbox')).toHaveValue('gq?');
	await expect(page.getByRole('dialog')).toHaveCount(0);

	await page.goto('/settings');
	await page.getByRole('group', { name: 'Keyboard shortcuts' }).getByLabel('Off').check();
	await page.goto('/about');
	await page.keyboard.press('?');
	await page.keyboard.press('j');
	await page.waitForTimeout(300);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.locator('main a:focus')).toHaveCount(0);
});

for (const name of ['About', 'Method', 'Privacy', 'Accessibility', 'Report an error'])
	test(`“${name}” is linked from every page, and its heads have links of their own`, async ({
		page
	}) => {
		await page.goto('/quiz');
		await page.locator('footer').getByRole('link', { name, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		for (const head of await page.locator('main h2').all()) {
			const target = (await head.locator('a').getAttribute('href')) ?? '';
			await expect(page.locator(target)).toHaveCount(1);
		}
	});

test('the reader erases what the device keeps', async ({ page }) => {
	await page.goto('/privacy');
	await page.evaluate(() => localStorage.setItem('comfort', '{"theme":"dark"}'));
	page.on('dialog', (dialog) => void dialog.accept());
	await page.getByRole('button', { name: 'Erase all of it' }).click();
	await expect(page.getByText('Erased: nothing is kept any more.')).toBeVisible();
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
