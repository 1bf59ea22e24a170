import { masteryOf } from '#lib/practice/mastery.ts';
import { shownSeed } from '#lib/forms/seed.ts';
import type { Sat } from '#lib/practice/merge.ts';
import { make } from '../make.ts';
import { paperLines } from '../paper-line.ts';
import { satPapers } from '../sat.ts';
import { dateName } from './days.ts';
import { kept, type Kept } from './store.ts';
import { count, keepsNothing } from './words.ts';

const part = (page: ParentNode, name: string) => page.querySelector<HTMLElement>(`[data-${name}]`);

/** Marks the explainers that were read to their end, with the day. */
function showRead(page: ParentNode, { read }: Kept) {
	for (const line of page.querySelectorAll<HTMLElement>('[data-explainer]')) {
		const one = read.find(({ slug }) => slug === line.dataset['explainer']);
		const said = line.querySelector('[data-when]');
		if (one && said) said.textContent = `Read on ${dateName(one.at)}`;
	}
}

/** Fills in, topic by topic, how many questions were met and are known now. */
function showMastery(page: ParentNode, { reviews }: Kept) {
	const topics = masteryOf(reviews, Date.now());
	for (const row of page.querySelectorAll<HTMLElement>('[data-topic]')) {
		const one = topics.find(({ topic }) => topic === row.dataset['topic']);
		for (const name of ['met', 'known'] as const) {
			const cell = row.querySelector(`[data-${name}]`);
			if (cell) cell.textContent = String(one?.[name] ?? 0);
		}
	}
	const sum = (of: 'met' | 'known') => topics.reduce((total, one) => total + one[of], 0);
	const said = part(page, 'sum');
	if (!said) return;
	said.textContent =
		sum('met') === 0
			? 'None is in your reviews yet: answer one within an explainer, or keep those of a quiz when you see its result.'
			: `You have answered ${count(sum('met'), 'question')}. You are likely to know ${sum('known')} of them now.`;
}

function showPapers(page: ParentNode) {
	const list = part(page, 'papers');
	const papers = paperLines();
	if (list && papers.length > 0) list.replaceChildren(...papers);
}

const marks = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 1 });

function satLine({ paper, at, href, title, gained, full }: Sat): HTMLElement {
	const [module, part] = paper.split('?');
	const number = shownSeed(module?.split('/')[1] ?? '');
	const what = `${title}, paper ${number}${part ? ', what was missed' : ''}`;
	const link = make('a', { href }, what);
	return make(
		'li',
		{},
		link,
		make('span', { class: 'soft' }, `${marks(gained)} of ${marks(full)} marks, ${dateName(at)}`)
	);
}

/** Lists the papers that were handed in, with their results. */
function showSat(page: ParentNode) {
	const list = part(page, 'sat');
	const all = satPapers();
	if (list && all.length > 0) list.replaceChildren(...all.map(satLine));
}

/** Fills in what is kept on this device: what was read, answered, begun and handed in. */
export async function showProgress(page: HTMLElement) {
	showPapers(page);
	showSat(page);
	try {
		const all = await kept();
		showRead(page, all);
		showMastery(page, all);
	} catch {
		const said = part(page, 'sum');
		if (said) said.textContent = keepsNothing;
	}
}
