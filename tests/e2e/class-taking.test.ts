import { DatabaseSync } from 'node:sqlite';
import { expect, test, type Page } from '@playwright/test';
import type { Kind } from '../../src/lib/items/item.ts';
import { closeAssignment, reopenAssignment } from '../../src/lib/server/classes/assignments.ts';
import {
	aClass,
	allSaved,
	answerPage,
	aQuiz,
	attemptOf,
	begin,
	choiceOf,
	home,
	newBrowser,
	openSchool,
	press,
	savedOf,
	type School
} from './school.ts';

let school: School;
test.beforeAll(async () => void (school = await openSchool()));
test.afterAll(() => school.close());

const saves = /\/class\/[\w-]+\/save/;
const saved = (page: Page) => page.locator('[data-saved]');
const radio = (page: Page, at: number) => choiceOf(page).locator('input[type=radio]').nth(at);

/** A browser that has begun a quiz. */
async function aSitting(
	browser: Parameters<typeof newBrowser>[0],
	wanted: Parameters<typeof aQuiz>[2] = {},
	script = true
) {
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id, wanted);
	const context = await newBrowser(browser, script);
	const page = await context.newPage();
	const words = await begin(page, school, code, quiz);
	// the first page that has a question of one choice
	for (let at = 2; (await choiceOf(page).count()) === 0 && at <= 3; at++)
		await page.goto(`${home(school, quiz)}/take?page=${at}`);
	return { code, quiz, context, page, words, attempt: await attemptOf(page) };
}
const choiceNumber = async (page: Page) => Number(await choiceOf(page).getAttribute('data-number'));

/** Lets an attempt end so many milliseconds from now. */
const endIn = (attempt: string, millis: number) =>
	school.ground.store.change((db) =>
		db
			.updateTable('attempt')
			.set({ ends_at: Date.now() + millis })
			.where('id', '=', attempt)
			.execute()
	);

/** The teacher closes a quiz, so long ago that nothing is on its way any more. */
async function closeBefore(quiz: string, attempt: string) {
	await closeAssignment(school.ground, school.teacher, quiz);
	const closed_at = Date.now() - 40_000;
	await school.ground.store.change(async (db) => {
		await db.updateTable('assignment').set({ closed_at }).where('id', '=', quiz).execute();
		const ended = { ends_at: closed_at };
		await db.updateTable('attempt').set(ended).where('id', '=', attempt).execute();
	});
}

test('without a connection answers are kept, through a closed tab, and sent once', async ({
	browser
}) => {
	const { context, page, attempt } = await aSitting(browser);
	await context.route(saves, (route) => route.abort());
	await radio(page, 1).check();
	await expect(saved(page)).toContainText('1 answer is kept on this device');
	await press(page, 'Save and go on');
	await page.waitForTimeout(500);
	await expect(radio(page, 1)).toBeChecked();
	await page.reload();
	await expect(radio(page, 1)).toBeChecked();
	const address = page.url();
	await page.close();
	expect((await savedOf(school, attempt)).answers).toEqual([]);
	await context.unroute(saves);
	const again = await context.newPage();
	await again.goto(address);
	await allSaved(again);
	await expect(radio(again, 1)).toBeChecked();
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 1 }]);
	await again.reload();
	await allSaved(again);
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 1 }]);
	await context.close();
});

test('a reply that was lost counts once, also when the answer was changed meanwhile', async ({
	browser
}) => {
	const { context, page, attempt } = await aSitting(browser);
	let lost = 0;
	await context.route(saves, async (route) => {
		if (lost > 0 || route.request().method() !== 'POST') return route.continue();
		lost++;
		await route.fetch();
		await route.abort();
	});
	await radio(page, 0).check();
	await expect(saved(page)).toContainText('No connection');
	await radio(page, 1).check();
	await allSaved(page);
	await expect(page.locator('.conflict')).toHaveCount(0);
	const { answers } = await savedOf(school, attempt);
	expect(answers).toMatchObject([{ version: 2 }]);
	expect(answers[0]?.given).toContain(await radio(page, 1).inputValue());
	await context.close();
});

test('what is answered before the script comes is saved when it comes', async ({ browser }) => {
	const { context, page, attempt } = await aSitting(browser);
	const { promise: comes, resolve: come } = Promise.withResolvers<true>();
	await context.route('**/main-*.js', async (route) => {
		await comes;
		await route.continue();
	});
	await page.reload({ waitUntil: 'commit' });
	await radio(page, 1).check();
	expect((await savedOf(school, attempt)).answers).toEqual([]);
	come(true);
	await allSaved(page);
	await expect(radio(page, 1)).toBeChecked();
	const { answers } = await savedOf(school, attempt);
	expect(answers[0]?.given).toContain(await radio(page, 1).inputValue());
	await context.close();
});

test('a page that was made before an answer had arrived shows it all the same', async ({
	browser
}) => {
	const { context, page, attempt } = await aSitting(browser);
	let made = () => {};
	const pageIsMade = new Promise<void>((done) => (made = done));
	await page.route(saves, async (route) => {
		await pageIsMade;
		await route.continue();
	});
	await page.route('**/take*', async (route) => {
		const response = await route.fetch();
		const arrived = page.waitForResponse(saves);
		made();
		await (await arrived).finished();
		await page.waitForTimeout(200); // the page that is about to go hears of it
		await route.fulfill({ response });
	});
	await radio(page, 1).check();
	await page.waitForRequest(saves);
	await page.reload();
	await expect(radio(page, 1)).toBeChecked();
	await radio(page, 0).check();
	await allSaved(page);
	await expect(page.locator('.conflict')).toHaveCount(0);
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 2 }]);
	await context.close();
});

test('a second tab never overwrites silently: the student chooses', async ({ browser }) => {
	const { context, page, attempt } = await aSitting(browser);
	const second = await context.newPage();
	await second.goto(page.url());
	await allSaved(second); // its script is there before anything waits, and so knows nothing of the first tab
	await radio(page, 0).check();
	await allSaved(page);
	await radio(second, 1).check();
	await expect(second.locator('.conflict')).toContainText('answered elsewhere');
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 1 }]);
	await press(second, 'Take the other answer');
	await expect(radio(second, 0)).toBeChecked();
	await allSaved(second);
	await radio(second, 1).check();
	await allSaved(second);
	await radio(page, 2).check();
	await expect(page.locator('.conflict')).toBeVisible();
	await press(page, 'Keep what stands here');
	await allSaved(page);
	const { answers } = await savedOf(school, attempt);
	expect(answers).toMatchObject([{ version: 3 }]);
	expect(answers[0]?.given).toContain(await radio(page, 2).inputValue());
	await context.close();
});

test('another device goes on where the first one was, and is told of what changed', async ({
	browser
}) => {
	const { context, page, words, code, quiz } = await aSitting(browser);
	await radio(page, 0).check();
	await allSaved(page);
	const other = await newBrowser(browser, false);
	const device = await other.newPage();
	await device.goto(`${school.site.origin}/back?next=/class/${quiz}`);
	await device.getByLabel('Class code').fill(code);
	await device.getByLabel('Your three words').fill(words);
	await press(device, 'Come back');
	await device.getByRole('link', { name: 'Go on' }).click();
	await device.goto(page.url());
	await expect(radio(device, 0)).toBeChecked();
	// both change it; the one without a script is told by the page
	await radio(page, 1).check();
	await allSaved(page);
	const number = await choiceNumber(device);
	await radio(device, 2).check();
	await press(device, 'Save and go on');
	await expect(device.getByRole('alert')).toContainText(`Question ${number}`);
	const text = await page.locator(`#q${number} .options li`).nth(1).innerText();
	const said = text.trim().replace(/^[A-Z]: /, ''); // the letter of a place on a map is not said
	await expect(device.locator('[data-stands]')).toContainText(said);
	await expect(radio(device, 2)).toBeChecked();
	await device.getByRole('link', { name: 'take the other answer' }).click();
	await expect(radio(device, 1)).toBeChecked();
	// what was left alone is no answer: nothing is in the way
	await radio(page, 0).check();
	await allSaved(page);
	await press(device, 'Save and go on');
	await expect(device.getByRole('alert')).toHaveCount(0);
	await other.close();
	await context.close();
});

test('without JavaScript, page by page: nothing is lost on the way back, and it is handed in once', async ({
	browser
}) => {
	const { context, page, attempt, quiz } = await aSitting(browser, {}, false);
	await page.goto(`${home(school, quiz)}/take`);
	for (const next of ['2', '3', 'end']) {
		await answerPage(page);
		await press(page, 'Save and go on');
		expect(new URL(page.url()).searchParams.get('page')).toBe(next);
	}
	await expect(page.locator('main')).toContainText('All 12 questions are answered and saved.');
	const before = (await savedOf(school, attempt)).answers;
	expect(before).toHaveLength(12);
	await page.goBack();
	await page.goBack();
	await press(page, 'Save and go on');
	expect((await savedOf(school, attempt)).answers).toEqual(before);
	const second = await context.newPage();
	for (const one of [page, second]) await one.goto(`${home(school, quiz)}/take?page=end`);
	await Promise.all([page, second].map((one) => press(one, 'Hand in')));
	for (const one of [page, second]) {
		await expect(one.getByRole('heading', { level: 1 })).toHaveText('Your result');
		await expect(one.locator('.facts-line')).toContainText('12 of 12 questions answered');
	}
	expect((await savedOf(school, attempt)).attempt.submitted_at).not.toBeNull();
	await context.close();
});

test('what cannot be read is said beside it, and everything else is saved', async ({ browser }) => {
	const choice = {
		topics: ['war-2020'],
		kinds: ['order', 'single'] as Kind[],
		levels: [],
		length: 4
	};
	const { context, page, attempt } = await aSitting(browser, { choice }, false);
	const line = page.locator('[data-order] input').first();
	await answerPage(page);
	await line.fill('9');
	await press(page, 'Save and go on');
	await expect(page.getByRole('alert')).toContainText('Give each line one of the places');
	await expect(line).toHaveValue('9');
	const { answers } = await savedOf(school, attempt);
	expect(answers.length).toBeGreaterThanOrEqual((await page.locator('.item').count()) - 1);
	await context.close();
});

for (const script of [true, false])
	test(`closed while answering: that is said, what was saved is safe, and goes on when it is open again, ${script ? 'with' : 'without'} JavaScript`, async ({
		browser
	}) => {
		const { context, page, attempt, quiz } = await aSitting(browser, {}, script);
		const address = page.url();
		await radio(page, 0).check();
		if (script) await allSaved(page);
		else {
			await press(page, 'Save and go on');
			await page.goto(address);
		}
		await closeBefore(quiz, attempt);
		await radio(page, 1).check();
		if (script) {
			await expect(page.getByRole('alert')).toContainText('The teacher has closed this assignment');
			await page.getByRole('link', { name: 'See what was handed in' }).click();
		} else await press(page, 'Save and go on');
		await expect(page.locator('.problem')).toContainText('Your teacher closed this quiz on');
		await expect(page.locator('.facts-line')).toContainText('1 of 12 questions answered');
		await reopenAssignment(school.ground, school.teacher, quiz, null);
		await page.goto(home(school, quiz));
		await page.getByRole('link', { name: 'Go on' }).click();
		await page.waitForURL('**/take*');
		await page.goto(address);
		await expect(radio(page, script ? 1 : 0)).toBeChecked();
		if (script) await allSaved(page);
		expect((await savedOf(school, attempt)).answers).toHaveLength(1);
		await context.close();
	});

test('the clock is the server’s: it hands in by itself at the end, with extra time when given', async ({
	browser
}) => {
	const { context, page, attempt } = await aSitting(browser, { seconds: 60 });
	await page.clock.install({ time: Date.now() + 3_600_000 }); // a device whose clock is wrong
	await endIn(attempt, 3_000);
	await page.reload();
	await expect(page.locator('[data-left]')).toHaveText(/^Time left 0:0\d$/);
	await endIn(attempt, 6_000);
	await radio(page, 0).check();
	await page.clock.runFor(400);
	await allSaved(page);
	await expect(page.locator('[data-left]')).toHaveText(/^Time left 0:0[456]$/);
	await page.clock.runFor(5_000);
	await page.waitForTimeout(1_000);
	await page.clock.runFor(2_000);
	await page.waitForURL('**/result');
	await expect(page.locator('.facts-line')).toContainText('1 of 12 questions answered');
	await context.close();
});

test('the database away for longer than ten seconds: said plainly, answers are kept and sent', async ({
	browser
}) => {
	test.slow();
	const { context, page, attempt, quiz } = await aSitting(browser);
	const file = new DatabaseSync(school.site.env['DATABASE_URL'] ?? '');
	file.exec('begin immediate');
	await radio(page, 0).check();
	const asked = context.request.get(home(school, quiz));
	await expect(saved(page)).toContainText('kept on this device', { timeout: 20_000 });
	const answer = await asked;
	file.exec('rollback');
	file.close();
	expect(answer.status()).toBe(503);
	expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
	expect(await answer.text()).toContain('Nothing that was saved is lost');
	await expect(saved(page)).toHaveText('All answers are saved.', { timeout: 30_000 });
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 1 }]);
	await context.close();
});

test('a session that ended while answering keeps the answer until its student comes back', async ({
	browser
}) => {
	const { context, page, attempt, words, code } = await aSitting(browser);
	const cookies = await context.cookies();
	await context.clearCookies();
	await radio(page, 0).check();
	await expect(page.getByRole('alert')).toContainText('no longer in the class');
	expect(cookies).toHaveLength(1);
	await page.getByRole('link', { name: 'Come back' }).click();
	await page.getByLabel('Class code').fill(code);
	await page.getByLabel('Your three words').fill(words);
	await press(page, 'Come back');
	await page.getByRole('link', { name: 'Go on' }).click();
	await allSaved(page);
	expect((await savedOf(school, attempt)).answers).toMatchObject([{ version: 1 }]);
	await context.close();
});
