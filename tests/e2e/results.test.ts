import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Actor } from '../../src/lib/server/classes/access.ts';
import { closeAssignment } from '../../src/lib/server/classes/assignments.ts';
import { createClass } from '../../src/lib/server/classes/classes.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { progressOf } from '../../src/lib/server/classes/watching.ts';
import {
	answerPage,
	aQuiz,
	begin,
	joinAs,
	newBrowser,
	openSchool,
	press,
	type School
} from './school.ts';

let school: School;
test.beforeAll(async () => {
	school = await openSchool();
});
test.afterAll(() => school.close());

/** A class by private link with a quiz, and a page in whose browser that link is held. */
async function aTeacher(browser: Browser, javaScriptEnabled = true) {
	const { ground, site } = school;
	const made = await createClass(ground, [], { name: 'History 10b' }, randomUUID());
	if (!made.ok) throw new Error(made.sentence);
	const teacher: Actor = { link: made.class.id };
	const id = await aQuiz({ ...school, teacher }, made.class.id);
	const page = await (await newBrowser(browser, javaScriptEnabled)).newPage();
	await page.goto(`${site.origin}/teach/link/${made.link}`);
	return { page, teacher, id, code: made.class.code, at: `${site.origin}/teach/assignments/${id}` };
}

/** Hands in all papers of a quiz. */
async function handInAll(teacher: Actor, id: string) {
	const found = await progressOf(school.ground, teacher, id);
	if (!found.ok) throw new Error(found.sentence);
	for (const { student, attempt } of found.progress)
		if (attempt) await submitAttempt(school.ground, { student }, attempt);
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations).toEqual([]);
}

test('a teacher watches two students join, answer and hand in, with and without names', async ({
	browser
}) => {
	const { page, teacher, id, code, at } = await aTeacher(browser);
	const [ann, bob] = await Promise.all(
		[true, false].map(async (script) => (await newBrowser(browser, script)).newPage())
	);
	if (!ann || !bob) throw new Error('no browsers');
	await page.goto(`${at}/watch`);
	const status = page.locator('[data-summary]');
	await expect(status).toHaveText('0 of 0 have joined, 0 are working, 0 have handed in.');
	await begin(ann, school, code, id, 'Ann');
	await joinAs(bob, school, code, 'Bob');
	await expect(status).toHaveText('2 of 2 have joined, 1 is working, 0 have handed in.');
	const line = (name: string) => page.locator('[data-line]', { hasText: name });
	await expect(line('Bob')).toContainText('Not begun');
	await answerPage(ann);
	await expect(line('Ann')).toContainText(/At question \d+, [1-9]\d* of 12 answered/);
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Hide the names, for all to see' }).click();
	await expect(page.locator('[data-line]')).toHaveCount(2);
	expect(await page.content()).not.toMatch(/\bAnn\b|\bBob\b/);
	await handInAll(teacher, id);
	await expect(page.locator('[data-stage=in]')).toHaveText(/^Student [12] ?Handed in/);
	await closeAssignment(school.ground, teacher, id);
	await expect(page.locator('[data-said]')).toHaveText('The quiz is closed.');
});

for (const script of [true, false])
	test(`results, each answer with its evidence, and files (JavaScript ${script ? 'on' : 'off'})`, async ({
		browser
	}) => {
		const { page, teacher, id, code, at } = await aTeacher(browser, script);
		for (const name of ['Ann', '=Bob']) {
			const student = await (await newBrowser(browser)).newPage();
			await begin(student, school, code, id, name);
			await answerPage(student);
			await expect(student.locator('[data-saved]')).toHaveText('All answers are saved.');
		}
		await page.goto(`${at}/results`);
		await expect(page.locator('main')).toContainText('Nobody has handed in yet.');
		await handInAll(teacher, id);
		await page.goto(at);
		await page.getByRole('link', { name: 'Results' }).click();
		await expect(page.locator('.facts-line')).toContainText('2 handed in');
		await expect(page.locator('#questions details')).toHaveCount(12);
		await expect(page.locator('#again li > a').first()).toHaveAttribute(
			'href',
			/^\/(?:explainers|facts)\//
		);
		if (script) await expectAccessible(page);
		const file = await page.request.get(`${at}/results/answers.csv`);
		expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
		const text = await file.text();
		expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 2 * 12);
		expect(text).toContain('"\'=Bob","1"');
		await page.getByRole('link', { name: 'Ann', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ann');
		await expect(page.locator('.rationales .cite, .rests-on a').first()).toBeVisible();
		await expect(page.locator('.verdict')).toHaveCount(12);
	});

test('what a teacher watches and reads is nobody else’s', async ({ browser, request }) => {
	const { at } = await aTeacher(browser);
	for (const path of ['watch', 'watch/events', 'results', 'results/answers.csv'])
		expect((await request.get(`${at}/${path}`)).status(), path).toBe(404);
});

for (const script of [true, false])
	test(`a quiz by link ends with a code, and a teacher pastes codes (JavaScript ${script ? 'on' : 'off'})`, async ({
		browser
	}) => {
		const { origin } = school.site;
		const page = await (await newBrowser(browser, script)).newPage();
		const [module = ''] = school.ground.content().index.module.keys();
		const codeOf = async (seed: string) => {
			await page.goto(`${origin}/quiz/${module}/${seed}`);
			await answerPage(page);
			await press(page, /^Hand in/);
			const rest = page.locator('button[name=incomplete]');
			if (await rest.isVisible()) await rest.click();
			await page.getByRole('link', { name: 'Code for your teacher' }).click();
			const code = await page.locator('code').innerText();
			expect(code.length).toBeLessThanOrEqual(80);
			return code;
		};
		const [one, two] = [await codeOf('7K3M9Q'), await codeOf('7K3M9R')];
		const slip = one.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
		await page.goto(`${origin}/teach/codes`);
		const typed = `Ann: ${one.toLowerCase()}\n${two}\nBob ${slip}\nCleo`;
		await page.getByLabel('Codes, one a line').fill(typed);
		await press(page, 'Show the report');
		await expect(page.locator('#read')).toContainText('2 papers of');
		await expect(page.locator('#read .problem')).toHaveText([
			'Line 3: This code was copied wrongly or is cut off: please compare it sign by sign.',
			'Line 4: There is no code at the end of this line.'
		]);
		await expect(page.locator('#students summary')).toHaveText([/^Ann/, /^Line 2/]);
		await expect(page.getByLabel('Codes, one a line')).toHaveValue(typed);
		if (script) await expectAccessible(page);
	});
