import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parseMap } from '../src/lib/facts/map.ts';
import { indexPack } from '../src/lib/facts/pack.ts';
import { parsePack } from '../src/lib/facts/parse.ts';
import { readContent } from '../src/lib/server/content.ts';
import { drawAtlas } from './map/atlas.ts';

const name = 'virtual:map';

/** What of a pack the map is drawn from: facts come to it on the page. */
const needed = /^(?:map|entities)\/|^(?:sourcebook|relations)\.yaml$/;

/**
 * Draws the map of a content pack as SVG path data and gives it to the app as `virtual:map`; the atlas and the library
 * that draws stay here. Problems are named by `virtual:content`, which checks the whole pack.
 */
export function map(folder: string): Plugin {
	return {
		name: 'map',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load(id) {
			if (id !== `\0${name}`) return undefined;
			const files = readContent(folder);
			for (const { path } of files) if (needed.test(path)) this.addWatchFile(join(folder, path));
			const { pack } = parsePack(files.filter(({ path }) => needed.test(path)));
			const { plan } = parseMap(files);
			const atlas = pack && plan ? drawAtlas(plan, indexPack(pack), files) : null;
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(atlas))});`;
		}
	};
}
