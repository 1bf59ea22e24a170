import type { ParseArgsConfig } from 'node:util';

/** One command of the command line. `run` prints, and answers the exit status. */
export interface Command {
	/** One line for the list of commands. */
	summary: string;
	/** After the command's name: "DIR", "[FILE]". */
	positionals: string;
	options: Record<string, CommandOption>;
	/** It works on the database, and reads no content pack. */
	onDatabase?: boolean;
	run(args: Arguments): number | Promise<number>;
}

export type CommandOption = NonNullable<ParseArgsConfig['options']>[string] & {
	/** What it does, and the name of its value in capitals. */
	help: string;
	value?: string;
};

export interface Arguments {
	content: string;
	values: Record<string, string | boolean | undefined>;
	positionals: string[];
}

/** Wrong use of a command: said in a sentence, with exit status 1. */
export class UsageError extends Error {}
