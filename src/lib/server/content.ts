import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from '../facts/parse.ts';

/** Every YAML, Markdown and GeoJSON file of a content folder, by path within it; generated schemas are left out. */
export function readContent(folder: string): ContentFile[] {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		throw new ContentMissing(`there is no content folder "${folder}"`);
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(?:ya?ml|md|geojson)$/.test(path))
		.sort()
		.map((path) => ({
			path: path.split(sep).join('/'),
			text: readFileSync(join(folder, path), 'utf8')
		}));
}

/** Said to whoever named the folder, without a stack trace. */
export class ContentMissing extends Error {}

/** A folder as a person would type it from here. */
export const shown = (folder: string): string => relative(process.cwd(), folder) || '.';
