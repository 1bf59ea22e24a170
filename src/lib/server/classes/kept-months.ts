/** For how many months a class is kept that nobody uses: put in by tools/kept-months.ts. */
export const keptMonths: number = KEPT_MONTHS;
