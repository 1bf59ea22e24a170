import { LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { mapQuestions } from './map-questions.ts';
import type { Pack } from './pack.ts';
import type { Problem } from './problem.ts';
import { collections, relations, sourcebook } from './schema.ts';
import { inWords } from './schema-words.ts';

/** A file of a content pack: path within the pack and text. */
export interface ContentFile {
	path: string;
	text: string;
}

type Path = readonly PropertyKey[];
type Collection = keyof typeof collections;

/** Where a record, or a part of it, stands: file and line. */
export interface Places {
	at(kind: string, id: string, path?: Path): { file: string; line: number };
}

interface Parsed {
	file: string;
	/** The line of a path into the document; of the nearest parent when the path leads nowhere. */
	lineOf(path: Path): number;
	value: unknown;
}

function lineFinder(document: Document.Parsed, counter: LineCounter) {
	return (path: Path): number => {
		for (let depth = path.length; depth > 0; depth--) {
			const node = document.getIn(path.slice(0, depth), true) as { range?: number[] } | undefined;
			if (node?.range) return counter.linePos(node.range[0] ?? 0).line;
		}
		return 1;
	};
}

/** What a person has to mend: after the first fault in the form of a file the parser only stumbles on. */
function faultsOf(
	errors: readonly YAMLParseError[],
	file: string,
	text: string,
	counter: LineCounter
): Problem[] {
	const problem = (line: number, message: string): Problem => ({
		file,
		line,
		code: 'yaml',
		message
	});
	const isTwice = ({ code }: YAMLParseError) => code === 'DUPLICATE_KEY';
	const [first] = errors.filter((error) => !isTwice(error));
	const tab = first ? text.split('\n').findIndex((line) => /^ *\t/.test(line)) : -1;
	if (tab >= 0) return [problem(tab + 1, 'Tabs are not allowed as indentation: write spaces.')];
	return (first ? [first] : errors.filter(isTwice)).map(({ pos, code, message }) =>
		problem(counter.linePos(pos[0]).line, `${message} (${code.toLowerCase().replaceAll('_', ' ')})`)
	);
}

export function readYaml({ path, text }: ContentFile, problems: Problem[]): Parsed | undefined {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	problems.push(...faultsOf(document.errors, path, text, counter));
	if (document.errors.length > 0) return undefined;
	try {
		return { file: path, lineOf: lineFinder(document, counter), value: document.toJS() };
	} catch (error) {
		// An alias without its anchor is found only when the value is made.
		const { message } = error as Error;
		const alias = text.indexOf(`*${/: (\S+)$/.exec(message)?.[1] ?? ''}`);
		const { line } = counter.linePos(Math.max(0, alias));
		problems.push({ file: path, line, code: 'yaml', message });
		return undefined;
	}
}

const dotted = (path: Path) => path.map(String).join('.');

/** Where in a file something is wrong: the record by its id, so that an editor finds it by name, and what follows. */
function where(value: unknown, path: Path): string {
	const [first, ...rest] = path;
	const record = Array.isArray(value) && typeof first === 'number' ? value[first] : undefined;
	const id = (record as { id?: unknown } | undefined)?.id;
	if (typeof id !== 'string') return dotted(path) || 'the file';
	return [id, ...(rest.length > 0 ? [dotted(rest)] : [])].join(': ');
}

export function validate<S extends z.ZodType>(
	schema: S,
	{ file, lineOf, value }: Parsed,
	problems: Problem[]
): z.infer<S> | undefined {
	const result = schema.safeParse(value, { error: inWords });
	if (result.success) return result.data;
	for (const { path, message } of result.error.issues)
		problems.push({
			file,
			line: lineOf(path),
			code: 'schema',
			message: `${where(value, path)}: ${message}`
		});
	return undefined;
}

/** The collection a file belongs to, by its folder, or by its name at the top. */
const collectionOf = (path: string): Collection | undefined =>
	(Object.keys(collections) as Collection[]).find(
		(name) => path.startsWith(`${name}/`) || path === `${name}.yaml`
	);

/**
 * Reads the YAML files of a content pack. What cannot be read is left out and named in `problems`;
 * the pack holds the rest, so that one broken file does not hide what is wrong elsewhere.
 */
export function parsePack(files: ContentFile[]): {
	pack: Pack | undefined;
	places: Places;
	problems: Problem[];
} {
	const problems: Problem[] = [];
	const lists = { sources: [], entities: [], facts: [], modules: [], glossary: [] } as unknown as {
		[C in Collection]: z.infer<(typeof collections)[C]>;
	};
	const found = new Map<string, { parsed: Parsed; prefix: Path }>();
	let book: Pack['sourcebook'] | undefined;
	let sayings: Pack['relations'] | undefined;
	let asked: Pack['mapQuestions'];

	for (const file of files.filter(({ path }) => /\.ya?ml$/.test(path))) {
		const parsed = readYaml(file, problems);
		if (!parsed) continue;
		const collection = collectionOf(file.path);
		if (file.path === 'sourcebook.yaml') {
			book = validate(sourcebook, parsed, problems);
			found.set('sourcebook:', { parsed, prefix: [] });
		} else if (file.path === 'relations.yaml') {
			sayings = validate(relations, parsed, problems);
			for (const id of Object.keys(sayings ?? {}))
				found.set(`relations:${id}`, { parsed, prefix: [id] });
		} else if (file.path === 'map/questions.yaml') {
			asked = validate(mapQuestions, parsed, problems);
			found.set('map-questions:', { parsed, prefix: [] });
		} else if (collection) {
			const list = validate(collections[collection], parsed, problems) ?? [];
			list.forEach((one, position) => {
				const key = `${collection}:${one.id}`;
				const first = found.get(key);
				if (first)
					problems.push({
						file: file.path,
						line: parsed.lineOf([position, 'id']),
						code: 'duplicate-id',
						message: `"${one.id}" is already in ${first.parsed.file}: an id stands for one thing only.`
					});
				else {
					found.set(key, { parsed, prefix: [position] });
					(lists[collection] as unknown[]).push(one);
				}
			});
		}
	}
	for (const [name, there] of [
		['sourcebook.yaml', book],
		['relations.yaml', sayings]
	] as const)
		if (!there && !problems.some(({ file }) => file === name))
			problems.push({
				file: name,
				line: 0,
				code: 'missing-file',
				message: `A content pack needs ${name}.`
			});

	return {
		pack: book &&
			sayings && { sourcebook: book, relations: sayings, mapQuestions: asked, ...lists },
		places: {
			at(kind, id, path = []) {
				const place = found.get(`${kind}:${id}`);
				if (!place) return { file: kind, line: 0 };
				const { parsed, prefix } = place;
				return { file: parsed.file, line: parsed.lineOf([...prefix, ...path]) };
			}
		},
		problems
	};
}
