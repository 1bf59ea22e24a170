const longest = 500;

/** What a reader was about to report, line by line, when no address is set up: src/lib/report.ts brings them here. */
export const load = ({ url }) => ({
	about: (url.searchParams.get('body') ?? '')
		.replace(/\nWhat is wrong: $/, '')
		.slice(0, longest)
		.trim()
});
