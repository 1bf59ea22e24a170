/** Something wrong in the content, said so that an editor can mend it. `code` is stable, `message` is a sentence. */
export interface Problem {
	file: string;
	/** 1-based; 0 when the whole file is meant. */
	line: number;
	code: string;
	message: string;
}

/** One line for the command line and for build logs: `file:line: code: sentence`; of a whole file, without a line. */
export const problemLine = ({ file, line, code, message }: Problem): string =>
	`${file}${line > 0 ? `:${line}` : ''}: ${code}: ${message}`;
