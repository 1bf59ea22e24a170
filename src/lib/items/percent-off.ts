/** By how many per cent of the key an answer may be off, in whole per cent that are surely right; 0 where nothing else is. */
export const percentOff = ({ key, tolerance }: { key: number; tolerance: number }): number =>
	key === 0 ? 0 : Math.floor((100 * tolerance) / Math.abs(key) + 1e-6);
