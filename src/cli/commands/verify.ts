import { findQuotation, quotationsOf, type Quotation } from '#lib/facts/quotations.ts';
import { locatorText } from '#lib/facts/corroboration.ts';
import { group } from '#lib/facts/pack.ts';
import { readTexts } from '#lib/server/texts.ts';
import { openContent } from '#lib/server/open.ts';
import { UsageError, type Command } from '../command.ts';
import { printProblems } from '../problems.ts';

/** "12 by point, 3 by page" */
function placesNamed(quotations: readonly Quotation[]): string {
	const kinds = group(quotations, ({ place }) => Object.keys(place).slice(0, 1));
	return [...kinds].map(([kind, { length }]) => `${length} by ${kind}`).join(', ');
}

export const verify: Command = {
	summary: 'checks every quotation against the texts in DIR',
	positionals: 'DIR',
	options: {},
	run({ content, positionals: [folder, ...more] }) {
		if (folder === undefined || more.length > 0)
			throw new UsageError(
				'name one folder with the texts: SOURCE-ID.txt files, or .jsonl files of excerpts.'
			);
		const { index, places, problems } = openContent(content);
		if (!index) {
			printProblems({ folder: content, problems });
			return 1;
		}
		const texts = readTexts(folder);
		const quotations = quotationsOf(index.pack);
		const checked = quotations
			.filter(({ source }) => texts.has(source))
			.map((one) => ({ ...one, found: findQuotation(one, texts.get(one.source) ?? []) }));
		const wrong = checked.filter(({ found }) => found === 'missing' || found === 'elsewhere');
		const unplaced = checked.filter(({ found }) => found === 'unplaced');
		printProblems({
			folder: content,
			problems: wrong.map(({ kind, id, path, source, quote, place, found }) => ({
				...places.at(kind, id, path),
				code: found === 'missing' ? 'not-in-text' : 'not-in-place',
				message:
					found === 'missing'
						? `${id}: ${[source, locatorText(place)].join(' ').trim()} does not have "${quote}".`
						: `${id}: ${source} has "${quote}", but not in the place named: ${locatorText(place)}.`
			}))
		});
		const missing = new Set(quotations.map(({ source }) => source).filter((id) => !texts.has(id)));
		console.log(
			`${checked.length - wrong.length} of ${checked.length} quotations confirmed in ${texts.size} texts.`
		);
		if (unplaced.length > 0)
			console.log(
				`${unplaced.length} of them stand in their text, which doesn't tell whether at the place named (${placesNamed(unplaced)}).`
			);
		if (missing.size > 0)
			console.log(
				`${quotations.length - checked.length} quotations not checked: no text for ${missing.size} sources.`
			);
		if (checked.length === 0) console.error(`${folder} holds no text of any source cited.`);
		return wrong.length > 0 || checked.length === 0 ? 1 : 0;
	}
};
