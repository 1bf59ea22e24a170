/** States that are no more, which Intl does not name. */
const former = ['Prussia', 'Persia', 'Siam', 'Ceylon', 'Rhodesia', 'Zaire', 'Yugoslavia'];

const codes = Array.from({ length: 26 * 26 }, (_, at) =>
	String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))
);

let known: string[] | undefined;

/** The English names of all states and territories: who types one of them means it, however near it is to another name. */
export function stateNames(): readonly string[] {
	if (!known) {
		const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
		known = [...new Set(codes.flatMap((code) => names.of(code) ?? [])), ...former];
	}
	return known;
}
