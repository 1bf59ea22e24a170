import { hashOfToken, newId, newToken } from '../storage/ids.ts';
import type { Class, Student } from '../storage/tables.ts';
import { isRefusal } from './access.ts';
import { readCode } from './codes.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { countTry, isUsedUp, joining, phrases, phrasesAnywhere, wrongCodes } from './limits.ts';
import { cleanName, nameKey } from './names.ts';
import { newPhrase, readPhrase } from './phrases.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { serverSecret } from './secret.ts';
import { hashOfPhrase } from './students.ts';
import { useClass } from './unused.ts';

/** What a browser gets that joined or came back: the token for its cookie. */
export interface SignedIn {
	student: Student;
	token: string;
}

/** The class of a code, as a visitor may see it: names of the list that nobody took yet, when there is a list. */
export async function classOfCode(
	ground: Ground,
	typed: string,
	address: string
): Promise<Result<{ class: Class; free: string[] }>> {
	if (await isUsedUp(ground, wrongCodes, address)) return refuse('too-many-tries');
	const code = readCode(typed);
	const found = code && (await ground.store.read((db) => classAt(db, code)));
	if (!found) {
		const counted = await countTry(ground, wrongCodes, address);
		return counted.ok ? refuse('wrong-code') : counted;
	}
	if (found.names === 'own') return { ok: true, class: found, free: [] };
	const free = await ground.store.read((db) =>
		db
			.selectFrom('student')
			.select('name')
			.where('class_id', '=', found.id)
			.where('on_list', '=', 1)
			.where('joined_at', 'is', null)
			.orderBy('name_key')
			.execute()
	);
	return { ok: true, class: found, free: free.map(({ name }) => name) };
}

const classAt = (db: Db, code: string) =>
	db.selectFrom('class').selectAll().where('code', '=', code).executeTakeFirst();

/** A place in the class under a name: a free one of the list, or a new one. `id` was made before, so that twice is once. */
async function takePlace(
	db: Db,
	{ id: class_id, names, capacity, joining_open }: Class,
	{ id, name, joined_at, phrase_hash }: Pick<Student, 'id' | 'name' | 'joined_at' | 'phrase_hash'>
): Promise<Student | Refusal> {
	const all = await db.selectFrom('student').selectAll().where('class_id', '=', class_id).execute();
	const again = all.find((one) => one.phrase_hash === phrase_hash);
	if (again) return again; // the commit went through, and its answer was lost
	if (!joining_open) return refuse('joining-closed');
	const namesake = all.find(({ name_key }) => name_key === nameKey(name));
	if (namesake && namesake.joined_at !== null) return refuse('name-taken');
	if (names === 'list' && !namesake?.on_list) return refuse('not-on-list');
	if (namesake) {
		await db
			.updateTable('student')
			.set({ joined_at, phrase_hash })
			.where('id', '=', namesake.id)
			.execute();
		return { ...namesake, joined_at, phrase_hash };
	}
	if (all.length >= capacity) return refuse('class-full');
	const student = {
		id,
		class_id,
		name,
		name_key: nameKey(name),
		on_list: 0,
		joined_at,
		phrase_hash
	};
	await db.insertInto('student').values(student).execute();
	return student;
}

/**
 * Joins a class by its code.
 * @returns the student, the token for the browser's cookie, and the recovery words, which are shown once
 */
export async function join(
	ground: Ground,
	wanted: { code: string; name: string },
	address: string
): Promise<Result<SignedIn & { phrase: string }>> {
	const name = cleanName(wanted.name);
	const seen = await classOfCode(ground, wanted.code, address);
	if (!seen.ok) return seen;
	if (!name) return refuse('bad-name');
	const counted = await countTry(ground, joining, address);
	if (!counted.ok) return counted;
	const [secret, id, token, phrase, joined_at] = [
		await serverSecret(ground),
		newId(),
		newToken(),
		newPhrase(),
		ground.now()
	];
	const phrase_hash = hashOfPhrase(secret, seen.class.id, phrase);
	const student = await ground.store.change(async (db) => {
		// one at a time in a class: the last place is given once
		const found = await locking(ground.store)(
			db.selectFrom('class').selectAll().where('id', '=', seen.class.id)
		).executeTakeFirst();
		if (!found) return refuse('wrong-code');
		const place = await takePlace(db, found, { id, name, joined_at, phrase_hash });
		if (!isRefusal(place)) await addSession(db, place, token, joined_at);
		return place;
	});
	return isRefusal(student) ? student : { ok: true, student, token, phrase };
}

async function addSession(
	db: Db,
	{ id: student_id, class_id }: Pick<Student, 'id' | 'class_id'>,
	token: string,
	now: number
): Promise<void> {
	await db
		.insertInto('student_session')
		.values({ token_hash: hashOfToken(token), student_id, created_at: now, seen_at: now })
		.onConflict((conflict) => conflict.column('token_hash').doNothing())
		.execute();
	await useClass(db, class_id, now);
}

/** Comes back from another device, by class code and recovery words. */
export async function comeBack(
	ground: Ground,
	typed: { code: string; phrase: string },
	address: string
): Promise<Result<SignedIn>> {
	const seen = await classOfCode(ground, typed.code, address);
	if (!seen.ok) return seen;
	const here = `${seen.class.id} ${address}`;
	const usedUp =
		(await isUsedUp(ground, phrases, here)) ||
		(await isUsedUp(ground, phrasesAnywhere, seen.class.id));
	if (usedUp) return refuse('too-many-tries');
	const phrase = readPhrase(typed.phrase);
	const secret = await serverSecret(ground);
	const phrase_hash = hashOfPhrase(secret, seen.class.id, phrase ?? '');
	const token = newToken();
	const student = await ground.store.change(async (db) => {
		const found = await db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', seen.class.id)
			.where('phrase_hash', '=', phrase_hash)
			.executeTakeFirst();
		if (found) await addSession(db, found, token, ground.now());
		return found;
	});
	if (student) return { ok: true, student, token };
	const anywhere = await countTry(ground, phrasesAnywhere, seen.class.id);
	const counted = anywhere.ok ? await countTry(ground, phrases, here) : anywhere;
	return counted.ok ? refuse('wrong-phrase') : counted;
}
