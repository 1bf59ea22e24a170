/** The part of the `edtf` package that we use; it ships no types. */
declare module 'edtf' {
	interface Extended {
		type: string;
		/** First and last millisecond (UTC). */
		min: number;
		max: number;
	}
	/** @throws when the text is not EDTF */
	export default function edtf(text: string): Extended;
}
