// A class with an assignment and its students, made by the same services as the pages use.
import { indexPack } from '../../src/lib/facts/pack.ts';
import { parsePack } from '../../src/lib/facts/parse.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import { createAssignment, preview } from '../../src/lib/server/classes/assignments.ts';
import { createClass } from '../../src/lib/server/classes/classes.ts';
import { join } from '../../src/lib/server/classes/joining.ts';
import type { Result } from '../../src/lib/server/classes/result.ts';
import { readContent } from '../../src/lib/server/content.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { openStore, type Store } from '../../src/lib/server/storage/database.ts';

export interface Student {
	id: string;
	/** For the cookie. */
	token: string;
}
export interface Scene {
	assignment: string;
	/** The paper, the same for all. */
	form: Form;
	students: Student[];
}

const questions = 20;

/** What went well. @throws Error with what did not */
export function well<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.sentence);
	return result;
}

let known: ReturnType<typeof read> | undefined;
function read() {
	const { pack } = parsePack(readContent('content'));
	if (!pack) throw new Error('the content has problems: npx sourcebook check');
	const index = indexPack(pack);
	return { index, bank: writeBank(index) };
}

/** What the services stand on. */
export const groundOn = (store: Store) => ({
	store,
	now: Date.now,
	content: () => (known ??= read())
});

/** Makes the scene in a database. @param count of students @param seconds time limit; null: none */
export async function makeScene(
	url: string,
	count: number,
	seconds: number | null = null
): Promise<Scene> {
	const store = await openStore(url);
	const ground = groundOn(store);
	const teacher = { teacher: newId() };
	const made = well(await createClass(ground, teacher, { name: 'Load', capacity: count }, newId()));
	const [module] = ground.content().index.pack.modules;
	if (!module) throw new Error('the content has no module');
	const choice = { modules: [module.id], length: questions };
	const wanted = { title: 'Load', choice, attempts: 20, seconds };
	const { assignment } = well(await createAssignment(ground, teacher, made.class.id, wanted));
	const { form } = well(preview(ground, { choice, seed: assignment.seed }));
	const students: Student[] = [];
	for (let at = 1; at <= count; at++) {
		const { code } = made.class;
		const joined = well(await join(ground, { code, name: `Student ${at}` }, newId()));
		students.push({ id: joined.student.id, token: joined.token });
	}
	await store.close();
	return { assignment: assignment.id, form, students };
}
