import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Store } from '../storage/database.ts';
import { newId } from '../storage/ids.ts';
import { letters, type Send } from './mail.ts';
import { accountColumns, sessionColumns, userColumns, verificationColumns } from './names.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { isSecure, type AccountSettings } from './settings.ts';
import { passwordLength } from './typed.ts';

/*
 * better-auth costs half a second and some memory: this file is imported only by `open.ts`, when somebody comes to a page
 * of teachers.
 */

export interface Making {
	store: Store;
	settings: AccountSettings;
	/** Signs cookies and the links in mails. */
	secret: string;
	/** How the site calls itself in mails. */
	site: string;
	/** undefined: this server sends no mail, and takes addresses at their word. */
	send: Send | undefined;
	/** Takes what a link for a new password carries, in place of a letter. */
	resetToken?: (token: string) => void;
}

const hourSeconds = 60 * 60;
const daySeconds = 24 * hourSeconds;
const sessionSeconds = 30 * daySeconds;
/** Where Google and Microsoft send people back to. */
const callbackPath = '/teach/auth';

/** Opens a session for somebody who has shown in another way who they are: by a passkey. Not to be reached by http. */
const openSession = {
	id: 'open-session',
	endpoints: {
		openSession: createAuthEndpoint.serverOnly(
			{ method: 'POST', body: z.object({ userId: z.string() }) },
			async (ctx) => {
				const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
				if (!user) return ctx.json({ opened: false });
				const session = await ctx.context.internalAdapter.createSession(user.id);
				await setSessionCookie(ctx, { session, user });
				return ctx.json({ opened: true });
			}
		)
	}
} satisfies BetterAuthPlugin;

/** What Google and Microsoft give beside name and address is not kept. */
const lean = {
	user: { create: { before: async (data: object) => ({ data: { ...data, image: null } }) } },
	account: {
		create: {
			before: async (data: object) => ({
				data: { ...data, accessToken: null, refreshToken: null, idToken: null, scope: null }
			})
		},
		update: {
			before: async (data: object) => ({
				data: { ...data, accessToken: null, refreshToken: null, idToken: null }
			})
		}
	}
};

/** Letters are sent without waiting: how long it takes must not tell whether an address has an account. */
function letterBox({ send, site, settings, resetToken }: Making) {
	const address = (path: string) => `${settings.origin}/teach/${path}`;
	const post = (letter: Parameters<Send>[0]) =>
		void send?.(letter).catch((error: unknown) => console.error('A letter was not sent.', error));
	return {
		confirm: async ({ user, token }: { user: { email: string }; token: string }) =>
			post(letters.confirm(site, user.email, address(`confirm?token=${token}`))),
		exists: async ({ user }: { user: { email: string } }) =>
			post(letters.exists(site, user.email, address('forgot'))),
		reset: async ({ user, token }: { user: { email: string }; token: string }) => {
			resetToken?.(token);
			post(letters.reset(site, user.email, address(`reset?token=${token}`)));
		},
		changed: async ({ user }: { user: { email: string } }) =>
			post(letters.changed(site, user.email))
	};
}

/** E-mail and password, and whether an address must be confirmed by a letter. */
function byPassword(making: Making) {
	const box = letterBox(making);
	return {
		emailAndPassword: {
			enabled: true,
			// a new account and one that was there are answered alike
			autoSignIn: false,
			requireEmailVerification: making.send !== undefined,
			minPasswordLength: passwordLength.least,
			maxPasswordLength: passwordLength.most,
			password: {
				hash: hashPassword,
				verify: ({ hash, password }: { hash: string; password: string }) =>
					verifyPassword(hash, password)
			},
			resetPasswordTokenExpiresIn: hourSeconds,
			revokeSessionsOnPasswordReset: true,
			sendResetPassword: box.reset,
			onPasswordReset: box.changed,
			onExistingUserSignUp: box.exists
		},
		...(making.send && {
			emailVerification: {
				sendVerificationEmail: box.confirm,
				sendOnSignUp: true,
				sendOnSignIn: true,
				expiresIn: hourSeconds
			}
		})
	};
}

const providersOf = ({ google, microsoft }: AccountSettings) => ({
	...(google && { google: { clientId: google.id, clientSecret: google.secret } }),
	...(microsoft && {
		microsoft: { clientId: microsoft.id, clientSecret: microsoft.secret, disableProfilePhoto: true }
	})
});

/** What better-auth is told; also for the test that our tables are what it wants. */
export const optionsOf = (making: Making) => ({
	database: {
		db: making.store.db,
		type: making.store.engine,
		transaction: true
	},
	secret: making.secret,
	baseURL: making.settings.origin ?? 'http://localhost',
	basePath: callbackPath,
	...byPassword(making),
	socialProviders: providersOf(making.settings),
	user: {
		fields: userColumns,
		changeEmail: { enabled: true, updateEmailWithoutVerification: making.send === undefined }
	},
	session: {
		fields: sessionColumns,
		expiresIn: sessionSeconds,
		updateAge: daySeconds,
		// what is dangerous asks for the password instead
		freshAge: 0
	},
	account: {
		fields: accountColumns,
		// who has a password connects Google or Microsoft when signed in: an address alone proves nothing
		accountLinking: { disableImplicitLinking: true, allowDifferentEmails: true }
	},
	verification: { fields: verificationColumns, storeIdentifier: 'hashed' as const },
	databaseHooks: lean,
	plugins: [openSession],
	// the pages count tries themselves, in the table `tries`: better-auth does so only for its own routes
	rateLimit: { enabled: false },
	onAPIError: { errorURL: '/teach/sign-in' },
	telemetry: { enabled: false },
	logger: { level: 'error' as const },
	advanced: {
		cookiePrefix: 'sourcebook',
		useSecureCookies: isSecure(making.settings),
		ipAddress: { disableIpTracking: true },
		database: { generateId: () => newId() }
	}
});

/** better-auth over our database; its routes are not served, but for the two ways back from Google and Microsoft. */
export const makeAuth = (making: Making) => betterAuth(optionsOf(making));
export type Auth = ReturnType<typeof makeAuth>;
