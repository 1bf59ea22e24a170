import { loadedWords } from '../facts/checks/context.ts';
import type { Index } from '../facts/pack.ts';
import type { Problem } from '../facts/problem.ts';
import { formatOf, kinds, type Format, type Item } from '../items/item.ts';
import {
	bindingPattern,
	boundFacts,
	fileOf,
	proseOf,
	recalledItems,
	type Explainer,
	type ReadingLevel
} from './explainer.ts';
import { namesOf, type Naming } from './names.ts';
import { gradeOf } from './readability.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Words, and Flesch-Kincaid grade, that an explainer of a level may have. */
export const bounds: Record<ReadingLevel, { words: [number, number]; grade: [number, number] }> = {
	brief: { words: [250, 600], grade: [5, 7] },
	standard: { words: [300, 600], grade: [8, 10] },
	depth: { words: [350, 750], grade: [11, 13] }
};

/** Formats whose stem stands alone, so that the answer can be folded under it in running text. */
export const recallFormats: readonly Format[] = ['choice', 'multiple', 'date', 'number', 'short'];
const recallCount = [2, 3] as const;
const summarySentences = 3;

/** Length and reading grade of an explainer; headings and prompts don't count. */
export interface Measure {
	words: number;
	grade: number;
}

const proseParagraphs = ({ paragraphs }: Explainer) =>
	paragraphs.filter(({ kind }) => kind === 'prose');

export function measure(explainer: Explainer, naming: Naming): Measure {
	const prose = proseParagraphs(explainer).map(({ text }) => proseOf(text));
	return { words: prose.flatMap(wordsOf).length, grade: gradeOf(prose, naming.isName) };
}

/** What a check of one explainer is given. */
interface Context {
	explainer: Explainer;
	index: Index;
	items: ReadonlyMap<string, Item>;
	naming: Naming;
	say(line: number, code: string, message: string): void;
}

/** Every claim is bound, to a fact that exists. Problems name the line on which the paragraph begins. */
function checkBindings({ explainer, index, naming, say }: Context): void {
	for (const { line, text } of proseParagraphs(explainer)) {
		for (const [, , id = ''] of text.matchAll(bindingPattern))
			if (!index.fact.has(id))
				say(line, 'unknown-fact', `there is no fact "${id}": mend the link, or write the fact.`);
		// A binding leaves an invisible mark, so that a bound sentence is known once its links are text.
		const marked = text.replace(bindingPattern, '$1\u2060').replace(/[*_`]/g, '');
		for (const sentence of sentencesOf(marked)) {
			if (sentence.includes('\u2060')) continue;
			const [claim] = naming.claimsIn(proseOf(sentence));
			if (claim !== undefined)
				say(
					line,
					'unbound-sentence',
					`"${sentence.slice(0, 60)}…" names ${claim}: bind the claim to its fact, [words](fact:id).`
				);
		}
		for (const word of loadedWords(proseOf(text), index.pack.sourcebook.loaded))
			say(
				line,
				'loaded-word',
				`"${word}" takes a side; use neutral words, or quote it with its speaker.`
			);
	}
}

/** Length, grade, and the summary on top. */
function checkShape({ explainer, naming, say }: Context): void {
	const { words, grade } = measure(explainer, naming);
	const { words: length, grade: grades } = bounds[explainer.level];
	if (words < length[0] || words > length[1])
		say(1, 'length', `${words} words; ${explainer.level} has ${length.join(' to ')}.`);
	if (!(grade >= grades[0] && grade <= grades[1]))
		say(
			1,
			'grade',
			`Flesch-Kincaid grade ${grade.toFixed(1)}; ${explainer.level} lies from ${grades.join(' to ')}.`
		);
	const [summary] = explainer.paragraphs;
	const sentences = summary?.kind === 'prose' ? sentencesOf(proseOf(summary.text)).length : 0;
	if (sentences !== summarySentences)
		say(
			summary?.line ?? 1,
			'summary',
			`the first paragraph is the summary: ${summarySentences} sentences, not ${sentences}.`
		);
}

/** Prompts to recall: so many, each an item of the bank that can be answered in the text. */
function checkRecall({ explainer, items, say }: Context): void {
	for (const { line, text } of explainer.paragraphs.filter(({ kind }) => kind === 'recall')) {
		const [id = ''] = recalledItems({ ...explainer, paragraphs: [{ line, text, kind: 'recall' }] });
		const item = items.get(id);
		if (!item) say(line, 'unknown-item', `the bank has no item "${id}": see npx sourcebook items.`);
		else if (!recallFormats.includes(formatOf[item.kind]))
			say(
				line,
				'recall-kind',
				`"${id}" is of kind ${item.kind}; take ${kinds.filter((kind) => recallFormats.includes(formatOf[kind])).join(', ')}.`
			);
	}
	const count = recalledItems(explainer).length;
	if (count < recallCount[0] || count > recallCount[1])
		say(
			1,
			'recall-count',
			`${count} prompts to recall; an explainer has ${recallCount.join(' or ')}.`
		);
}

function checkTerms({ explainer, index, say }: Context): void {
	const known = new Set(index.pack.glossary.map(({ id }) => id));
	for (const term of explainer.meta?.terms ?? [])
		if (!known.has(term)) say(1, 'unknown-term', `the glossary has no term "${term}".`);
}

const headingsOf = ({ paragraphs }: Explainer): string =>
	paragraphs
		.filter(({ kind }) => kind === 'heading')
		.map(({ text }) => text)
		.join('\n');

/** The levels of one explainer say the same: facts, headings, prompts and front matter agree with the standard level. */
function checkLevels({ explainer, say }: Context, standard: Explainer | undefined): void {
	if (!standard) return; // named as missing-level
	const [mine, theirs] = [boundFacts(explainer), boundFacts(standard)];
	for (const id of theirs.filter((id) => !mine.includes(id)))
		say(1, 'level-differs', `it does not bind ${id}, as ${standard.file} does.`);
	for (const id of mine.filter((id) => !theirs.includes(id)))
		say(1, 'level-differs', `it binds ${id}, which ${standard.file} does not.`);
	if (headingsOf(explainer) !== headingsOf(standard))
		say(1, 'level-differs', `its headings are not those of ${standard.file}.`);
	if (recalledItems(explainer).join() !== recalledItems(standard).join())
		say(1, 'level-differs', `its prompts to recall are not those of ${standard.file}.`);
	const unread = explainer.metaProblem ?? standard.metaProblem; // named as front-matter
	if (unread === undefined && JSON.stringify(explainer.meta) !== JSON.stringify(standard.meta))
		say(1, 'level-differs', `its front matter is not that of ${standard.file}.`);
}

/** A level at which one explainer is written is wanted of all. */
function missingLevels(explainers: readonly Explainer[]): Problem[] {
	const levels = new Set(explainers.map(({ level }) => level));
	const written = new Set(explainers.map(({ file }) => file));
	const ids = [...new Set(explainers.map(({ id }) => id))];
	return ids.flatMap((id) =>
		[...levels]
			.map((level) => ({ level, file: fileOf(id, level) }))
			.filter(({ file }) => !written.has(file))
			.map(({ level, file }) => ({
				file,
				line: 0,
				code: 'missing-level',
				message: `${id} has no ${level} level: write it, with the facts and headings of the others.`
			}))
	);
}

/**
 * Checks explainers against facts and items: bindings, length, grade, summary, prompts, terms, that the levels of one
 * explainer agree, and that every module has its explainers.
 */
export function checkExplainers(
	explainers: readonly Explainer[],
	index: Index,
	items: ReadonlyMap<string, Item>
): Problem[] {
	const naming = namesOf(index.pack);
	const problems: Problem[] = [];
	const byFile = new Map(explainers.map((one) => [one.file, one]));
	const written = new Set(explainers.map(({ id }) => id));
	for (const explainer of explainers) {
		const { file, id, level } = explainer;
		const say = (line: number, code: string, message: string) =>
			problems.push({ file, line, code, message });
		if (explainer.metaProblem !== undefined) {
			// Without its front matter a text can't be told from it: the rest is checked once that is mended.
			say(1, 'front-matter', `${explainer.metaProblem}.`);
			continue;
		}
		const context = { explainer, index, items, naming, say };
		for (const check of [checkBindings, checkShape, checkRecall, checkTerms]) check(context);
		if (level !== 'standard') checkLevels(context, byFile.get(fileOf(id, 'standard')));
	}
	problems.push(...missingLevels(explainers));
	const wanted = new Set(index.pack.modules.flatMap(({ explainers: needed }) => needed));
	for (const { id, file } of explainers.filter(({ id }) => !wanted.has(id)))
		problems.push({
			file,
			line: 1,
			code: 'orphan-explainer',
			message: `no module names ${id}: name it in modules/, or take it out.`
		});
	for (const { id, explainers: needed } of index.pack.modules)
		for (const name of needed.filter((one) => !written.has(one)))
			problems.push({
				file: fileOf(name, 'standard'),
				line: 0,
				code: 'missing-explainer',
				message: `module ${id} needs it.`
			});
	return problems;
}
