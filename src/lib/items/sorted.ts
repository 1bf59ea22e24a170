/**
 * How many members at the beginning of a list pass a test that all others fail, as in a list in order those before a day
 * do. Looks at few of them, however long the list is.
 */
export function countFirst<T>(list: readonly T[], passes: (one: T) => boolean): number {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (passes(list[middle] as T)) low = middle + 1;
		else high = middle;
	}
	return low;
}
