import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { kilobytes, weighIn } from '../../tools/site/weight.ts';
import {
	aClass,
	aQuiz,
	begin,
	home,
	joinAs,
	newBrowser,
	openSchool,
	press,
	type School
} from './school.ts';
import { listNames } from '../../src/lib/server/classes/students.ts';
import { changeClass } from '../../src/lib/server/classes/classes.ts';

let school: School;
test.beforeAll(async () => void (school = await openSchool()));
test.afterAll(() => school.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const script of [true, false])
	test(`joining by a code takes five actions and less than ten seconds, ${script ? 'with' : 'without'} JavaScript`, async ({
		browser
	}) => {
		const { code } = await aClass(school);
		const page = await (await newBrowser(browser, script)).newPage();
		await page.goto(`${school.site.origin}/join`);
		const began = Date.now();
		const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
		await page.getByLabel('Class code').fill(typed);
		await press(page, 'Go on');
		await page.getByLabel('Your name in this class').fill('Ann');
		await press(page, 'Join');
		await expect(page.locator('.words')).toHaveText(/^[a-z]+ [a-z]+ [a-z]+$/);
		await page.getByRole('link', { name: 'I have noted them: go on' }).click();
		await expect(heading(page)).toHaveText('History 10b');
		expect(Date.now() - began).toBeLessThan(10_000);
		expect(await page.context().cookies()).toMatchObject([
			{ name: 'sourcebook-places', httpOnly: true, sameSite: 'Lax' }
		]);
		await page.context().close();
	});

test('what goes wrong when joining is said in place, and names are shown as they are', async ({
	page
}) => {
	const { code, id } = await aClass(school, { capacity: 2, name: '<b>7b</b>' });
	await page.goto(`${school.site.origin}/join`);
	await page.getByLabel('Class code').fill('333333');
	await press(page, 'Go on');
	await expect(page.getByLabel('Class code')).toHaveAccessibleDescription(
		/no class with this code/
	);
	const wrong = await page.goto(`${school.site.origin}/join/333333`);
	expect(wrong?.status()).toBe(404);
	await expect(page.getByRole('alert')).toContainText('There is no class with this code.');
	const name = '"><script>alert(1)</script>';
	await joinAs(page, school, code, name);
	await page.goto(`${school.site.origin}/class`);
	await expect(heading(page)).toHaveText('<b>7b</b>');
	await expect(page.locator('main')).toContainText(name);

	const other = await page.context().browser()?.newContext({ serviceWorkers: 'block' });
	const second = await other?.newPage();
	if (!other || !second) throw new Error('no browser');
	const tryAs = async (wanted: string) => {
		await second.goto(`${school.site.origin}/join/${code}`);
		await second.getByLabel('Your name in this class').fill(wanted);
		await press(second, 'Join');
	};
	await tryAs(name.toUpperCase());
	await expect(second.locator('main')).toContainText(
		'Somebody in this class has this name already'
	);
	await expect(second.locator('main')).toContainText('Is it you?');
	await joinAs(second, school, code, 'Bea');
	await tryAs('Cleo');
	await expect(second.locator('.problem')).toHaveText(
		'This class is full. Please tell your teacher.'
	);
	await changeClass(school.ground, school.teacher, id, { joiningOpen: false });
	// said to who has the form open, and to who comes later
	await press(second, 'Join');
	for (const come of [() => Promise.resolve(), () => second.goto(second.url())]) {
		await come();
		await expect(second.locator('.problem')).toHaveText(
			'Nobody can join this class at the moment. Please tell your teacher.'
		);
		await expect(second.getByLabel('Your name in this class')).toHaveCount(0);
	}
	await other.close();
});

test('a name is picked from the list, and a student comes back by three words', async ({
	page,
	browser
}) => {
	const { code, id } = await aClass(school, { names: 'list' });
	await listNames(school.ground, school.teacher, id, ['Ann', 'Bea']);
	await page.goto(`${school.site.origin}/join/${code}`);
	await page.getByLabel('Bea').check();
	await press(page, 'Join');
	const words = await page.locator('.words').innerText();
	// loaded again, it is the same student
	await page.goto(`${school.site.origin}/join/${code}`);
	await expect(page.getByRole('link', { name: 'Go on as Bea' })).toBeVisible();
	await expect(page.getByLabel('Bea')).toHaveCount(0);

	const quiz = await aQuiz(school, id);
	const context = await newBrowser(browser, false);
	const other = await context.newPage();
	await other.goto(home(school, quiz));
	await expect(heading(other)).toHaveText('Join a class');
	await other.getByRole('link', { name: 'I joined before, on another device' }).click();
	const typed = async (text: string) => {
		await other.getByLabel('Class code').fill(code);
		await other.getByLabel('Your three words').fill(text);
		await press(other, 'Come back');
	};
	await typed('zoo zoo zoo');
	await expect(other.getByLabel('Your three words')).toHaveAccessibleDescription(
		/do not fit together/
	);
	await typed(words.toUpperCase().replaceAll(' ', ', '));
	expect(other.url()).toBe(home(school, quiz));
	await expect(other.locator('.eyebrow')).toContainText('Bea');

	// signed out, nothing is shown any more
	await other.goto(`${school.site.origin}/class`);
	await press(other, 'Leave this device');
	await other.goto(home(school, quiz));
	await expect(heading(other)).toHaveText('Join a class');
	await context.close();
});

test('the pages are accessible, fit 320 px, and are kept by nobody', async ({ page }) => {
	test.slow();
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id, { seconds: 3600, feedback: 'at-once', reading: true });
	await page.setViewportSize({ width: 320, height: 640 });
	const look = async (path: string) => {
		const answer = await page.goto(school.site.origin + path);
		expect(answer?.headers()['cache-control'], path).toBe('no-store');
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, path).toBeLessThanOrEqual(320);
	};
	for (const path of ['/join', `/join/${code}`, '/back']) await look(path);
	await begin(page, school, code, quiz);
	for (const path of ['', `/${quiz}`, `/${quiz}/take`, `/${quiz}/take?page=end`])
		await look(`/class${path}`);
	await press(page, 'Hand in as it is');
	await expect(heading(page)).toHaveText('Your result');
	await look(`/class/${quiz}/result`);
});

test('a page of a quiz stays light', async ({ browser }) => {
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id);
	const context = await newBrowser(browser);
	const page = await context.newPage();
	await begin(page, school, code, quiz);
	// a browser that was never here, but for its cookie
	const storageState = await context.storageState();
	const fresh = await browser.newContext({ storageState, serviceWorkers: 'block' });
	const taking = await fresh.newPage();
	const { script, all } = await weighIn(taking, `${home(school, quiz)}/take`);
	console.log(`a page of a quiz: ${kilobytes(script)} kB of script, ${kilobytes(all)} kB in all`);
	expect(kilobytes(script)).toBeLessThanOrEqual(25);
	expect(kilobytes(all)).toBeLessThanOrEqual(45);
	expect(script).toBeGreaterThan(0);
	await fresh.close();
	await context.close();
});
