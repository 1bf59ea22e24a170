// `npm run bench:faults`: what befalls a server while 20 students answer, on each database, and whether an acknowledged
// answer is lost, one counted twice, or a paper ends in a wrong state. Exit status 1 when any is. `--quick`: fewer rounds.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.ts';
import { becomeBrowser, met } from './load/browser.ts';
import { aFile, aPostgres, onDatabase, onSmallDisk, type Database } from './load/databases.ts';
import { makeScene } from './load/scene.ts';
import { freePort, site, startServer } from './load/server.ts';
import { study, type Sat } from './load/student.ts';
import { troubles, type Stage, type Trouble } from './load/troubles.ts';
import { verify, type Verdict } from './load/verify.ts';

const students = 20;
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const roundsOf = ({ rounds, fewer }: Trouble) => (values.quick ? fewer : rounds);

const patienceMillis = 30_000;

/** Waits until one more answer is acknowledged, or patience ends: then the students say what they waited for. */
async function untilServed(sats: readonly (readonly Sat[])[]): Promise<void> {
	const count = () =>
		sats
			.flat()
			.flatMap(({ acknowledged }) => [...acknowledged.values()])
			.reduce((sum, { times }) => sum + times, 0);
	const [before, end] = [count(), performance.now() + patienceMillis];
	while (count() === before && performance.now() < end) await sleep(20);
}

/** Lets the students answer while the trouble comes again and again, and waits until each has ended. */
async function suffer(trouble: Trouble, database: Database): Promise<Verdict> {
	const scene = await makeScene(database.url, students, trouble.seconds);
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const restart = () => startServer(site, port, { DATABASE_URL: database.url, ORIGIN: origin });
	let goesOn = true;
	const { assignment, form } = scene;
	const sats = scene.students.map((): Sat[] => []);
	const served = () => untilServed(sats);
	const stage: Stage = { database, restart, served, server: await restart() };
	const going = scene.students.map(({ token }, at) =>
		study({ origin, token, assignment, troubled: () => goesOn }, form, sats[at] ?? [])
	);
	// nothing befalls them before all have begun
	while (!sats.every(([first]) => first && first.acknowledged.size > 0)) await sleep(50);
	for (let round = 0; round < roundsOf(trouble); round++) await trouble.once(stage, round);
	goesOn = false;
	await Promise.all(going);
	await stage.server.stop();
	return verify(database.url, scene, sats, trouble.seconds !== undefined);
}

/** A database for a trouble; undefined, and said so, when this machine cannot have it. */
async function databaseFor({ smallDisk }: Trouble, name: Database['name']) {
	if (smallDisk) return onSmallDisk(name);
	return name === 'PostgreSQL' ? aPostgres() : aFile();
}

const head =
	'trouble                         database    times    met  papers  acknowledged  lost  twice  wrong end';
const line = (name: string, on: string, times: number, breaks: number, verdict: Verdict) =>
	name.padEnd(32) +
	on.padEnd(12) +
	String(times).padStart(5) +
	String(breaks).padStart(7) +
	String(verdict.papers).padStart(8) +
	String(verdict.acknowledged).padStart(14) +
	String(verdict.lost).padStart(6) +
	String(verdict.twice).padStart(7) +
	String(verdict.wrong).padStart(11);

if (!isBuilt() && !build()) process.exit(1);
becomeBrowser();
console.log(head);
let failed = false;
for (const trouble of troubles)
	for (const name of trouble.on) {
		const database = await databaseFor(trouble, name);
		if (!database) continue;
		const before = met.breaks;
		const verdict = await onDatabase(database, (database) => suffer(trouble, database));
		console.log(line(trouble.name, name, roundsOf(trouble), met.breaks - before, verdict));
		for (const said of verdict.said.slice(0, 5)) console.log(`  ${said}`);
		failed ||= verdict.lost + verdict.twice + verdict.wrong > 0 || verdict.acknowledged === 0;
	}
console.log(
	'“met”: saves that broke, or were answered “try again”. lost, twice, wrong end must be 0.'
);
process.exit(failed ? 1 : 0);
