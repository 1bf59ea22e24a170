import type { Library } from '../library.ts';
import { marks } from '../pages/figures.ts';
import { readResultCode } from './result-code.ts';
import { givenIn, type Sat } from './sat.ts';

/** What codes are read by. */
type Papers = Pick<Library, 'index' | 'form'>;

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
	/** Papers that have the same wrong answers as another: each counts, but a code may have been passed on. */
	alike: string[];
	/** Title of that quiz's module or mixture; undefined when no code could be read. */
	module: string | undefined;
}

export const mostLines = 200;
/** Signs in groups of five: a code has at least seven groups. */
const codePattern =
	/(?:^|[\s:;,])([\p{L}\p{N}]{1,6}(?:\s?-\s?[\p{L}\p{N}]{1,6}){5,}|[\p{L}\p{N}]{36,})[\s-]*$/u;

/** Groups as chat programs and dictation write them: with blanks. Names of as many signs may stand before them. */
const blankPattern = /(?:^|\s)([\p{L}\p{N}-]{1,11}(?:\s+[\p{L}\p{N}-]{1,11}){5,})\s*$/u;
const leastSigns = 36;

interface Parts {
	name: string;
	code: string;
}

const partsAt = (plain: string, at: number, code: string): Parts => ({
	name: plain
		.slice(0, at)
		.replace(/[\s:;,]+$/, '')
		.trim(),
	code
});

/** Ways to read a line as a name and a code, the likeliest first; none when there is no code in it. */
function partsOf(text: string): Parts[] {
	const plain = text.replace(/[\u2010-\u2015\u2212_]/g, '-');
	const found = codePattern.exec(plain);
	if (found?.[1]) return [partsAt(plain, found.index, found[1])];
	const blank = blankPattern.exec(plain);
	const groups = blank?.[1] ?? '';
	const from = (blank?.index ?? 0) + (blank?.[0].indexOf(groups) ?? 0);
	return (
		[...groups.matchAll(/\S+/g)]
			.map(({ index }) => partsAt(plain, from + index, groups.slice(index)))
			// a third of the signs are figures: what has next to none is a sentence
			.filter(
				({ code }) => code.replace(/[\s-]/g, '').length >= leastSigns && /(?:\d.*){3}/.test(code)
			)
	);
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

function readLine(text: string, number: number, library: Papers, secret: string): Read {
	const wrong = (sentence: string): WrongLine => ({ number, text, sentence });
	const ways = partsOf(text).map((parts) => ({
		parts,
		read: readResultCode(parts.code, library, secret)
	}));
	const best = ways.find(({ read }) => read.ok || read.why === 'older') ?? ways[0];
	if (!best) return wrong(sentences.none);
	const { parts, read } = best;
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

/** Papers of one seed under two names with the same answers, some of them wrong: what is all right is rightly the same. */
function alikeIn(sats: readonly Sat[]): string[] {
	const missed = (sat: Sat) =>
		givenIn(sat).some(({ mark }) => mark.answered && mark.gained < mark.full);
	return sats.flatMap((sat, at) => {
		const other = sats.slice(0, at).find((one) => same(one, sat));
		return other && missed(sat)
			? `${sat.name} (line ${sat.id}) has the same answers as ${other.name} (line ${other.id}), the wrong ones, too.`
			: [];
	});
}

/**
 * Reads codes that were pasted, one a line, each with a name before it or without. What is no code of this quiz is told
 * apart, line by line. @param titleOf the title of a module or mixture
 */
export function readPasted(
	text: string,
	library: Papers,
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
	return { sats, wrong, alike: alikeIn(sats), module: module && titleOf(module) };
}
