import { z } from 'zod';
import { parseDate } from '../dates.ts';

/** What every family of records uses: ids, dates, and the scales by which facts and items are judged. */

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = z
	.string()
	.regex(idPattern, { error: 'an id is lower-case words joined by hyphens' });

/** A day, month, year or interval in EDTF (ISO 8601-2), such as 2022-09-14, 2022-09, 1923 or 2022-09/2022-10. */
export const edtfDate = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.refine((text) => parseDate(text) !== undefined, {
		error:
			'not an EDTF date: write 2022-09-14, 2022-09, 2022 or an interval such as 2022-09/2022-10'
	});

export const standing = z.enum(['established', 'attributed', 'contested']);
export const level = z.enum(['recall', 'understanding', 'source-reasoning']);

export type Standing = z.infer<typeof standing>;
export type Level = z.infer<typeof level>;
