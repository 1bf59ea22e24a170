import { cleanName } from '../classes/names.ts';
import { problem, type Field, type Problem } from './desk.ts';

/*
 * What was typed, as it is meant. The length of a password is looked at here too, so that it is said before anything
 * else is asked of the database.
 */

const longestEmail = 254;
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const passwordLength = { least: 10, most: 128 };

/** @returns the address in small letters, as it is kept */
export function readEmail(typed: string): string | undefined {
	const email = typed.trim().toLowerCase();
	return email.length <= longestEmail && emailShape.test(email) ? email : undefined;
}

export const readPerson = (typed: string): string | undefined => cleanName(typed);

export const newPasswordProblem = (
	password: string,
	field: Field = 'password'
): Problem | undefined =>
	password.length < passwordLength.least
		? problem('short-password', field)
		: password.length > passwordLength.most
			? problem('long-password', field)
			: undefined;
