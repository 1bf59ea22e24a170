import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { nobody } from '../../src/lib/server/classes/access.ts';
import { createClass } from '../../src/lib/server/classes/classes.ts';
import { openStore } from '../../src/lib/server/storage/database.ts';
import { linkOf, openMailBox, type MailBox } from './mail.ts';
import { startSite, type Site } from './site.ts';

const password = 'nine yellow umbrellas';
const newEmail = () => `${randomUUID()}@school.example`;

async function fill(page: Page, fields: Record<string, string>) {
	for (const [label, value] of Object.entries(fields))
		await page.getByLabel(label, { exact: true }).fill(value);
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const account = '/teach/account';
const signInPage = `/teach/sign-in?next=${encodeURIComponent(account)}`;

async function signUp(page: Page, site: Site, email: string, secret = password) {
	await page.goto(`${site.origin}/teach/sign-up`);
	await fill(page, { 'Your name': 'Ada', 'E-mail address': email, Password: secret });
	await press(page, 'Make the account');
}

async function signIn(page: Page, site: Site, email: string, secret = password) {
	await page.goto(site.origin + signInPage);
	await fill(page, { 'E-mail address': email, Password: secret });
	await press(page, 'Sign in');
}

/** A browser in which somebody new is signed in. */
async function newTeacher(browser: Browser, site: Site, javaScriptEnabled = true) {
	const context = await browser.newContext({ javaScriptEnabled, serviceWorkers: 'block' });
	const page = await context.newPage();
	const email = newEmail();
	await signUp(page, site, email);
	await signIn(page, site, email);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
	return { page, context, email };
}

/** A class that somebody made without an account, and its private link. */
async function aHeldClass(site: Site, name: string) {
	const store = await openStore(site.env['DATABASE_URL']);
	const content = () => {
		throw new Error('no content is needed');
	};
	const made = await createClass({ store, now: Date.now, content }, nobody, { name }, randomUUID());
	await store.close();
	if (!made.ok || !made.link) throw new Error('no class');
	return `${site.origin}/teach/link/${made.link}`;
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations).toEqual([]);
}

test.describe('a server that sends no letters', () => {
	let site: Site;
	test.beforeAll(async () => {
		site = await startSite();
	});
	test.afterAll(() => site.stop());

	for (const javaScriptEnabled of [true, false])
		test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
			test.use({ javaScriptEnabled, serviceWorkers: 'block' });

			test('a teacher signs up, in, and out', async ({ page }) => {
				const email = newEmail();
				await signUp(page, site, email);
				await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now sign in');
				await expect(page.getByLabel('E-mail address')).toHaveValue(email);
				await signIn(page, site, email);
				await expect(page).toHaveURL(site.origin + account);
				await expect(page.locator('main')).toContainText(email);
				await press(page, 'Sign out here');
				await expect(page.getByRole('status')).toHaveText('You are signed out.');
				await page.goto(site.origin + account);
				await expect(page).toHaveURL(site.origin + signInPage);
			});

			test('what is wrong stands beside its field, and what was typed stays', async ({ page }) => {
				await page.goto(`${site.origin}/teach/sign-up`);
				await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
				await fill(page, { 'Your name': 'Ada', 'E-mail address': 'ada', Password: password });
				await press(page, 'Make the account');
				const field = page.getByLabel('E-mail address');
				await expect(field).toHaveAttribute('aria-invalid', 'true');
				await expect(field).toHaveAccessibleDescription(/^Please write an e-mail address/);
				await expect(field).toHaveValue('ada');
				await expect(page.getByLabel('Your name')).toHaveValue('Ada');
				await expect(page.getByLabel('Password')).toHaveValue('');
				await expect(page).toHaveTitle(/^Problem/);
			});
		});

	test('signing up is answered alike, whether there is an account or not', async ({ request }) => {
		const email = newEmail();
		const answers: string[] = [];
		for (const secret of [password, 'another password']) {
			const answer = await request.post(`${site.origin}/teach/sign-up`, {
				form: { name: 'Ada', email, password: secret },
				headers: { origin: site.origin, accept: 'text/html' }
			});
			const text = (await answer.text()).replaceAll(/nonce="[^"]*"/g, '');
			answers.push(`${answer.status()} ${text}`);
		}
		expect(answers[0]).toContain('Now sign in');
		expect(answers[1]).toBe(answers[0]);
	});

	test('a wrong password is refused like an unknown address, and too many tries are told', async ({
		page
	}) => {
		const email = newEmail();
		await signUp(page, site, email);
		const sentences: (string | null)[] = [];
		for (const address of [email, newEmail()]) {
			await signIn(page, site, address, 'wrong password');
			sentences.push(await page.getByRole('alert').textContent());
			await expect(page.getByLabel('E-mail address')).toHaveValue(address);
		}
		expect(sentences[0]).toContain('do not fit together');
		expect(sentences[1]).toBe(sentences[0]);
		const tries = await Promise.all(
			Array.from({ length: 12 }, () =>
				page.request.post(`${site.origin}/teach/sign-in`, {
					form: { email, password: 'wrong password' },
					headers: { origin: site.origin, accept: 'text/html' }
				})
			)
		);
		expect(tries.map((answer) => answer.status())).toContain(429);
		await signIn(page, site, email);
		await expect(page.getByRole('alert')).toContainText('Too many tries');
	});

	test('a browser is signed out from another one', async ({ browser }) => {
		const { page, context, email } = await newTeacher(browser, site);
		const other = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
		await signIn(other, site, email);
		await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your account');
		await page.reload();
		await press(page, 'Sign out Chrome on Linux');
		await expect(page.getByRole('status')).toHaveText('That browser is signed out.');
		await other.goto(site.origin + account);
		await expect(other).toHaveURL(site.origin + signInPage);
		await context.close();
		await other.context().close();
	});

	test('a teacher is changed, and deleted', async ({ browser }) => {
		const { page, context, email } = await newTeacher(browser, site, false);
		await page.getByText('Change the name', { exact: true }).first().click();
		await fill(page, { 'Your name': 'Ada L.' });
		await press(page, 'Change the name');
		await expect(page.getByRole('status')).toHaveText('Your name is changed.');
		await page.getByText('Change the password', { exact: true }).first().click();
		await fill(page, { 'Your password now': 'wrong', 'New password': 'ten purple umbrellas' });
		await press(page, 'Change the password');
		await expect(page.getByLabel('Your password now')).toHaveAccessibleDescription(
			'This is not your password.'
		);
		await fill(page, { 'Your password now': password, 'New password': 'ten purple umbrellas' });
		await press(page, 'Change the password');
		await expect(page.getByRole('status')).toContainText('Your new password is set.');
		await page.getByText('Delete it', { exact: true }).click();
		const typed = 'Type your e-mail address, so that it is meant';
		const secret = page.locator('#delete-password');
		await fill(page, { [typed]: 'ada@other.example' });
		await secret.fill('ten purple umbrellas');
		await press(page, 'Delete my account and my classes');
		await expect(page.getByLabel(typed)).toHaveAttribute('aria-invalid', 'true');
		await fill(page, { [typed]: email });
		await secret.fill(password);
		await press(page, 'Delete my account and my classes');
		await expect(secret).toHaveAccessibleDescription('This is not your password.');
		await secret.fill('ten purple umbrellas');
		await press(page, 'Delete my account and my classes');
		await expect(page.getByRole('status')).toContainText('Your account is deleted');
		await context.close();
	});

	test('a class without an account opens by its link, and is claimed by signing in', async ({
		page,
		context
	}) => {
		const links = [await aHeldClass(site, 'Blue class'), await aHeldClass(site, 'Red class')];
		for (const link of links) await page.goto(link);
		expect(page.url()).not.toContain('link');
		expect(await context.cookies()).toMatchObject([
			{ name: 'sourcebook-links', httpOnly: true, sameSite: 'Lax' }
		]);
		const email = newEmail();
		await signUp(page, site, email);
		await expect(page.locator('label.check')).toContainText('Red class, Blue class');
		await fill(page, { Password: password });
		await press(page, 'Sign in');
		await expect(page).toHaveURL(`${site.origin}/teach`);
		await page.goto(site.origin + account);
		await expect(page.locator('main')).not.toContainText('private link');
		expect((await context.cookies()).map(({ name }) => name)).toEqual(['sourcebook.session_token']);
		expect((await page.goto(links[0] ?? ''))?.status()).toBe(404);
		await expect(page.locator('main')).toContainText('opens nothing any more');

		const third = await aHeldClass(site, 'Green class');
		await page.goto(third);
		await page.goto(site.origin + account);
		await expect(page.locator('#classes')).toContainText('Green class');
		await press(page, 'Put it into my account');
		await expect(page.getByRole('status')).toContainText('in your account now');
		await expect(page.locator('#classes')).toHaveCount(0);
	});

	test('a passkey is made, signs in, and is forgotten', async ({ browser }) => {
		const { page, context } = await newTeacher(browser, site);
		const cdp = await context.newCDPSession(page);
		await cdp.send('WebAuthn.enable');
		await cdp.send('WebAuthn.addVirtualAuthenticator', {
			options: {
				protocol: 'ctap2',
				transport: 'internal',
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				automaticPresenceSimulation: true
			}
		});
		await press(page, 'Make a passkey on this device');
		await expect(page.getByRole('status')).toContainText('The passkey is kept');
		await expect(page.locator('#ways')).toContainText('Passkey: Chrome on Linux');
		await press(page, 'Make a passkey on this device');
		await expect(page.locator('#ways').getByRole('alert')).toContainText('has a passkey');
		await press(page, 'Sign out here');
		await page.goto(site.origin + signInPage);
		await press(page, 'Sign in with a passkey');
		await expect(page).toHaveURL(site.origin + account);
		await expect(page.locator('#ways')).toContainText('last used');
		await press(page, 'Forget the passkey Chrome on Linux');
		await expect(page.getByRole('status')).toContainText('The passkey is forgotten here.');
		await press(page, 'Sign out here');
		await page.goto(site.origin + signInPage);
		await press(page, 'Sign in with a passkey');
		await expect(page.locator('[data-passkey]').getByRole('alert')).toContainText('could not be');
		await context.close();
	});

	test('who forgot the password is told who can help, and helped by a command', async ({
		page
	}) => {
		const email = newEmail();
		await signUp(page, site, email);
		await page.goto(`${site.origin}/teach/forgot`);
		await expect(page.locator('main')).toContainText('This server sends no letters');
		const run = (address: string) =>
			spawnSync(process.execPath, ['src/cli/sourcebook.mjs', 'reset-password', address], {
				env: site.env,
				encoding: 'utf8'
			});
		expect(run(newEmail())).toMatchObject({ status: 1 });
		const { status, stdout } = run(email);
		expect(status).toBe(0);
		await page.goto(linkOf(stdout));
		await fill(page, { 'New password': 'ten purple umbrellas' });
		await press(page, 'Set the password');
		await expect(page.getByRole('status')).toContainText('Your new password is set');
		await page.goto(linkOf(stdout));
		await expect(page.getByRole('alert')).toContainText('has been used already');
		await signIn(page, site, email, 'ten purple umbrellas');
		await expect(page).toHaveURL(site.origin + account);
	});

	test('a form of another site is refused, and readers get no cookie', async ({ request }) => {
		const forged = await request.post(`${site.origin}/teach/sign-in`, {
			form: { email: newEmail(), password },
			headers: { origin: 'https://other.example' }
		});
		expect(forged.status()).toBe(403);
		for (const path of [
			'/',
			'/quiz',
			'/teach/sign-in',
			'/teach/auth/sign-in/email',
			'/teach/auth/ok'
		]) {
			const answer = await request.get(site.origin + path);
			expect(answer.headers()['set-cookie'], path).toBeUndefined();
			expect(answer.status(), path).toBe(path.startsWith('/teach/auth') ? 404 : 200);
		}
		const page = await request.get(`${site.origin}/teach/sign-in`);
		expect(page.headers()['cache-control']).toBe('no-store');
	});

	test('the pages are accessible, and fit 320 px', async ({ browser }) => {
		const { page, context } = await newTeacher(browser, site);
		await page.setViewportSize({ width: 320, height: 640 });
		const look = async (path: string) => {
			await page.goto(site.origin + path);
			await expectAccessible(page);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, path).toBeLessThanOrEqual(320);
		};
		await look(account);
		for (const summary of await page.locator('summary').all()) await summary.click();
		await expectAccessible(page);
		await press(page, 'Sign out here');
		for (const path of ['sign-in', 'sign-up', 'forgot', 'reset?token=x', 'confirm?token=x'])
			await look(`/teach/${path}`);
		await context.close();
	});
});

test.describe('a server that sends letters', () => {
	let site: Site;
	let box: MailBox;
	test.beforeAll(async () => {
		box = await openMailBox();
		site = await startSite({
			SMTP_URL: box.url,
			MAIL_FROM: 'Sourcebook <no-reply@school.example>'
		});
	});
	test.afterAll(async () => {
		await site.stop();
		box.close();
	});

	test('an address is confirmed, and a forgotten password set anew', async ({ page }) => {
		const email = newEmail();
		await signUp(page, site, email);
		await expect(page.getByRole('status')).toContainText(`A letter is on its way to ${email}`);
		const first = linkOf(await box.lastTo(email));
		expect(first).toContain(site.origin);
		await signIn(page, site, email);
		await expect(page.getByRole('alert')).toContainText('Please confirm your address first');
		await page.goto(first);
		await press(page, 'Confirm the address');
		await expect(page.getByRole('status')).toContainText('Your address is confirmed.');

		await page.goto(`${site.origin}/teach/forgot`);
		await fill(page, { 'E-mail address of your account': email });
		const before = box.count(email);
		await press(page, 'Send the letter');
		await expect(page.getByRole('status')).toContainText('a letter is on its way');
		await expect.poll(() => box.count(email)).toBe(before + 1);
		await page.goto(linkOf(await box.lastTo(email)));
		await fill(page, { 'New password': 'ten purple umbrellas' });
		await press(page, 'Set the password');
		await expect(page.getByRole('status')).toContainText('Your new password is set');
		await signIn(page, site, email, 'ten purple umbrellas');
		await expect(page).toHaveURL(site.origin + account);
	});

	test('asking for an address without an account looks the same, and sends nothing', async ({
		page
	}) => {
		const email = newEmail();
		await page.goto(`${site.origin}/teach/forgot`);
		await fill(page, { 'E-mail address of your account': email });
		await press(page, 'Send the letter');
		await expect(page.getByRole('status')).toContainText(`If ${email} has an account here`);
		expect(box.count(email)).toBe(0);
	});
});

test('behind https, every cookie is bound to it', async () => {
	const ORIGIN = 'https://sourcebook.example';
	const site = await startSite({ ORIGIN });
	const post = (path: string, fields: Record<string, string>) =>
		fetch(site.origin + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: ORIGIN, accept: 'text/html' },
			body: new URLSearchParams(fields)
		});
	const email = newEmail();
	await post('/teach/sign-up', { name: 'Ada', email, password });
	const signed = await post('/teach/sign-in', { email, password });
	const held = await fetch(await aHeldClass(site, '7b'), { redirect: 'manual' });
	const lines = [...signed.headers.getSetCookie(), ...held.headers.getSetCookie()];
	await site.stop();
	expect(lines).toHaveLength(2);
	expect(lines[0]).toMatch(/^__Secure-sourcebook\.session_token=/);
	expect(lines[1]).toMatch(/^__Host-sourcebook-links=/);
	for (const line of lines)
		for (const sign of ['; HttpOnly', '; Secure', '; SameSite=Lax', '; Path=/'])
			expect(line).toContain(sign);
});
