// Two servers behind one PostgreSQL are one: neither keeps anything of its own.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { createClass } from '../../src/lib/server/classes/classes.ts';
import { wrongCodes } from '../../src/lib/server/classes/limits.ts';
import { findPostgres, startPostgres, type Running } from '../../tools/postgres.ts';
import { allSaved, answerPage, aQuiz, attemptOf, begin } from './school.ts';
import { home, newBrowser, openSchool, press, savedOf, type School } from './school.ts';
import { startSite, type Site } from './site.ts';

const bin = findPostgres();
test.skip(!bin, 'PostgreSQL IS NOT INSTALLED: two servers behind it are NOT TESTED');

let postgres: Running;
let school: School;
let other: Site;
test.beforeAll(async () => {
	postgres = await startPostgres(bin ?? '');
	const env = { DATABASE_URL: postgres.url };
	// both start at once on a database without tables
	[school, other] = await Promise.all([openSchool(env), startSite(env)]);
});
test.afterAll(async () => {
	await Promise.all([school.close(), other.stop()]);
	postgres.stop();
});

/** A class by private link, with a quiz. */
async function aTaughtClass() {
	const made = await createClass(school.ground, [], { name: 'History 10b' }, randomUUID());
	if (!made.ok) throw new Error(made.sentence);
	const taught = { ...school, teacher: { link: made.class.id } };
	return { taught, id: await aQuiz(taught, made.class.id), code: made.class.code, link: made.link };
}

test('a paper begun on one server is answered on the other, watched and handed in on either', async ({
	browser
}) => {
	const { taught, id, code, link } = await aTaughtClass();
	const there = { ...school, site: other };
	const teacher = await (await newBrowser(browser)).newPage();
	await teacher.goto(`${other.origin}/teach/link/${link}`);
	await teacher.goto(`${other.origin}/teach/assignments/${id}/watch`);
	const status = teacher.locator('[data-summary]');
	await expect(status).toHaveText(/^0 of 0 have joined/);

	const page = await (await newBrowser(browser)).newPage();
	await begin(page, school, code, id);
	const attempt = await attemptOf(page);
	await expect(status).toHaveText('1 of 1 has joined, 1 is working, 0 have handed in.');
	await answerPage(page);
	await allSaved(page);

	// the same browser, sent to the other server, goes on there with what it has
	await page.goto(`${home(there, id)}/take?page=2`);
	await answerPage(page);
	await allSaved(page);
	expect((await savedOf(taught, attempt)).answers).toHaveLength(10);
	await page.goto(`${home(school, id)}/take?page=end`);
	await press(page, /^Hand in/);
	await expect(page).toHaveURL(/\/result/);
	await expect(status).toHaveText('1 of 1 has joined, 0 are working, 1 has handed in.');
});

test('wrong codes are counted for both servers together', async ({ request }) => {
	const guess = (origin: string) =>
		request.post(`${origin}/join`, {
			form: { code: 'AAAAAA' },
			headers: { origin, accept: 'text/html' },
			maxRedirects: 0
		});
	const left = wrongCodes.windowMillis - (Date.now() % wrongCodes.windowMillis);
	if (left < 20_000) await sleep(left); // all within one window
	const statuses: number[] = [];
	for (let n = 0; n < wrongCodes.most; n++)
		statuses.push((await guess(n % 2 === 0 ? school.site.origin : other.origin)).status());
	expect(statuses).not.toContain(429);
	for (const { origin } of [school.site, other])
		expect((await guess(origin)).status(), origin).toBe(429);
});
