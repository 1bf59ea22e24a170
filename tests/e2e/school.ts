import { randomUUID } from 'node:crypto';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Actor } from '../../src/lib/server/classes/access.ts';
import { createAssignment, type NewAssignment } from '../../src/lib/server/classes/assignments.ts';
import { createClass, type NewClass } from '../../src/lib/server/classes/classes.ts';
import type { Ground } from '../../src/lib/server/classes/ground.ts';
import { getAttempt } from '../../src/lib/server/classes/attempts.ts';
import { openContent } from '../../src/lib/server/open.ts';
import { openStore } from '../../src/lib/server/storage/database.ts';
import { answerAll } from './paper.ts';
import { startSite, type Site } from './site.ts';

/** A site with what its services stand on, so that a test can do at once what teachers do by hand. */
export interface School {
	site: Site;
	ground: Ground;
	teacher: Actor;
	close(): Promise<void>;
}

/** @param env such as DATABASE_URL */
export async function openSchool(env: NodeJS.ProcessEnv = {}): Promise<School> {
	const site = await startSite(env);
	const { index, bank } = openContent('content');
	if (!index || !bank) throw new Error('the content is not in order');
	const store = await openStore(site.env['DATABASE_URL']);
	return {
		site,
		ground: { store, now: Date.now, content: () => ({ index, bank }) },
		teacher: { teacher: randomUUID() },
		async close() {
			await store.close();
			await site.stop();
		}
	};
}

/** A class of the school's teacher. */
export async function aClass({ ground, teacher }: School, wanted: Partial<NewClass> = {}) {
	const made = await createClass(ground, teacher, { name: 'History 10b', ...wanted }, randomUUID());
	if (!made.ok) throw new Error(made.sentence);
	return made.class;
}

/** A quiz of twelve questions: three pages. */
export async function aQuiz(
	{ ground, teacher }: School,
	classId: string,
	wanted: Partial<NewAssignment> = {}
): Promise<string> {
	const [first = ''] = ground.content().index.module.keys();
	const choice = { modules: [first], length: 12 };
	const made = await createAssignment(ground, teacher, classId, {
		title: 'Weekly quiz',
		choice,
		...wanted
	});
	if (!made.ok) throw new Error(made.sentence);
	return made.assignment.id;
}

export const press = (page: Page, name: string | RegExp) =>
	page
		.getByRole('button', { name, exact: typeof name === 'string' })
		.first()
		.click();

/** A browser of somebody. */
export const newBrowser = (browser: Browser, javaScriptEnabled = true): Promise<BrowserContext> =>
	browser.newContext({ javaScriptEnabled, serviceWorkers: 'block' });

/** Joins by the address that a QR code holds. @returns the three words */
export async function joinAs(page: Page, { site }: School, code: string, name: string) {
	await page.goto(`${site.origin}/join/${code}`);
	await page.getByLabel('Your name in this class').fill(name);
	await press(page, 'Join');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`You are in, ${name}`);
	return page.locator('.words').innerText();
}

export const home = ({ site }: School, id: string) => `${site.origin}/class/${id}`;

/** Joins, and begins a quiz. */
export async function begin(page: Page, school: School, code: string, id: string, name = 'Ann') {
	const words = await joinAs(page, school, code, name);
	await page.goto(home(school, id));
	await press(page, 'Begin');
	await expect(page.locator('form[data-taking]')).toBeVisible();
	return words;
}

/** The attempt of the page. */
export const attemptOf = async (page: Page) =>
	(await page.locator('[name=attempt]').first().inputValue()) || '';

/** What the database has of an attempt: the versions and answers by question. */
export async function savedOf({ ground, teacher }: School, attempt: string) {
	const found = await getAttempt(ground, teacher, attempt);
	if (!found.ok) throw new Error(found.sentence);
	const { form, saved, attempt: row } = found.sitting;
	const answers = form.items.flatMap(({ item }, at) => {
		const one = saved.get(item.id);
		return one ? [{ number: at + 1, version: one.version, given: one.given }] : [];
	});
	return { answers, form, attempt: row };
}

/** The first question of the page that is answered by one of several options. */
export const choiceOf = (page: Page) =>
	page.locator('.item:has(.options:not(.across) input[type=radio])').first();

export const allSaved = (page: Page) =>
	expect(page.locator('[data-saved]')).toHaveText('All answers are saved.');

/** Answers every question of the page, those on maps and timelines too. */
export async function answerPage(page: Page): Promise<void> {
	// lines that are put in order are numbered one by one, and the script sorts them when it comes
	if ((await page.locator('html[data-script] [data-taking]').count()) > 0)
		await expect(page.locator('[data-bar]')).toBeVisible();
	await answerAll(page);
	for (const item of await page.locator('.item:has(input[type=radio])').all())
		if ((await item.locator('input:checked').count()) === 0)
			await item.locator('input[type=radio]').first().check();
}
