// A class as its teacher and one of its students see it, made the way people make it: for pictures and tests of its pages.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Sample } from './samples.ts';

/** Who is shown a page. */
type Who = 'teacher' | 'student';
export type Visit = Sample & { who: Who };
type State = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Scene {
	/** What the browser of each holds. */
	states: Record<Who, State>;
	visits: Visit[];
}

const press = (page: Page, name: string | RegExp) =>
	page
		.getByRole('button', { name, exact: typeof name === 'string' })
		.first()
		.click();
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Sets a quiz with the first module. @returns its id */
async function setQuiz(page: Page, ofClass: string): Promise<string> {
	await page.goto(`${ofClass}/assign`);
	await page.locator('[name=module]').first().check();
	await press(page, 'Set the quiz');
	await page.getByRole('heading', { name: 'Share' }).waitFor();
	return pathOf(page).split('/').at(-1) ?? '';
}

/** Gives what the page asks the first option, so that something is right and something wrong. */
async function answerPage(page: Page) {
	for (const item of await page.locator('.item').all()) {
		const option = item.locator('input[type=radio]').first();
		if ((await option.count()) > 0) await option.check({ force: true });
	}
}

/** Sits a quiz to its end, page by page. */
async function sit(page: Page, home: string) {
	await page.goto(home);
	await press(page, 'Begin');
	await page.locator('form[data-taking]').waitFor();
	for (let pages = 0; pages < 9 && !(await atEnd(page)); pages++) {
		await answerPage(page);
		await press(page, /^Save and/);
		await page.waitForLoadState();
	}
	await press(page, /^Hand in/);
	await page.waitForURL(/\/result/);
}
const atEnd = async (page: Page) => new URL(page.url()).searchParams.get('page') === 'end';

/**
 * Makes a class with two quizzes; a student hands in the first and begins the second.
 * @param origin of a server whose database may be written to
 */
export async function classScene(browser: Browser, origin: string): Promise<Scene> {
	// without scripts every step is an answer of the server
	const open = () => browser.newContext({ javaScriptEnabled: false, baseURL: origin });
	const [teaching, learning] = [await open(), await open()];
	const [teacher, student] = [await teaching.newPage(), await learning.newPage()];
	await teacher.goto('/teach');
	await teacher.getByLabel('Name of the class').fill('History 10b');
	await press(teacher, 'Start the class');
	const ofClass = pathOf(teacher);
	const join = await teacher.locator('a[href*="/join/"], [data-copy]').first().textContent();
	const code = /\/join\/(\w+)/.exec((await teacher.content()) + join)?.[1] ?? '';
	const [done, begun] = [await setQuiz(teacher, ofClass), await setQuiz(teacher, ofClass)];

	await student.goto(`/join/${code}`);
	await student.getByLabel('Your name in this class').fill('Ann');
	await press(student, 'Join');
	await sit(student, `/class/${done}`);
	await student.goto(`/class/${begun}`);
	await press(student, 'Begin');
	await teacher.goto(`/teach/assignments/${done}/results`);
	const links = await teacher.locator('a[href*="/results/"]').all();
	const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
	const attempt = hrefs
		.map((href) => /\/results\/([\w-]{20,})$/.exec(href ?? '')?.[1])
		.find(Boolean);

	const quiz = '/teach/assignments/[id]';
	const visits: [Who, string, string][] = [
		['teacher', '/teach', '/teach'],
		['teacher', '/teach/classes/[id]', ofClass],
		['teacher', '/teach/classes/[id]/assign', `${ofClass}/assign`],
		['teacher', quiz, `/teach/assignments/${done}`],
		['teacher', `${quiz}/watch`, `/teach/assignments/${begun}/watch`],
		['teacher', `${quiz}/results`, `/teach/assignments/${done}/results`],
		['teacher', `${quiz}/results/[attempt]`, `/teach/assignments/${done}/results/${attempt ?? ''}`],
		['student', '/join/[code]', `/join/${code}`],
		['student', '/class', '/class'],
		['student', '/class/[assignment]', `/class/${begun}`],
		['student', '/class/[assignment]/take', `/class/${begun}/take`],
		['student', '/class/[assignment]/result', `/class/${done}/result`]
	];
	const states = { teacher: await teaching.storageState(), student: await learning.storageState() };
	await teaching.close();
	await learning.close();
	return { states, visits: visits.map(([who, route, path]) => ({ who, route, path })) };
}
