import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { aClass, answerPage, aQuiz, attemptOf, begin, newBrowser } from './school.ts';
import { openSchool, press, savedOf, type School } from './school.ts';

let school: School;
test.beforeAll(async () => {
	school = await openSchool();
});
test.afterAll(() => school.close());

/** Keeps the database from being written to, as another program would. @returns how to end that */
function lock(): () => void {
	const other = new DatabaseSync(school.site.env['DATABASE_URL'] ?? '');
	other.exec('begin immediate');
	return () => {
		other.exec('rollback');
		other.close();
	};
}

test('without a script, a page of answers that met no database is sent again by a button', async ({
	browser
}) => {
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id);
	const context = await newBrowser(browser, false);
	const page = await context.newPage();
	await begin(page, school, code, quiz);
	const attempt = await attemptOf(page);
	await answerPage(page);
	const unlock = lock();
	await press(page, 'Save and go on');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This did not work', {
		timeout: 20_000
	});
	await expect(page.locator('main')).toContainText('What you have just sent is not saved yet');
	expect((await savedOf(school, attempt)).answers).toEqual([]);
	unlock();
	await press(page, 'Send it again');
	await expect(page.locator('main')).toContainText('Questions 6 to 10 of 12');
	expect((await savedOf(school, attempt)).answers.map(({ number }) => number)).toEqual([
		1, 2, 3, 4, 5
	]);
	await context.close();
});

test('a page that met no database is asked for again by a button', async ({ browser }) => {
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id);
	const context = await newBrowser(browser, false);
	const page = await context.newPage();
	await begin(page, school, code, quiz);
	const unlock = lock();
	const answer = await page.reload({ timeout: 20_000 });
	expect(answer?.status()).toBe(503);
	expect(answer?.headers()['retry-after']).toBe('10');
	unlock();
	await press(page, 'Try again');
	await expect(page.locator('form[data-taking]')).toBeVisible();
	await context.close();
});
