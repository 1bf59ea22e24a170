import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readAddress } from '../src/lib/report.ts';
import { openContent } from '../src/lib/server/open.ts';
import { problemLine } from '../src/lib/facts/problem.ts';

const name = 'virtual:content';

/**
 * Gives the app its content pack, checked, as `virtual:content`. A problem in the content stops the build with file and
 * line; in development it is shown in the browser until it is mended.
 */
export function content(folder: string): Plugin {
	return {
		name: 'content',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load(id) {
			if (id !== `\0${name}`) return undefined;
			const { files, index, problems } = openContent(folder);
			for (const { path } of files) this.addWatchFile(join(folder, path));
			if (!index || problems.length > 0) {
				const lines = problems.map((one) => problemLine({ ...one, file: join(folder, one.file) }));
				return this.error(`${problems.length} problems in the content:\n${lines.join('\n')}`);
			}
			const { report } = index.pack.sourcebook;
			const address = readAddress(process.env['SOURCEBOOK_REPORT_ADDRESS'] ?? report);
			if (address === undefined)
				return this.error(
					'The address for reports (SOURCEBOOK_REPORT_ADDRESS, or report in sourcebook.yaml) is neither an e-mail address nor the address of a web page.'
				);
			index.pack.sourcebook.report = address;
			// A string parses faster than an object literal.
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(index.pack))});`;
		}
	};
}
