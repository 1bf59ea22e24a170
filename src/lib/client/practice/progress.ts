import { masteryOf } from '#lib/practice/mastery.ts';
import { begunPapers } from '../keep.ts';
import { paperLine } from '../waiting.ts';
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
			? 'No answer is kept on this device yet.'
			: `You have answered ${count(sum('met'), 'question')}. You are likely to know ${sum('known')} of them now.`;
}

function showPapers(page: ParentNode) {
	const list = part(page, 'papers');
	const papers = begunPapers();
	if (!list || papers.length === 0) return;
	list.replaceChildren(...papers.map(({ paper, begun }) => paperLine(paper, begun)));
}

/** Fills in what is kept on this device: what was read, answered and begun. */
export async function showProgress(page: HTMLElement) {
	showPapers(page);
	try {
		const all = await kept();
		showRead(page, all);
		showMastery(page, all);
	} catch {
		const said = part(page, 'sum');
		if (said) said.textContent = keepsNothing;
	}
}
