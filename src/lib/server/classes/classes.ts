import { hashOfToken, newId, newToken } from '../storage/ids.ts';
import type { Class } from '../storage/tables.ts';
import { classFor, isRefusal, linkIds, teacherIds, type Who } from './access.ts';
import { newCode } from './codes.ts';
import type { Ground } from './ground.ts';
import { countTry, newClasses } from './limits.ts';
import { cleanName } from './names.ts';
import { done, refuse, type Code, type Done, type Result } from './result.ts';
import { isStale, useClass } from './unused.ts';

/** What a teacher says of a new class; all but the name can be left out. */
export interface NewClass {
	name: string;
	/** IANA name; default UTC. */
	timeZone?: string;
	names?: Class['names'];
	/** 1 to 500; default 60. */
	capacity?: number;
}

const usualCapacity = 60;
const mostCapacity = 500;

const isZone = (name: string): boolean => {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false; // a RangeError is how Intl says no
	}
};

/** What is wrong with a name, a zone and a capacity. */
function problemOf({ name, timeZone, capacity }: Partial<NewClass>): Code | undefined {
	if (name !== undefined && !cleanName(name)) return 'bad-name';
	if (timeZone !== undefined && !isZone(timeZone)) return 'bad-zone';
	if (capacity === undefined) return undefined;
	const fits = Number.isInteger(capacity) && capacity >= 1 && capacity <= mostCapacity;
	return fits ? undefined : 'bad-number';
}

/** Tries codes until one is free: of 86 million, the first is. */
async function insertClass({ store }: Ground, row: Omit<Class, 'code'>): Promise<Class> {
	for (;;) {
		const made = { ...row, code: newCode() };
		const kept = await store.change(async (db) => {
			await db
				.insertInto('class')
				.values(made)
				.onConflict((conflict) => conflict.doNothing())
				.execute();
			return db.selectFrom('class').selectAll().where('id', '=', row.id).executeTakeFirst();
		});
		if (kept) return kept;
	}
}

/**
 * Makes a class: of the teacher who is signed in, or, for anybody else, one with a private link.
 * @param address of the browser, for the limit
 * @returns the class; `link` is the token of the private link, which is shown once
 */
export async function createClass(
	ground: Ground,
	who: Who,
	wanted: NewClass,
	address: string
): Promise<Result<{ class: Class; link?: string }>> {
	const problem = problemOf(wanted);
	if (problem) return refuse(problem);
	const [owner] = teacherIds(who);
	if (owner === undefined) {
		const counted = await countTry(ground, newClasses, address);
		if (!counted.ok) return counted;
	}
	const link = owner === undefined ? newToken() : undefined;
	const made = await insertClass(ground, {
		id: newId(),
		name: cleanName(wanted.name) ?? '',
		owner_id: owner ?? null,
		link_hash: link === undefined ? null : hashOfToken(link),
		capacity: wanted.capacity ?? usualCapacity,
		time_zone: wanted.timeZone ?? 'UTC',
		names: wanted.names ?? 'own',
		joining_open: 1,
		created_at: ground.now(),
		used_at: ground.now(),
		warned_at: null
	});
	return { ok: true, class: made, ...(link !== undefined && { link }) };
}

/** The class of a private link, for a page that then lets its browser act as `{ link: class.id }`. */
export async function classOfLink({ store }: Ground, token: string): Promise<Class | undefined> {
	return store.read((db) =>
		db
			.selectFrom('class')
			.selectAll()
			.where('link_hash', '=', hashOfToken(token))
			.where('owner_id', 'is', null)
			.executeTakeFirst()
	);
}

/** A class for its teacher, who thereby uses it. */
export async function getClass(
	{ store, now }: Ground,
	who: Who,
	id: string
): Promise<Result<{ class: Class }>> {
	const found = await store.read((db) => classFor(db, who, id));
	if (isRefusal(found)) return found;
	if (isStale(found, now())) await store.change((db) => useClass(db, id, now()));
	return { ok: true, class: found };
}

/** The classes of a teacher, the newest first, with how many students have joined. */
export async function listClasses(
	{ store }: Ground,
	who: Who
): Promise<(Class & { students: number })[]> {
	const [teachers, links] = [teacherIds(who), linkIds(who)];
	if (teachers.length + links.length === 0) return [];
	const found = await store.read((db) =>
		db
			.selectFrom('class')
			.selectAll()
			.select((eb) =>
				eb
					.selectFrom('student')
					.select((one) => one.fn.countAll<number>().as('count'))
					.whereRef('student.class_id', '=', 'class.id')
					.where('joined_at', 'is not', null)
					.as('students')
			)
			.where((eb) =>
				eb.or([
					...(teachers.length > 0 ? [eb('owner_id', 'in', teachers)] : []),
					...(links.length > 0 ? [eb.and([eb('owner_id', 'is', null), eb('id', 'in', links)])] : [])
				])
			)
			.orderBy('created_at', 'desc')
			.execute()
	);
	return found.map((row) => ({ ...row, students: row.students ?? 0 }));
}

/** Changes what is given. */
export async function changeClass(
	{ store }: Ground,
	who: Who,
	id: string,
	wanted: Partial<NewClass> & { joiningOpen?: boolean }
): Promise<Done> {
	const problem = problemOf(wanted);
	if (problem) return refuse(problem);
	const { name, timeZone, names, capacity, joiningOpen } = wanted;
	return store.change(async (db) => {
		const found = await classFor(db, who, id);
		if (isRefusal(found)) return found;
		await db
			.updateTable('class')
			.set({
				name: name === undefined ? found.name : (cleanName(name) ?? found.name),
				time_zone: timeZone ?? found.time_zone,
				names: names ?? found.names,
				capacity: capacity ?? found.capacity,
				joining_open: joiningOpen === undefined ? found.joining_open : Number(joiningOpen)
			})
			.where('id', '=', id)
			.execute();
		return done;
	});
}

/** Gives the class a new code; the old one opens nothing any more. */
export async function renewCode(
	{ store }: Ground,
	who: Who,
	id: string
): Promise<Result<{ code: string }>> {
	for (;;) {
		const code = newCode();
		const answer = await store.change(async (db) => {
			const found = await classFor(db, who, id);
			if (isRefusal(found)) return found;
			const taken = await db
				.selectFrom('class')
				.select('id')
				.where('code', '=', code)
				.executeTakeFirst();
			if (taken) return undefined;
			await db.updateTable('class').set({ code }).where('id', '=', id).execute();
			return { ok: true as const, code };
		});
		if (answer) return answer;
	}
}

/** A new private link for a class without an owner; the old one opens nothing any more. */
export async function renewLink(
	{ store }: Ground,
	who: Who,
	id: string
): Promise<Result<{ link: string }>> {
	const link = newToken();
	return store.change(async (db) => {
		const found = await classFor(db, who, id);
		if (isRefusal(found)) return found;
		if (found.owner_id !== null) return refuse('has-owner');
		const link_hash = hashOfToken(link);
		await db.updateTable('class').set({ link_hash }).where('id', '=', id).execute();
		return { ok: true, link };
	});
}

/**
 * Gives every class whose link the browser holds to the teacher who is signed in; the links end.
 * @returns the ids of the classes that were claimed
 */
export async function claimClasses({ store }: Ground, who: Who): Promise<string[]> {
	const [owner] = teacherIds(who);
	const links = linkIds(who);
	if (owner === undefined || links.length === 0) return [];
	const claimed = await store.change((db) =>
		db
			.updateTable('class')
			.set({ owner_id: owner, link_hash: null })
			.where('id', 'in', links)
			.where('owner_id', 'is', null)
			.returning('id')
			.execute()
	);
	return claimed.map(({ id }) => id);
}
