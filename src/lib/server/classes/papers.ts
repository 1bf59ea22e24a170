import { assemble } from '#lib/forms/assemble.ts';
import { arrange } from '#lib/forms/arrange.ts';
import { exclude } from '#lib/forms/conflicts.ts';
import type { Measured } from '#lib/forms/expectation.ts';
import type { Form } from '#lib/forms/form.ts';
import { drawFrom } from '#lib/forms/seed.ts';
import { arrangeable, type Feedback } from '#lib/forms/select.ts';
import type { Item } from '#lib/items/item.ts';
import { fullMark } from '#lib/items/parts.ts';
import type { Assignment } from '../storage/tables.ts';
import { planOf, type Choice, type Plan } from './choice.ts';
import type { Ground } from './ground.ts';

/** An item taken off a paper, and the one that the teacher would rather have. */
export interface Swap {
	out: string;
	in: string;
}

/** What of an assignment makes its papers. */
export interface Setting {
	choice: Choice;
	pinned: readonly string[];
	swapped: readonly Swap[];
	feedback: Assignment['feedback'];
}

export const settingOf = (row: Assignment): Setting => ({
	choice: JSON.parse(row.choice) as Choice,
	pinned: JSON.parse(row.pinned) as string[],
	swapped: JSON.parse(row.swapped) as Swap[],
	feedback: row.feedback
});

/** Only feedback after each item asks for an order in which none tells a later one. */
const orderFor = (feedback: Assignment['feedback']): Feedback =>
	feedback === 'at-once' ? 'at-once' : 'at-end';

const poolOf = ({ bank, module }: Plan): Item[] =>
	bank.items.filter(({ topic }) => module.blueprint.topics.includes(topic));

/** A paper with another item in place of one; undefined when that gives something away. */
function exchanged(items: Item[], at: number, item: Item, order: Feedback): Item[] | undefined {
	const rest = items.toSpliced(at, 1);
	if (rest.some((other) => other.id === item.id || exclude(other, item))) return undefined;
	return arrangeable(items.toSpliced(at, 1, item), order);
}

/** What may stand in place of an item: others of its level that fit, its own kind first, in an order of chance. */
export function substitutes(
	items: Item[],
	at: number,
	pool: readonly Item[],
	order: Feedback,
	seed: string
): Item[] {
	const old = items[at];
	if (!old) return [];
	const drawn = drawFrom(`${seed}/${old.id}`)
		.shuffle(pool)
		.filter(({ level }) => level === old.level);
	const own = drawn.filter(({ kind }) => kind === old.kind);
	return [...own, ...drawn.filter(({ kind }) => kind !== old.kind)].filter(
		(item) => item.id !== old.id && exchanged(items, at, item, order)
	);
}

/** Puts every swapped item's substitute in its place: the one wished for, or where it does not fit, one that does. */
function swap(items: Item[], { swapped }: Setting, pool: Item[], order: Feedback, seed: string) {
	const unwanted = new Set(swapped.map(({ out }) => out));
	const left = pool.filter(({ id }) => !unwanted.has(id));
	let paper = items;
	for (const wish of swapped) {
		const at = paper.findIndex(({ id }) => id === wish.out);
		if (at < 0) continue;
		const wished = left.find(({ id }) => id === wish.in);
		const fits = wished && exchanged(paper, at, wished, order);
		const other = fits ? undefined : substitutes(paper, at, left, order, seed)[0];
		paper = fits ?? (other && exchanged(paper, at, other, order)) ?? paper;
	}
	return paper;
}

/** Puts every pinned item on the paper, in place of one of its level if that can be. `lacks` are those that could not be. */
function pin(items: Item[], { pinned }: Setting, pool: Item[], order: Feedback) {
	let paper = items;
	const lacks: string[] = [];
	for (const id of pinned) {
		const item = pool.find((one) => one.id === id);
		if (!item || paper.some((one) => one.id === id)) continue;
		const places = paper
			.map((_, at) => at)
			.filter((at) => !pinned.includes(paper[at]?.id ?? ''))
			.sort(
				(a, b) => Number(paper[b]?.level === item.level) - Number(paper[a]?.level === item.level)
			);
		const changed = places.map((at) => exchanged(paper, at, item, order)).find(Boolean);
		if (changed) paper = changed;
		else lacks.push(id);
	}
	return { paper, lacks };
}

/** The paper that one draw gives, with the teacher's wishes; `unmet` are those that this draw has no place for. */
function draw(
	plan: Plan,
	setting: Setting,
	seed: string,
	measured: Measured | undefined
): { form: Form; unmet: string[] } {
	const order = orderFor(setting.feedback);
	const form = assemble(plan.bank, plan.module, seed, {
		feedback: order,
		...(measured && { measured })
	});
	if (setting.swapped.length + setting.pinned.length === 0) return { form, unmet: [] };
	const pool = poolOf(plan);
	const original = new Map(pool.map((item) => [item.id, item]));
	const arranged = new Map(form.items.map((entry) => [entry.item.id, entry]));
	const drawn = form.items.flatMap(({ item }) => original.get(item.id) ?? []);
	const { paper, lacks } = pin(swap(drawn, setting, pool, order, seed), setting, pool, order);
	const items = paper.map(
		(item) =>
			arranged.get(item.id) ?? {
				item: arrange(item, drawFrom(`${seed}/${item.id}`), []),
				marks: fullMark(item)
			}
	);
	const unwanted = setting.swapped.filter((wish) => paper.some(({ id }) => id === wish.out));
	return { form: { ...form, items }, unmet: [...lacks, ...unwanted.map((wish) => wish.out)] };
}

const mostDraws = 32;

/**
 * The paper of a setting and a seed, from the bank as it is now, balanced by measured facilities (see `measuredAt`) where
 * there are any: the same for the same four. Where a draw has no place
 * for a wish, another is made from the same seed. `lacks` names wishes that no draw could meet, and what the bank cannot
 * give. Undefined when a module of the choice is no longer there.
 */
export function makePaper(
	ground: Pick<Ground, 'content'>,
	setting: Setting,
	seed: string,
	measured?: Measured
): Form | undefined {
	const plan = planOf(setting.choice, ground.content());
	if (!plan) return undefined;
	let made = draw(plan, setting, seed, measured);
	for (let turn = 1; turn < mostDraws && made.unmet.length > 0; turn++)
		made = draw(plan, setting, `${seed}/${turn}`, measured);
	return { ...made.form, seed, lacks: [...made.form.lacks, ...made.unmet] };
}

/** What may stand in place of an item on a paper, the best first: at most `most`. */
export function alternatives(
	ground: Ground,
	setting: Setting,
	form: Form,
	id: string,
	most = 12
): Item[] {
	const plan = planOf(setting.choice, ground.content());
	const at = form.items.findIndex(({ item }) => item.id === id);
	if (!plan || at < 0) return [];
	const pool = poolOf(plan);
	const items = form.items.map(({ item }) => pool.find((one) => one.id === item.id) ?? item);
	return substitutes(items, at, pool, orderFor(setting.feedback), form.seed).slice(0, most);
}
