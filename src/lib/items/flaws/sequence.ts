import type { Checker } from './checker.ts';
import { valueOf } from './text.ts';

/** Dates, numbers, durations and the like must ascend, so that nobody has to search, and no key stands out by its place. */
export const outOfOrder: Checker = ({ options }) => {
	if (options.length < 2) return undefined;
	const values = options.flatMap((text) => valueOf(text) ?? []);
	const families = new Set(values.map(({ family }) => family));
	if (values.length < options.length || families.size > 1) return undefined;
	const at = values.findIndex(({ size }, i) => i > 0 && size < (values[i - 1]?.size ?? size));
	return at < 0
		? undefined
		: `"${options[at]}" stands after "${options[at - 1]}": let dates and numbers ascend`;
};
