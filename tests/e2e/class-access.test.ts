import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import { wrongCodes } from '../../src/lib/server/classes/limits.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import {
	aClass,
	aQuiz,
	attemptOf,
	begin,
	choiceOf,
	joinAs,
	newBrowser,
	openSchool,
	savedOf,
	type School
} from './school.ts';

let school: School;
test.beforeAll(async () => void (school = await openSchool()));
test.afterAll(() => school.close());

interface Target {
	quiz: string;
	attempt: string;
	/** Fields that answer a question of its paper. */
	fields: Record<string, string>;
}
type Ask = (request: APIRequestContext, target: Target) => Promise<APIResponse>;

const post =
	(path: (target: Target) => string, more: Record<string, string> = {}): Ask =>
	(request, target) =>
		request.post(school.site.origin + path(target), {
			form: { attempt: target.attempt, ...target.fields, ...more },
			headers: { origin: school.site.origin, accept: 'text/html' },
			maxRedirects: 0
		});
const get =
	(path: (target: Target) => string): Ask =>
	(request, target) =>
		request.get(school.site.origin + path(target), { maxRedirects: 0 });

/** Every page and action of students that is about somebody's own. */
const asks: Record<string, Ask> = {
	'the quiz': get(({ quiz }) => `/class/${quiz}`),
	'its paper': get(({ quiz }) => `/class/${quiz}/take`),
	'its end': get(({ quiz }) => `/class/${quiz}/take?page=end`),
	'its result': get(({ quiz }) => `/class/${quiz}/result`),
	'its clock': get(({ quiz, attempt }) => `/class/${quiz}/save?attempt=${attempt}`),
	begin: post(({ quiz }) => `/class/${quiz}`),
	'save one': post(({ quiz }) => `/class/${quiz}/save`),
	'save a page': post(({ quiz }) => `/class/${quiz}/take?/save`),
	check: post(({ quiz }) => `/class/${quiz}/take?/check`),
	'hand in': post(({ quiz }) => `/class/${quiz}/take?/submit`)
};
/** What another student of the same class asks about, too: by the id of the attempt. */
const ofAttempt = ['its clock', 'save one', 'save a page', 'check', 'hand in'];

test('each page and action is for whom it is: nobody else sees or changes anything', async ({
	browser
}) => {
	test.slow();
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id, { feedback: 'at-once', title: 'A secret title' });
	const mine = await newBrowser(browser);
	const page = await mine.newPage();
	await begin(page, school, code, quiz);
	while ((await choiceOf(page).count()) === 0)
		await page.getByRole('button', { name: 'Save and go on' }).last().click();
	const number = (await choiceOf(page).getAttribute('data-number')) ?? '';
	const option = await choiceOf(page).locator('input[type=radio]').first().inputValue();
	const fields = { number, state: '0.x', [`s${number}`]: '0.x', [`q${number}`]: option };
	const target: Target = { quiz, attempt: await attemptOf(page), fields };
	const before = await savedOf(school, target.attempt);

	const others = await aClass(school, { name: 'Another class' });
	const stranger = await newBrowser(browser);
	await joinAs(await stranger.newPage(), school, others.code, 'Ann');
	const classmate = await newBrowser(browser);
	await joinAs(await classmate.newPage(), school, code, 'Bea');
	const nobody = await newBrowser(browser);
	const guess: Target = { ...target, quiz: newId(), attempt: newId() };

	const refused = async (who: string, what: string, answer: APIResponse) => {
		const { location = '' } = answer.headers();
		const away = answer.status() === 303 && /^\/join\?next=/.test(location);
		// told that nothing more is taken, and sent to a result that is not theirs
		const shut = answer.status() === 303 && /\/result\?late=no-attempt$/.test(location);
		expect([404, ...(away || shut ? [303] : [])], `${who}: ${what} ${location}`).toContain(
			answer.status()
		);
		expect(await answer.text(), `${who}: ${what}`).not.toContain('A secret title');
	};
	for (const [what, ask] of Object.entries(asks)) {
		await refused('nobody', what, await ask(nobody.request, target));
		await refused('another class', what, await ask(stranger.request, target));
		await refused('guessed ids', what, await ask(mine.request, guess));
		if (ofAttempt.includes(what)) {
			const answer = await ask(classmate.request, target);
			await refused('a classmate', what, answer);
		}
	}
	const after = await savedOf(school, target.attempt);
	expect(after.answers).toEqual(before.answers);
	expect(after.attempt).toEqual(before.attempt);

	// and whose it is does it all
	for (const [what, ask] of Object.entries(asks)) {
		const answer = await ask(mine.request, target);
		expect([200, 303], what).toContain(answer.status());
	}
	expect((await savedOf(school, target.attempt)).attempt.submitted_at).not.toBeNull();
	for (const context of [mine, stranger, classmate, nobody]) await context.close();
});

test('a form of another site is refused; too many wrong codes are told', async ({ request }) => {
	const forged = await request.post(`${school.site.origin}/join`, {
		form: { code: '333333' },
		headers: { origin: 'https://other.example' }
	});
	expect(forged.status()).toBe(403);
	const guess = async () => (await request.get(`${school.site.origin}/join/333333`)).status();
	expect(await guess()).toBe(404);
	for (let n = 1; n < wrongCodes.most; n++) await guess();
	expect(await guess()).toBe(429);
});
