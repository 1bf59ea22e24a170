import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Index } from '#lib/facts/pack.ts';
import type { Form } from '#lib/forms/form.ts';
import { groups, mixtureName, readMixture } from '#lib/forms/mixed.ts';
import { readSeed, seedLength } from '#lib/forms/seed.ts';
import { mark } from '#lib/marking/mark.ts';
import type { Response } from '#lib/marking/response.ts';
import { packResponses, unpackResponses, type Fineness } from '#lib/marking/states.ts';
import { fromSigns, inGroups, readSigns, toSigns, withCheck } from './signs.ts';

/**
 * The result of a paper as a code that a reader gives to a teacher: paper, answers and score, signed by the server. From
 * its low end: the fields below, then the number of `packResponses`; after it 16 signs of HMAC-SHA-256 (80 bits) and the
 * check sign.
 */
const fields = {
	/** How finely the answers are held. */
	fineness: 2,
	/** A hash of the version of the bank, in which the paper has its wording. */
	version: 20,
	seed: 30,
	/** Tenths of a mark. */
	gained: 12,
	full: 8,
	/** Of a mixture; none for a module. */
	groups: 8,
	/** Among the modules, by their ids in order. */
	modules: 25
};
type Field = keyof typeof fields;
const names = Object.keys(fields) as Field[];
const headBits = BigInt(names.reduce((sum, name) => sum + fields[name], 0));
const finenesses: readonly Fineness[] = ['full', 'coarse'];
const macLength = 16;
/** 80 characters with a hyphen after every fifth sign. */
const mostSigns = 67;

function packHead(values: Record<Field, number>): bigint {
	let [head, shift] = [0n, 0n];
	for (const name of names) {
		if (values[name] < 0 || values[name] >= 2 ** fields[name])
			throw new Error(`${values[name]} is no ${name} of a result code`);
		head |= BigInt(values[name]) << shift;
		shift += BigInt(fields[name]);
	}
	return head;
}

function unpackHead(number: bigint): Record<Field, number> {
	let rest = number;
	const pairs = names.map((name) => {
		const value = Number(rest & ((1n << BigInt(fields[name])) - 1n));
		rest >>= BigInt(fields[name]);
		return [name, value] as const;
	});
	return Object.fromEntries(pairs) as Record<Field, number>;
}

const versionOf = (bank: string): number =>
	createHash('sha256').update(bank).digest().readUInt32BE() % 2 ** fields.version;

/** What of the modules and groups a paper is made from, as bits. */
const bitsOf = <T>(all: readonly T[], chosen: readonly T[]) =>
	all.reduce((bits, one, at) => bits + (chosen.includes(one) ? 2 ** at : 0), 0);
const chosenBy = <T>(all: readonly T[], bits: number) =>
	all.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1);
const moduleIds = ({ module }: Index) => [...module.keys()].sort();

function paperBits(name: string, index: Index) {
	const mixture = readMixture(name, index.module);
	const modules = mixture ? mixture.modules.map(({ id }) => id) : [name];
	return {
		modules: bitsOf(moduleIds(index), modules),
		groups: bitsOf(groups, mixture?.groups ?? [])
	};
}

/** The name of a module or a mixture; undefined when there is none of these bits. */
function paperName(head: Record<Field, number>, index: Index): string | undefined {
	const modules = chosenBy(moduleIds(index), head.modules)
		.map((id) => index.module.get(id))
		.filter((module) => module !== undefined);
	const chosen = chosenBy(groups, head.groups);
	const [first] = modules;
	if (!first || head.modules >= 2 ** index.module.size) return undefined;
	return modules.length === 1 && chosen.length === 0
		? first.id
		: mixtureName({ modules, groups: chosen }, index.module);
}

const macOf = (secret: string, signs: string): string => {
	const key = createHmac('sha256', secret).update('result code 1').digest();
	const bytes = createHmac('sha256', key).update(signs).digest().subarray(0, 10);
	return toSigns(BigInt(`0x${bytes.toString('hex')}`), macLength);
};

/** The marks of a paper, as a code holds them. */
const scoreOf = (form: Form, responses: readonly Response[]) => ({
	gained: Math.round(
		10 *
			form.items.reduce((sum, { item }, at) => {
				const response = responses[at];
				return sum + (response ? mark(item, response).gained : 0);
			}, 0)
	),
	full: form.items.reduce((sum, { marks }) => sum + marks, 0)
});

/** The code of a paper with its answers, at most 80 characters; undefined when a paper is too long for one. */
export function resultCode(
	form: Form,
	responses: readonly Response[],
	index: Index,
	secret: string
): string | undefined {
	const score = scoreOf(form, responses);
	for (const [fineness, name] of finenesses.entries()) {
		const { number, size } = packResponses(form, responses, name);
		const length = Math.ceil((Number(headBits) + (size - 1n).toString(2).length) / 5);
		if (length + macLength + 1 > mostSigns) continue;
		const head = packHead({
			...{ fineness, ...score },
			...{ version: versionOf(form.bank), seed: Number(fromSigns(form.seed)) },
			...paperBits(form.module, index)
		});
		const signs = toSigns(head | (number << headBits), length);
		return inGroups(withCheck(signs + macOf(secret, signs)));
	}
	return undefined;
}

/** What a code told, or why it tells nothing. */
export type ReadCode =
	| { ok: true; form: Form; responses: Response[] }
	/** A slip of whoever copied it. */
	| { ok: false; why: 'damaged' }
	/** Not signed by this server. */
	| { ok: false; why: 'forged' }
	/** The content has changed since: the score, in marks, is all that can be told. */
	| { ok: false; why: 'older'; gained: number; full: number };

const fewest = Math.ceil(Number(headBits) / 5) + macLength;

/** @param form the paper of a module and a seed, as the content has it now */
export function readResultCode(
	text: string,
	{ index, form }: { index: Index; form: (module: string, seed: string) => Form },
	secret: string
): ReadCode {
	const all = readSigns(text);
	if (!all || all.length < fewest || all.length >= mostSigns) return { ok: false, why: 'damaged' };
	const [signs, mac] = [all.slice(0, -macLength), all.slice(-macLength)];
	if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(secret, signs))))
		return { ok: false, why: 'forged' };
	const number = fromSigns(signs);
	const head = unpackHead(number);
	const older = { ok: false, why: 'older', gained: head.gained / 10, full: head.full } as const;
	const module = paperName(head, index);
	const seed = readSeed(toSigns(BigInt(head.seed), seedLength));
	const fineness = finenesses[head.fineness];
	if (!module || !seed || !fineness) return older;
	const paper = form(module, seed);
	if (versionOf(paper.bank) !== head.version) return older;
	const responses = unpackResponses(paper, number >> headBits, fineness);
	if (!responses) return older;
	const { gained, full } = scoreOf(paper, responses);
	const isSame = gained === head.gained && full === head.full;
	return isSame ? { ok: true, form: paper, responses } : older;
}
