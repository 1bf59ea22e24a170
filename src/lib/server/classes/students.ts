import { keyedHash, newId } from '../storage/ids.ts';
import type { Student } from '../storage/tables.ts';
import { classFor, isRefusal, isStudent, studentFor, studentSeenBy, type Who } from './access.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { cleanName, nameKey } from './names.ts';
import { newPhrase } from './phrases.ts';
import { done, refuse, type Done, type Result } from './result.ts';
import { serverSecret } from './secret.ts';

/** What is kept of a recovery phrase: it opens one class only. */
export const hashOfPhrase = (secret: string, classId: string, phrase: string): string =>
	keyedHash(secret, 'phrase', classId, phrase);

/** The students of a class for its teacher, by name: `joined_at` is null for names of the list that nobody took yet. */
export async function listStudents(
	{ store }: Ground,
	who: Who,
	classId: string
): Promise<Result<{ students: Student[] }>> {
	return store.read(async (db) => {
		const found = await classFor(db, who, classId);
		if (isRefusal(found)) return found;
		const students = await db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', classId)
			.orderBy('name_key')
			.execute();
		return { ok: true, students };
	});
}

/**
 * Puts names on the teacher's list. Names that are there already, in whatever case, stay as they are.
 * @returns how many are new; a refusal when one is no name, or when there are more than the class can hold
 */
export async function listNames(
	{ store }: Ground,
	who: Who,
	classId: string,
	names: readonly string[]
): Promise<Result<{ added: number }>> {
	const rows = names.map((text) => ({ id: newId(), name: cleanName(text) ?? '' }));
	if (rows.some(({ name }) => name === '')) return refuse('bad-name');
	return store
		.change(async (db) => {
			const found = await classFor(db, who, classId, locking(store));
			if (isRefusal(found)) return found;
			for (const { id, name } of rows)
				await db
					.insertInto('student')
					.values({
						id,
						class_id: classId,
						name,
						name_key: nameKey(name),
						on_list: 1,
						joined_at: null,
						phrase_hash: null
					})
					.onConflict((conflict) =>
						conflict.columns(['class_id', 'name_key']).doUpdateSet({ on_list: 1 })
					)
					.execute();
			const all = await db
				.selectFrom('student')
				.select('id')
				.where('class_id', '=', classId)
				.execute();
			if (all.length > found.capacity) throw new TooMany();
			const ids = new Set(rows.map(({ id }) => id));
			return { ok: true as const, added: all.filter(({ id }) => ids.has(id)).length };
		})
		.catch(tooMany);
}

/** Takes the names back that were just written. */
class TooMany extends Error {}
const tooMany = (error: unknown) => {
	if (error instanceof TooMany) return refuse('class-full');
	throw error;
};

const namesake = (db: Db, classId: string, name: string) =>
	db
		.selectFrom('student')
		.selectAll()
		.where('class_id', '=', classId)
		.where('name_key', '=', nameKey(name))
		.executeTakeFirst();

export async function renameStudent(
	{ store }: Ground,
	who: Who,
	id: string,
	wanted: string
): Promise<Done> {
	const name = cleanName(wanted);
	if (!name) return refuse('bad-name');
	return store.change(async (db) => {
		const student = await studentFor(db, who, id);
		if (isRefusal(student)) return student;
		await classFor(db, who, student.class_id, locking(store)); // nobody joins by this name meanwhile
		const other = await namesake(db, student.class_id, name);
		if (other && other.id !== id) return refuse('name-taken');
		await db
			.updateTable('student')
			.set({ name, name_key: nameKey(name) })
			.where('id', '=', id)
			.execute();
		return done;
	});
}

/** Removes a student with all answers, sessions and allowances. */
export async function removeStudent({ store }: Ground, who: Who, id: string): Promise<Done> {
	return store.erase(async (db) => {
		const student = await studentFor(db, who, id);
		if (isRefusal(student)) return student;
		await db.deleteFrom('student').where('id', '=', id).execute();
		return done;
	});
}

/** New recovery words for a student, shown once; every device is signed out. */
export async function resetPhrase(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ phrase: string }>> {
	const secret = await serverSecret(ground);
	const phrase = newPhrase();
	return ground.store.change(async (db) => {
		const student = await studentFor(db, who, id);
		if (isRefusal(student)) return student;
		const phrase_hash = hashOfPhrase(secret, student.class_id, phrase);
		await db
			.updateTable('student')
			.set({ phrase_hash, joined_at: student.joined_at ?? ground.now() })
			.where('id', '=', id)
			.execute();
		await db.deleteFrom('student_session').where('student_id', '=', id).execute();
		return { ok: true, phrase };
	});
}

/** New recovery words, shown once, for a student who is here and has lost the old ones; all devices stay signed in. */
export async function renewPhrase(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ phrase: string }>> {
	const secret = await serverSecret(ground);
	const phrase = newPhrase();
	return ground.store.change(async (db) => {
		const student = await studentSeenBy(db, who, id);
		if (isRefusal(student) || !isStudent(who, id)) return refuse('no-student');
		const phrase_hash = hashOfPhrase(secret, student.class_id, phrase);
		await db.updateTable('student').set({ phrase_hash }).where('id', '=', id).execute();
		return { ok: true, phrase };
	});
}
