/** Whether something of a reader's is kept that a page should speak of: reviews and progress, or a half-finished paper. */
export const paperKey = 'paper:';

/** A paper that was handed in. */
export const satKey = 'handed-in:';

/** Storage may be switched off or full: then nothing is kept, and nothing else breaks. */
export function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}

/** The data base holds something of the reader's; see practice/hint.ts. */
export const hasPractice = () => attempt(() => localStorage.getItem('practice')) != null;

const hasKey = (start: string) =>
	attempt(() => Object.keys(localStorage).some((key) => key.startsWith(start))) ?? false;
export const hasPaper = () => hasKey(paperKey);
export const hasSat = () => hasKey(satKey);
