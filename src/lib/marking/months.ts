/** Languages whose names of months are read; of names that mean two months the first language counts. */
const languages = ['en', 'hy', 'az', 'ru', 'tr', 'fr', 'de', 'ka', 'uk', 'fa-u-ca-gregory'];
const months = Array.from({ length: 12 }, (_, at) => at);
const plain = (name: string): string =>
	name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{M}.]/gu, '');

/** A month's names in a language: long and short, alone and within a date. */
function namesIn(language: string, month: number): string[] {
	const day = new Date(Date.UTC(2001, month, 1));
	return (['long', 'short'] as const).flatMap((style) => {
		const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
		const dated = new Intl.DateTimeFormat(language, {
			day: 'numeric',
			month: style,
			timeZone: 'UTC'
		});
		const within = dated.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
		return [alone.format(day), within].map(plain);
	});
}

let known: Map<string, number> | undefined;

function allNames(): Map<string, number> {
	const names = new Map<string, number>();
	for (const language of languages)
		for (const month of months)
			for (const name of namesIn(language, month))
				if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, month + 1);
	return names;
}

/** The English name of a month, 1 to 12. */
export const monthName = (month: number): string =>
	new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
		new Date(Date.UTC(2001, month - 1, 1))
	);

/** The month (1 to 12) of a name in a language that students may write in, or of how an English name begins; undefined for another word. */
export function monthNamed(text: string): number | undefined {
	known ??= allNames();
	const name = plain(text.trim());
	const exact = known.get(name);
	if (exact !== undefined || name.length < 3) return exact;
	const begun = months.filter((month) => plain(monthName(month + 1)).startsWith(name));
	return begun.length === 1 ? (begun[0] ?? 0) + 1 : undefined;
}
