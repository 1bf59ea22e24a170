import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

const contrast = ['color-contrast', 'color-contrast-enhanced'];

/** Also those that axe leaves out unless it is asked: of WCAG 2.2, of the level AAA, and those on trial. */
const everyRule = axe
	.getRules()
	.filter(({ tags }) => !tags.includes('deprecated'))
	.map(({ ruleId }) => ruleId);

/** Rows that are alike are judged once. */
const alike: ElementContext = {
	exclude: [
		['tbody tr:nth-child(n + 9)'],
		['main ul > li:nth-child(n + 13)'],
		['.passage:nth-of-type(n + 13)']
	]
};

const everything: ElementContext = { exclude: [] };

/** What axe finds on the page as it stands. @param options without rules, those that axe has on by itself */
const run = (
	page: Page,
	context: ElementContext,
	options: RunOptions
): Promise<AxeResults['violations']> =>
	page.evaluate(
		async ([context, options]) => {
			const { axe } = window as unknown as {
				axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
			};
			return (await axe.run(context, options)).violations;
		},
		[context, { resultTypes: ['violations'], ...options } as RunOptions] as const
	);

const told = (where: string, found: AxeResults['violations']) =>
	found.map(({ id, nodes }) => `${id} ${where}: ${nodes.length} × ${nodes[0]?.html}`);

/**
 * The faults at every width in light and dark. A colour scheme changes colours and nothing else, so that the second is
 * judged by its contrast alone.
 */
export async function faultsOf(page: Page, widths = [320, 768, 1280]): Promise<string[]> {
	await page.evaluate(axe.source);
	const faults = new Set<string>();
	for (const width of widths) {
		await page.setViewportSize({ width, height: 800 });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const runOnly = colorScheme === 'dark' ? contrast : everyRule;
			for (const fault of told(
				`at ${width} px, ${colorScheme}`,
				await run(page, alike, { runOnly })
			))
				faults.add(fault);
		}
	}
	return [...faults];
}

/**
 * The faults of everything on the page, of rows that are alike too, in light and dark, by the rules that axe has on by
 * itself; contrast alone in the dark, as above.
 */
export async function faultsOfAll(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await run(page, everything, {});
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await run(page, everything, { runOnly: ['color-contrast'] });
	return [...told('in light', light), ...told('in the dark', dark)];
}

/** By how many pixels the page is wider than a narrow phone. */
export async function tooWide(page: Page): Promise<number> {
	await page.setViewportSize({ width: 320, height: 640 });
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return Math.max(0, scrollWidth - clientWidth);
	});
}
