import { assignmentFor, classFor, isRefusal, teacherIds, type Who } from './access.ts';
import type { Ground } from './ground.ts';
import { sweep } from './kept.ts';
import { done, refuse, type Done } from './result.ts';

/** Deletes a class: students, sessions, assignments, attempts and answers go with it. Nothing of it is left. */
export async function deleteClass({ store }: Ground, who: Who, id: string): Promise<Done> {
	return store.erase(async (db) => {
		const found = await classFor(db, who, id);
		if (isRefusal(found)) return found;
		await db.deleteFrom('class').where('id', '=', id).execute();
		await sweep(db, store.engine);
		return done;
	});
}

/** Deletes an assignment with all that was answered. */
export async function deleteAssignment({ store }: Ground, who: Who, id: string): Promise<Done> {
	return store.erase(async (db) => {
		const found = await assignmentFor(db, who, id);
		if (isRefusal(found)) return found;
		await db.deleteFrom('assignment').where('id', '=', id).execute();
		await sweep(db, store.engine);
		return done;
	});
}

/** Deletes all classes of the teacher who is signed in: for whoever deletes an account. */
export async function deleteClassesOf({ store }: Ground, who: Who): Promise<Done> {
	const [owner] = teacherIds(who);
	if (owner === undefined) return refuse('no-class');
	return store.erase(async (db) => {
		await db.deleteFrom('class').where('owner_id', '=', owner).execute();
		await sweep(db, store.engine);
		return done;
	});
}
