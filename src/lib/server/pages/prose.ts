import { readExplainers, type Explainer } from '#lib/explainers/explainer.ts';
import { readProse } from '#lib/explainers/prose.ts';

const files = Object.entries(
	import.meta.glob<string>(['/content/explainers/*.md', '/content/pages/*.md'], {
		query: '?raw',
		import: 'default',
		eager: true
	})
).map(([path, text]) => ({ path: path.replace(/^\/content\//, ''), text }));

/** Every explainer at every reading level, as its source has it. */
export const explainerTexts: readonly Explainer[] = readExplainers(files);

/** The level that lists, search and counts go by. */
export const standardTexts = explainerTexts.filter(({ level }) => level === 'standard');

/** All running text, without its marks. */
export const runningText = readProse(files);
