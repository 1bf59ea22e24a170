import { mount } from 'svelte';
import Paper from '#lib/components/Paper.svelte';
import Result from '#lib/components/Result.svelte';
import { decodeResponses } from '#lib/marking/code.ts';
import type { Returned } from '#lib/papers/handin.ts';
import { groundsOf } from '#lib/papers/pack.ts';
import { paperPage } from '#lib/papers/paper.ts';
import { resultPage } from '#lib/papers/result.ts';
import { wirePaper } from '../paper.ts';
import { wireResult } from '../result.ts';
import { markPairs } from './mark-pairs.ts';
import type { KeptPaper } from './packs.ts';

const keptHere = 'This paper comes from the copy in your browser, and is marked there.';
const markedHere =
	'Marked in your browser, from its copy of the paper. The address of this page shows this result again, with a connection too, as long as the questions stay as they are.';

const siteTitle = () => document.querySelector('header .name')?.textContent.trim() ?? '';

/** Makes room for a page, and gives it its title. */
function clear(title: string): HTMLElement {
	const main = document.querySelector('main') ?? document.body;
	document.title = `${title} – ${siteTitle()}`;
	main.replaceChildren();
	return main;
}

/** Shows a paper in the place of what the page holds. */
export function showPaper(
	{ pack, form }: KeptPaper,
	only: number[] | undefined,
	returned?: Returned
) {
	const target = clear(`${returned ? 'Not handed in yet: ' : ''}Quiz: ${pack.title}`);
	const paper = paperPage(form, pack, only);
	mount(Paper, {
		target,
		props: { paper, returned, report: pack.report, title: siteTitle(), said: keptHere }
	});
	markPairs(target, pack.pairs);
	const made = target.querySelector<HTMLFormElement>('form[data-paper]');
	if (made) wirePaper(made);
	return made;
}

/** Shows a result in the place of what the page holds. @returns false when no such answers can have been given */
export function showResult(
	{ pack, form }: KeptPaper,
	code: string,
	only: number[] | undefined
): boolean {
	const responses = decodeResponses(form, code);
	if (!responses) return false;
	const target = clear(`Result: ${pack.title}`);
	const result = resultPage(form, responses, pack, groundsOf(pack), only);
	mount(Result, { target, props: { result, said: markedHere } });
	markPairs(target, pack.pairs);
	wireResult(target, `${form.module}/${form.seed}`);
	return true;
}
