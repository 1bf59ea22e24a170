/** The part of an address that names a reading level: the standard level has the plain address. */
export const standardIsPlain = (level: string): string | undefined =>
	level === 'standard' ? undefined : level;
