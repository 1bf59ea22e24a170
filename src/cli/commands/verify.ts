import { quotationsOf, holdsQuotation } from '#lib/facts/quotations.ts';
import { readTexts } from '#lib/server/texts.ts';
import { UsageError, type Command } from '../command.ts';
import { openContent, printProblems } from '../content.ts';

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
		const checked = quotations.filter(({ source }) => texts.has(source));
		const wrong = checked.filter(
			(one) => !texts.get(one.source)?.some((text) => holdsQuotation(one, text))
		);
		printProblems({
			folder: content,
			problems: wrong.map(({ kind, id, path, source, paragraph, quote }) => ({
				...places.at(kind, id, path),
				code: 'not-in-text',
				message: `${id}: ${source}${paragraph === undefined ? '' : ` ¶ ${paragraph}`} does not have "${quote}".`
			}))
		});
		const missing = new Set(quotations.map(({ source }) => source).filter((id) => !texts.has(id)));
		console.log(
			`${checked.length - wrong.length} of ${checked.length} quotations confirmed in ${texts.size} texts.`
		);
		if (missing.size > 0)
			console.log(
				`${quotations.length - checked.length} quotations not checked: no text for ${missing.size} sources.`
			);
		if (checked.length === 0) console.error(`${folder} holds no text of any source cited.`);
		return wrong.length > 0 || checked.length === 0 ? 1 : 0;
	}
};
