import { hashOfToken } from '../storage/ids.ts';
import type { Class, Student } from '../storage/tables.ts';
import type { Ground } from './ground.ts';
import { useClass } from './unused.ts';

/** How exactly it is kept when a student was last seen: each page need not be a write. */
const seenMillis = 60_000;

/** The student whose token a cookie holds; undefined when it holds none that is valid. */
export async function holderOf(
	{ store, now }: Ground,
	token: string
): Promise<Student | undefined> {
	const token_hash = hashOfToken(token);
	const found = await store.read((db) =>
		db
			.selectFrom('student')
			.innerJoin('student_session', 'student_session.student_id', 'student.id')
			.selectAll('student')
			.select('seen_at')
			.where('token_hash', '=', token_hash)
			.executeTakeFirst()
	);
	if (!found) return undefined;
	const { seen_at, ...student } = found;
	if (now() - seen_at > seenMillis)
		await store.change(async (db) => {
			await db
				.updateTable('student_session')
				.set({ seen_at: now() })
				.where('token_hash', '=', token_hash)
				.execute();
			await useClass(db, student.class_id, now());
		});
	return student;
}

/** The student whose token a cookie holds, and the class; undefined when it holds none that is valid. */
export async function studentOfToken(
	ground: Ground,
	token: string
): Promise<{ student: Student; class: Class } | undefined> {
	const student = await holderOf(ground, token);
	const ofClass =
		student &&
		(await ground.store.read((db) =>
			db.selectFrom('class').selectAll().where('id', '=', student.class_id).executeTakeFirst()
		));
	return ofClass && { student, class: ofClass };
}

/** Ends one session: the browser is signed out. */
export async function signOut({ store }: Ground, token: string): Promise<void> {
	await store.change((db) =>
		db.deleteFrom('student_session').where('token_hash', '=', hashOfToken(token)).execute()
	);
}
