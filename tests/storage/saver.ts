// A process that saves answers one after the other, and says so after each: `node saver.ts URL ATTEMPT STUDENT ITEM …`.
// Killed at any moment, it must not have said a thing that is not so.
import { writeSync } from 'node:fs';
import { openStore } from '../../src/lib/server/storage/database.ts';

const [url = '', attempt_id = ''] = process.argv.slice(2);
const store = await openStore(url);
writeSync(1, 'ready\n');
for (let version = 1; ; version++) {
	const row = {
		attempt_id,
		item_id: `item-${version}`,
		given: '{"option":"a"}',
		version: 1,
		saved_at: version,
		fixed_at: null
	};
	await store.change((db) => db.insertInto('response').values(row).execute());
	writeSync(1, `${version}\n`);
}
