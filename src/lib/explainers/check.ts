import type { Index } from '../facts/pack.ts';
import type { Problem } from '../facts/problem.ts';
import { loadedWords } from '../facts/checks/context.ts';
import { bindingPattern, proseOf, type Explainer } from './explainer.ts';
import { namesOf, type Naming } from './names.ts';
import { gradeOf } from './readability.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

export const wordRange = [300, 600] as const;
export const gradeRange = [8, 10] as const;

/** Length and reading grade of an explainer; headings don't count. */
export interface Measure {
	id: string;
	words: number;
	grade: number;
}

export function measure(explainer: Explainer, naming: Naming): Measure {
	const prose = explainer.paragraphs
		.filter(({ heading }) => !heading)
		.map(({ text }) => proseOf(text));
	return {
		id: explainer.id,
		words: prose.flatMap(wordsOf).length,
		grade: gradeOf(prose, naming.isName)
	};
}

/** The line of a character of a paragraph is its first line: paragraphs are short. */
function checkBindings(explainer: Explainer, index: Index, naming: Naming): Problem[] {
	const { file } = explainer;
	return explainer.paragraphs
		.filter(({ heading }) => !heading)
		.flatMap(({ line, text }) => {
			const problems: Problem[] = [];
			for (const [, , id = ''] of text.matchAll(bindingPattern))
				if (!index.fact.has(id))
					problems.push({
						file,
						line,
						code: 'unknown-fact',
						message: `there is no fact "${id}": mend the link, or write the fact.`
					});
			// A binding's brackets go, its target stays as a mark that no sentence splitter trips over.
			const marked = text.replace(bindingPattern, '$1\u2060').replace(/[*_`]/g, '');
			for (const sentence of sentencesOf(marked)) {
				if (sentence.includes('\u2060')) continue;
				const [claim] = naming.claimsIn(proseOf(sentence));
				if (claim !== undefined)
					problems.push({
						file,
						line,
						code: 'unbound-sentence',
						message: `"${sentence.slice(0, 60)}…" names ${claim}: bind the claim to its fact, [words](fact:id).`
					});
			}
			for (const word of loadedWords(proseOf(text), index.pack.sourcebook.loaded))
				problems.push({
					file,
					line,
					code: 'loaded-word',
					message: `"${word}" takes a side; use neutral words, or quote it with its speaker.`
				});
			return problems;
		});
}

/** Checks explainers against the facts: bindings, length, reading grade, and that every module has its explainers. */
export function checkExplainers(explainers: readonly Explainer[], index: Index): Problem[] {
	const naming = namesOf(index.pack);
	const problems = explainers.flatMap((explainer) => {
		const { file, metaProblem } = explainer;
		const found = checkBindings(explainer, index, naming);
		const say = (code: string, message: string) => found.push({ file, line: 1, code, message });
		if (metaProblem !== undefined) say('front-matter', `${metaProblem}.`);
		const { words, grade } = measure(explainer, naming);
		if (words < wordRange[0] || words > wordRange[1])
			say('length', `${words} words; an explainer has ${wordRange.join(' to ')}.`);
		if (!(grade >= gradeRange[0] && grade <= gradeRange[1]))
			say(
				'grade',
				`Flesch-Kincaid grade ${grade.toFixed(1)}; it should lie from ${gradeRange.join(' to ')}.`
			);
		return found;
	});
	const known = new Set(explainers.map(({ id }) => id));
	for (const { id, explainers: needed } of index.pack.modules)
		for (const missing of needed.filter((one) => !known.has(one)))
			problems.push({
				file: `explainers/${missing}.md`,
				line: 0,
				code: 'missing-explainer',
				message: `module ${id} needs it.`
			});
	return problems;
}
