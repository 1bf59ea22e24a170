import pack from 'virtual:content';
import { letters, mailer, type Send } from './accounts/mail.ts';
import { settings } from './accounts/open.ts';
import { ground as openGround } from './classes/app.ts';
import type { Ground } from './classes/ground.ts';
import { keptMonths } from './classes/kept-months.ts';
import { shownDay } from './classes/moments.ts';
import { deletedAt, sweepUnused } from './classes/unused.ts';
import { deleteExpired } from './expired.ts';
import type { Class } from './storage/tables.ts';

const minuteMillis = 60_000;
const hourMillis = 60 * minuteMillis;

/** Tells the owner of a class by a letter that it will be deleted; nobody, when it has no owner. */
export async function tellOwner(
	{ store }: Ground,
	group: Class,
	months: number,
	{ send, site, address }: { send: Send; site: string; address: string }
): Promise<void> {
	const { owner_id, name, time_zone } = group;
	const at = deletedAt(group, months);
	const owner =
		owner_id &&
		(await store.read((db) =>
			db.selectFrom('user').select('email').where('id', '=', owner_id).executeTakeFirst()
		));
	if (owner && at !== null)
		await send(letters.unused(site, owner.email, name, shownDay(at, time_zone), address));
}

async function tidy(): Promise<void> {
	const ground = await openGround();
	await deleteExpired(ground);
	const told = await sweepUnused(ground, keptMonths);
	const { origin } = settings();
	const send = mailer(settings());
	if (!send || !origin) return;
	const by = { send, site: pack.sourcebook.title, address: `${origin}/teach` };
	for (const group of told) await tellOwner(ground, group, keptMonths, by);
}

/**
 * Soon after the start of the server, and once an hour: deletes what has run out, and classes that nobody uses; tells teachers of
 * it before.
 */
export function keepTidy(): void {
	const work = () =>
		void tidy().catch((problem: Error) => console.error(`Keeping tidy: ${problem.message}`));
	setTimeout(work, minuteMillis).unref();
	setInterval(work, hourMillis).unref();
}
