import { mount } from 'svelte';
import Evidence from '#lib/components/Evidence.svelte';
import type { PaperPack } from '#lib/papers/pack.ts';
import { markPairs } from './mark-pairs.ts';

/** Addresses that links of this page lead to, and that start so. */
const linked = (start: string): string[] =>
	[...document.querySelectorAll<HTMLAnchorElement>(`a[href^="${start}"]`)].map(
		({ pathname }) => pathname
	);

async function textAt(address: string): Promise<string> {
	const response = await fetch(address).catch(() => undefined);
	return response?.ok ? response.text() : '';
}

/** The evidence of one explainer after the other, as this device keeps it. */
export async function* keptCards(): AsyncGenerator<DocumentFragment> {
	for (const path of linked('/explainers/')) {
		const template = document.createElement('template');
		template.innerHTML = await textAt(`${path}/evidence.html`); // our own server's fragment
		yield template.content;
	}
}

export const cardsIn = (page: DocumentFragment) => page.querySelectorAll<HTMLElement>('.evidence');

/** The card of a fact from the papers that this device keeps. */
async function packedCard(fact: string): Promise<HTMLElement | undefined> {
	for (const path of linked('/quiz/')) {
		const text = await textAt(`${path}/papers.json`);
		const pack = text ? (JSON.parse(text) as PaperPack) : undefined;
		const card = pack?.cards[fact];
		if (!pack || !card) continue;
		const target = document.createElement('div');
		mount(Evidence, {
			target,
			props: { card: { ...card, report: pack.report || '/report' }, id: 'card' }
		});
		markPairs(target, pack.pairs);
		return target.querySelector<HTMLElement>('.evidence') ?? undefined;
	}
	return undefined;
}

/** The card of a fact, to stand on a page of its own; undefined when this device has none. */
export async function wholeCard(fact: string): Promise<HTMLElement | undefined> {
	let found: HTMLElement | undefined;
	for await (const page of keptCards()) found ??= page.getElementById(`card-${fact}`) ?? undefined;
	const card = found ?? (await packedCard(fact));
	for (const name of ['popover', 'id', 'role', 'aria-label']) card?.removeAttribute(name);
	for (const own of card?.querySelectorAll(`.foot-row button, .foot-row a[href^="/facts/"]`) ?? [])
		own.remove();
	return card;
}
