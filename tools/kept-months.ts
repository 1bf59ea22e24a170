const usual = '18';

/**
 * For how many months a class is kept that nobody uses, from SOURCEBOOK_KEPT_MONTHS. It is fixed when the site is built:
 * so the privacy page says what the server does. @throws when it is no whole number from 1 to 120
 */
export function keptMonths({ SOURCEBOOK_KEPT_MONTHS: typed }: NodeJS.ProcessEnv): number {
	const months = Number(typed || usual);
	if (Number.isInteger(months) && months >= 1 && months <= 120) return months;
	throw new Error(`SOURCEBOOK_KEPT_MONTHS must be a whole number from 1 to 120, not “${typed}”.`);
}
