import type { AccountSettings } from './settings.ts';

export interface Letter {
	to: string;
	subject: string;
	text: string;
}
/** Sends one letter. @throws Error when the server for mail does not take it */
export type Send = (letter: Letter) => Promise<void>;

/** Sending by SMTP; undefined when this server sends no mail. */
export function mailer({ mail }: Pick<AccountSettings, 'mail'>): Send | undefined {
	if (!mail) return undefined;
	return async (letter) => {
		const { createTransport } = await import('nodemailer');
		const transport = createTransport(mail.url);
		try {
			await transport.sendMail({ from: mail.from, ...letter });
		} finally {
			transport.close();
		}
	};
}

/** The letters, each with the name of the site and what to do when it was not asked for. */
export const letters = {
	confirm: (site: string, to: string, link: string): Letter => ({
		to,
		subject: `${site}: please confirm your e-mail address`,
		text: `Somebody gave this address to ${site} for a teacher’s account. If it was you, open this link within an hour:\n\n${link}\n\nIf it was not you, do nothing.\n`
	}),
	exists: (site: string, to: string, link: string): Letter => ({
		to,
		subject: `${site}: you have an account already`,
		text: `Somebody, perhaps you, asked ${site} for a teacher’s account with this address. There is one already. You can sign in, or set a new password, here:\n\n${link}\n\nIf it was not you, do nothing.\n`
	}),
	reset: (site: string, to: string, link: string): Letter => ({
		to,
		subject: `${site}: a new password`,
		text: `Somebody asked ${site} for a new password for this address. If it was you, open this link within an hour; it works once:\n\n${link}\n\nIf it was not you, do nothing: your password stays.\n`
	}),
	changed: (site: string, to: string): Letter => ({
		to,
		subject: `${site}: the password of your account was changed`,
		text: `The password of your account at ${site} was just set anew, and all devices were signed out. If it was not you, ask for a new password at once, and tell whoever runs the site.\n`
	}),
	unused: (site: string, to: string, name: string, day: string, link: string): Letter => ({
		to,
		subject: `${site}: your class “${name}” will be deleted`,
		text: `Nobody has used your class “${name}” at ${site} for a long time. It will be deleted on ${day}, with its students and all that they answered. To keep it, open it before:\n\n${link}\n\nIf you do not need it any more, do nothing.\n`
	})
};
