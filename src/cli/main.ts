import { parseArgs } from 'node:util';
import { ContentMissing } from '#lib/server/content.ts';
import { UsageError, type Arguments, type Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { balance } from './commands/balance.ts';
import { check } from './commands/check.ts';
import { flaws } from './commands/flaws.ts';
import { form } from './commands/form.ts';
import { items } from './commands/items.ts';
import { resetPassword } from './commands/reset-password.ts';
import { restore } from './commands/restore.ts';
import { verify } from './commands/verify.ts';

const commands: Record<string, Command> = {
	check,
	items,
	form,
	flaws,
	verify,
	balance,
	backup,
	restore,
	'reset-password': resetPassword
};

const content = {
	content: { type: 'string', value: 'DIR', help: 'read this content pack (default: content)' }
} as const;
const help = { help: { type: 'boolean', short: 'h', help: 'show this help' } } as const;

/** What a command takes, also what all take. */
const optionsOf = ({ options, onDatabase }: Command) => ({
	...options,
	...(onDatabase ? {} : content),
	...help
});

const optionLines = (command: Command) =>
	Object.entries(optionsOf(command))
		.map(([name, option]) => {
			const value = 'value' in option ? ` ${option.value}` : '';
			return `  ${`--${name}${value}`.padEnd(18)} ${option.help}`;
		})
		.join('\n');

const database = 'the database that DATABASE_URL names (default: data/sourcebook.db)';

const lines = (onDatabase: boolean) =>
	Object.entries(commands)
		.filter(([, command]) => (command.onDatabase ?? false) === onDatabase)
		.map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`)
		.join('\n');

const overview = () => `Usage: npx sourcebook <command> [options]

On the content; --content DIR names another pack than content/:
${lines(false)}

On ${database}:
${lines(true)}

Each takes --help. Exit status: 0 when all is well, 1 otherwise. Problems go to stderr, those of the content as
file:line: code: sentence.`;

const usage = (name: string, command: Command) => `Usage: npx sourcebook ${[
	name,
	command.positionals,
	'[options]'
]
	.filter(Boolean)
	.join(' ')}

${command.summary}${command.onDatabase ? `\n\nIt works on ${database}.` : ''}

${optionLines(command)}`;

type Parsed = Pick<Arguments, 'values' | 'positionals'>;

/** Runs the command line. Answers the exit status; throws only what is a bug. */
export async function main(argv: string[]): Promise<number> {
	const [name, ...rest] = argv;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		console.log(overview());
		return name === undefined ? 1 : 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		console.error(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
		return 1;
	}
	try {
		const options = Object.fromEntries(
			Object.entries(optionsOf(command)).map(([key, { type }]) => [key, { type }])
		);
		const { values, positionals }: Parsed = parseArgs({
			args: rest,
			options: { ...options, help: { type: 'boolean', short: 'h' } },
			allowPositionals: true
		});
		if (values['help']) {
			console.log(usage(name, command));
			return 0;
		}
		if (positionals.length > 0 && command.positionals === '')
			throw new UsageError(`${name} takes no "${positionals[0]}".`);
		return await command.run({
			content: (values['content'] as string | undefined) ?? 'content',
			values,
			positionals
		});
	} catch (error) {
		const wrongUse =
			error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
		if (!(error instanceof UsageError || error instanceof ContentMissing || wrongUse)) throw error;
		console.error(`${name}: ${(error as Error).message}`);
		console.error(`See npx sourcebook ${name} --help.`);
		return 1;
	}
}
