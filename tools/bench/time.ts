/** Milliseconds that a run took: the best of several, and the one in the middle. */
export interface Timed<T> {
	best: number;
	median: number;
	result: T;
}

/** Runs something several times, the turns counted from 0. Garbage and other programs only ever add to a time. */
export function time<T>(runs: number, run: (turn: number) => T): Timed<T> {
	let result: T | undefined;
	const taken = Array.from({ length: runs }, (_, turn) => {
		const start = performance.now();
		result = run(turn);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	const [best = 0, median = 0] = [taken[0], taken[Math.floor(runs / 2)]];
	return { best, median, result: result as T };
}
