import { expect, test, type Page } from '@playwright/test';
import { candidateForm } from '../../src/lib/forms/candidate.ts';
import type { Rationale } from '../../src/lib/items/item.ts';
import type { FeedbackRule } from '../../src/lib/server/storage/tables.ts';
import {
	aClass,
	aQuiz,
	allSaved,
	answerPage,
	attemptOf,
	begin,
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

/** Text as it is read: without tags, entities and the marks around names. */
const plain = (body: string) =>
	body
		// what a list offers last is not the beginning of what stands behind the list
		.replaceAll('</option>', ' | ')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ');

/** Keeps the body of every answer that the browser gets, read before the browser sees it. */
async function listen(page: Page) {
	const bodies: string[] = [];
	await page.route('**', async (route) => {
		const answer = await route.fetch({ maxRedirects: 0 });
		const { location = '' } = answer.headers();
		bodies.push(`${route.request().url()} ${location} ${await answer.text()}`);
		// what the browser is sent on to does not come by here
		const next = location && new URL(location, route.request().url()).href;
		if (next) bodies.push(`${next} ${await (await page.request.get(next)).text()}`);
		await route.fulfill({ response: answer });
	});
	return () => ({ raw: bodies.join('\n'), plain: plain(bodies.join('\n')) });
}

/** All rationales of a value, wherever they stand. */
function rationalesOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const own = (value as { rationale?: Rationale }).rationale;
	return [...(own ? [own.text] : []), ...Object.values(value).flatMap(rationalesOf)];
}

/** Its sentences: a page may set them apart. What is as short as an option is no reason. */
const sentencesOf = (text: string): string[] =>
	text
		.replace(/\s+/g, ' ')
		.split(/(?<=[.!?]) (?=\p{Lu})/u)
		.filter(({ length }) => length > 40);

/** What must not be read before the rule allows: of each question why what is right, and what leads to it elsewhere. */
async function secretsOf(page: Page) {
	const { form } = await savedOf(school, await attemptOf(page));
	const items = form.items.map(({ item }) => item);
	// a sentence that one question puts to be judged may be what explains another: it is read, and tells no key
	const asked = JSON.stringify(candidateForm(form)).replace(/\s+/g, ' ');
	return {
		items,
		rationales: [...new Set(items.flatMap(rationalesOf).flatMap(sentencesOf))].filter(
			(text) => !asked.includes(JSON.stringify(text).slice(1, -1))
		),
		names: [
			form.seed,
			`${form.seed.slice(0, 3)}-${form.seed.slice(3)}`,
			...items.map(({ id }) => id)
		]
	};
}

type Secrets = Awaited<ReturnType<typeof secretsOf>>;
type Heard = { raw: string; plain: string };

const told = ({ rationales }: Secrets, { plain }: Heard) =>
	rationales.filter((text) => plain.includes(text));

function expectNothing(secrets: Secrets, heard: Heard) {
	expect(told(secrets, heard)).toEqual([]);
	expect(secrets.names.filter((name) => heard.raw.includes(name))).toEqual([]);
	expect(heard.raw).not.toMatch(/"key":|"rationale"|"accepted"|class="verdict"/);
}

/** Goes through the whole paper, and looks it over. */
async function takeAll(page: Page) {
	for (const next of ['2', '3', 'end']) {
		await answerPage(page);
		await allSaved(page);
		await page.locator('.actions').getByRole('button', { name: 'Save and go on' }).click();
		await page.waitForURL(`**page=${next}`);
	}
	await page.evaluate(async () => {
		const form = document.querySelector<HTMLFormElement>('form[data-taking]');
		const { save = '', taking = '' } = form?.dataset ?? {};
		await fetch(`${save}?attempt=${taking}`);
		// by hand, what the page does not offer
		await fetch('?/check', {
			method: 'POST',
			body: new URLSearchParams({ attempt: taking, number: '1' })
		});
		await fetch(location.pathname.replace('take', 'result'));
		await fetch(`${location.pathname}/__data.json`);
		// all that is kept about the student, whose id stands in their own page
		const own = await (await fetch('/class')).text();
		const [, student] = /name="student" value="([\w-]+)"/.exec(own) ?? [];
		if (!student) throw new Error('the page of a class names no student');
		await fetch(`/teach/students/${student}`);
	});
}

const day = 86_400_000;
const rules: Record<Exclude<FeedbackRule, 'at-once'>, 'all' | 'none'> = {
	submitted: 'all',
	due: 'none',
	never: 'none'
};

for (const [feedback, after] of Object.entries(rules))
	test(`no key and no reason is sent before the rule allows: ${feedback}`, async ({ browser }) => {
		test.slow();
		const { code, id } = await aClass(school);
		const quiz = await aQuiz(school, id, {
			feedback: feedback as FeedbackRule,
			dueAt: Date.now() + day,
			reading: false
		});
		const context = await newBrowser(browser);
		const page = await context.newPage();
		const heard = await listen(page);
		await begin(page, school, code, quiz);
		const secrets = await secretsOf(page);
		expect(secrets.rationales.length).toBeGreaterThan(20);
		await takeAll(page);
		expectNothing(secrets, heard());
		await page.getByRole('button', { name: /^Hand in/ }).click();
		await page.waitForURL('**/result');
		await page.goto(home(school, quiz));
		await page.goto(`${school.site.origin}/class`);
		if (after === 'none') {
			expectNothing(secrets, heard());
			expect(heard().plain).not.toMatch(/\d of \d+ marks/);
		} else {
			// which shows also that the search finds what there is
			expect(told(secrets, heard()).length).toBeGreaterThan(secrets.rationales.length / 2);
		}
		// what the page asked for last is read to its end
		await page.unrouteAll({ behavior: 'wait' });
		await context.close();
	});

test('with feedback at once, only what is answered and asked for is told', async ({ browser }) => {
	const { code, id } = await aClass(school);
	const quiz = await aQuiz(school, id, { feedback: 'at-once' });
	for (const script of [true, false]) {
		const context = await newBrowser(browser, script);
		const page = await context.newPage();
		const heard = await listen(page);
		await begin(page, school, code, quiz, `Ann ${script}`);
		const secrets = await secretsOf(page);
		await press(page, 'See what is right in question 1');
		await expect(page.locator('#q1 .problem, #q1 [id$=problem]').first()).toContainText(
			'Answer first'
		);
		await answerPage(page);
		expectNothing(secrets, heard());
		await press(page, 'See what is right in question 2');
		await expect(page.locator('#q2 .verdict')).toBeVisible();
		// its reasons, and the facts that stand beside them as evidence
		const { index } = school.ground.content();
		const shown = secrets.items[1]?.shows.map((fact) => index.fact.get(fact)?.statement ?? '');
		const own = [...rationalesOf(secrets.items[1]), ...(shown ?? [])].flatMap(sentencesOf);
		const others = told(secrets, heard()).filter((text) => !own.includes(text));
		expect(others).toEqual([]);
		// which shows also that the search finds what there is
		const due = own.filter((text) => secrets.rationales.includes(text));
		expect(told(secrets, heard()).length > 0).toBe(due.length > 0);
		// it stays as it is
		await expect(page.locator('#q2 input:visible, #q2 select').first()).toBeDisabled();
		// what the page asked for last is read to its end
		await page.unrouteAll({ behavior: 'wait' });
		await context.close();
	}
});
