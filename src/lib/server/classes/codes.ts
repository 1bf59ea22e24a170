import { randomInt } from 'node:crypto';

/** Nothing that is taken for something else when read aloud or copied: no 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, U V. */
const alphabet = '34679ACEFGHJKMNPRTWXY';
export const codeLength = 6;

/** A class code: one of 21^6, 86 million. */
export const newCode = (): string =>
	Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A code as typed: any case, spaces and hyphens left out. Undefined when it is none. */
export function readCode(text: string): string | undefined {
	const code = text.toUpperCase().replace(/[\s-]/g, '');
	const fits = code.length === codeLength && [...code].every((one) => alphabet.includes(one));
	return fits ? code : undefined;
}

/** As it stands on the board: "3FG-KXA". */
export const shownCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;
