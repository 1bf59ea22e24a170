/** What the reader is told of what is kept, in one place. */
export const keepsNothing =
	'This browser keeps nothing for this site (its storage is switched off or full), so neither reviews nor progress can be kept. All else works.';

export const count = (number: number, one: string, several = `${one}s`): string =>
	`${number} ${number === 1 ? one : several}`;
