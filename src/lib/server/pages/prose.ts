import { readExplainers, type Explainer } from '#lib/explainers/explainer.ts';

const files = import.meta.glob<string>('/content/explainers/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** Every explainer at every reading level, as its source has it. */
export const explainerTexts: readonly Explainer[] = readExplainers(
	Object.entries(files).map(([path, text]) => ({ path: path.replace(/^\/content\//, ''), text }))
);

/** The level that lists, search and counts go by. */
export const standardTexts = explainerTexts.filter(({ level }) => level === 'standard');
