import type { Library } from '../library.ts';
import { marks } from '../pages/figures.ts';
import { readResultCode } from './result-code.ts';
import type { Sat } from './sat.ts';

/** A line of codes that were pasted, and what is wrong with it. */
export interface WrongLine {
	/** 1-based. */
	number: number;
	text: string;
	sentence: string;
}

/** What was pasted, told apart. */
export interface Pasted {
	/** The papers of one quiz: of most of the codes. */
	sats: Sat[];
	wrong: WrongLine[];
	/** Title of that quiz's module or mixture; undefined when no code could be read. */
	module: string | undefined;
}

export const mostLines = 200;
/** Signs in groups of five: a code has at least seven groups. */
const codePattern =
	/(?:^|[\s:;,])([\p{L}\p{N}]{1,6}(?:\s?-\s?[\p{L}\p{N}]{1,6}){5,}|[\p{L}\p{N}]{36,})\s*$/u;

/** The name before a code, and the code; undefined when there is none. */
function partsOf(text: string): { name: string; code: string } | undefined {
	const plain = text.replace(/[\u2010-\u2015\u2212_]/g, '-');
	const found = codePattern.exec(plain);
	if (!found?.[1]) return undefined;
	return {
		name: plain
			.slice(0, found.index)
			.replace(/[\s:;,]+$/, '')
			.trim(),
		code: found[1]
	};
}

const sentences = {
	none: 'There is no code at the end of this line.',
	damaged: 'This code was copied wrongly or is cut off: please compare it sign by sign.',
	forged:
		'This code was not made by this server: it is forged, from another site, or changed in several places.',
	many: `Only the first ${mostLines} lines are read.`
};

/** A line whose code tells a paper. */
interface RightLine {
	number: number;
	text: string;
	name: string;
	sat: Sat;
}
/** What somebody is called who has no name before the code. */
const unnamed = (number: number) => `Line ${number}`;

type Read = RightLine | WrongLine;

function readLine(text: string, number: number, library: Library, secret: string): Read {
	const wrong = (sentence: string): WrongLine => ({ number, text, sentence });
	const parts = partsOf(text);
	if (!parts) return wrong(sentences.none);
	const read = readResultCode(parts.code, library, secret);
	if (!read.ok)
		return wrong(
			read.why === 'older'
				? `This code is of an older version of the questions. It says ${marks(read.gained)} of ${marks(read.full)} marks; the answers can’t be read any more.`
				: sentences[read.why]
		);
	const name = parts.name || unnamed(number);
	const id = String(number);
	const sat = {
		...{ id, student: id, name, n: 1, startedAt: null, submittedAt: null },
		...{ form: read.form, responses: read.responses }
	};
	return { number, text, name, sat };
}

const isWrong = (one: Read): one is WrongLine => 'sentence' in one;

/** The module that most of the papers are of. */
function mostCommon(sats: readonly Sat[]): string | undefined {
	const counts = new Map<string, number>();
	for (const { form } of sats) counts.set(form.module, (counts.get(form.module) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const same = (a: Sat, b: Sat) =>
	a.form.module === b.form.module &&
	a.form.seed === b.form.seed &&
	JSON.stringify(a.responses) === JSON.stringify(b.responses);

/** The paper that was pasted already; of two names, the same answers may well be two papers. */
const copyOf = (sat: Sat, isUnnamed: boolean, sats: readonly Sat[]) =>
	sats.find((one) => same(one, sat) && (isUnnamed || one.name === sat.name));

/**
 * Reads codes that were pasted, one a line, each with a name before it or without. What is no code of this quiz is told
 * apart, line by line. @param titleOf the title of a module or mixture
 */
export function readPasted(
	text: string,
	library: Library,
	secret: string,
	titleOf: (module: string) => string
): Pasted {
	const lines = text.split(/\r?\n/).map((line, at) => ({ line: line.trim(), number: at + 1 }));
	const filled = lines.filter(({ line }) => line !== '');
	const read = filled
		.slice(0, mostLines)
		.map(({ line, number }) => readLine(line, number, library, secret));
	const wrong = read.filter(isWrong);
	const right = read.filter((one): one is RightLine => !isWrong(one));
	const module = mostCommon(right.map(({ sat }) => sat));
	const sats: Sat[] = [];
	for (const { number, text, name, sat } of right) {
		const otherQuiz = sat.form.module !== module;
		const copy = copyOf(sat, name === unnamed(number), sats);
		if (otherQuiz) {
			const title = titleOf(sat.form.module);
			wrong.push({ number, text, sentence: `This code is of another quiz: ${title}.` });
		} else if (copy) {
			wrong.push({ number, text, sentence: `The same as line ${copy.id}: it counts once.` });
		} else sats.push(sat);
	}
	const over = filled[mostLines];
	if (over) wrong.push({ number: over.number, text: over.line, sentence: sentences.many });
	wrong.sort((a, b) => a.number - b.number);
	return { sats, wrong, module: module && titleOf(module) };
}
