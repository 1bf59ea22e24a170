/** So many texts are kept at most: more than a bank has, and little to hold. */
const keptTexts = 50_000;

/** A function of a text that remembers its answers: options and stems recur a thousand times while a bank is written. */
export function remembered<R>(of: (text: string) => R): (text: string) => R {
	const known = new Map<string, R>();
	return (text) => {
		let answer = known.get(text);
		if (answer === undefined && !known.has(text)) {
			if (known.size >= keptTexts) known.clear();
			known.set(text, (answer = of(text)));
		}
		return answer as R;
	};
}
