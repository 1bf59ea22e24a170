import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const words = 3;
/** No two words of the list begin with the same four letters. */
const telling = 4;

/** Three words of 2,048, 33 bits: with the class code and a limit on tries, enough for a name and some answers. */
export const newPhrase = (): string =>
	Array.from({ length: words }, () => wordlist[randomInt(wordlist.length)]).join(' ');

const byStart = new Map(wordlist.map((word) => [word.slice(0, telling), word]));

/** A phrase as typed: any case, any separators; the first four letters of a word do. Undefined when it is none. */
export function readPhrase(text: string): string | undefined {
	const typed = text.toLowerCase().match(/[a-z]+/g) ?? [];
	const known = typed.map((word) => byStart.get(word.slice(0, telling)));
	return known.length === words && known.every(Boolean) ? known.join(' ') : undefined;
}
