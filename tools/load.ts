// `npm run bench:load`: 300 students save an answer each second for 30 seconds, on each database, beside a server that
// only answers "ok". Exit status 1 when a target is missed. `--seconds 10` for a shorter run.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.ts';
import { answerTo } from './load/answers.ts';
import { aFile, aPostgres, onDatabase, type Database } from './load/databases.ts';
import { measure, percentile, type Measured } from './load/measure.ts';
import { makeScene } from './load/scene.ts';
import { bare, freePort, site, startServer } from './load/server.ts';
import { begin, type Place } from './load/sitting.ts';
import { ask } from './load/wire.ts';

const clients = 300;
const target = { p99: 100, megabytes: 300 };
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } });
const rounds = Number(values.seconds);
const mega = 1e6;

interface Row extends Measured {
	name: string;
	peak: number;
}

/** The clients' papers: begun before the load, a few at once, as a class does. */
async function beginAll(places: readonly Place[]): Promise<string[]> {
	const attempts: string[] = [];
	for (let at = 0; at < places.length; at += 10)
		for (const attempt of await Promise.all(places.slice(at, at + 10).map(begin)))
			attempts.push(attempt ?? '');
	return attempts;
}

/** The program with a database of its own. */
async function measureSite({ name, url }: Database): Promise<Row> {
	const { assignment, form, students } = await makeScene(url, clients);
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const server = await startServer(site, port, { DATABASE_URL: url, ORIGIN: origin });
	const places = students.map(({ token }) => ({
		origin,
		token,
		assignment,
		troubled: () => false
	}));
	const attempts = await beginAll(places);
	const states = new Map<string, string>();
	const measured = await measure({
		clients,
		rounds,
		async send(client, round) {
			const number = (round % form.items.length) + 1;
			const [attempt = '', { token = '' } = {}] = [attempts[client], students[client]];
			const fields = answerTo(form, number, client + Math.floor(round / form.items.length));
			const state = states.get(`${client} ${number}`) ?? '0.';
			const sent = [['attempt', attempt], ['number', String(number)], ['state', state], ...fields];
			const body = new URLSearchParams(sent as [string, string][]).toString();
			const path = `/class/${assignment}/save`;
			const { status, text } = await ask({ origin, path, token, body });
			if (status !== 200) throw new Error(`${status} ${text}`);
			states.set(`${client} ${number}`, (JSON.parse(text) as { state: string }).state);
		}
	});
	const peak = server.peak();
	await server.stop();
	return { name, peak, ...measured };
}

async function measureBare(): Promise<Row> {
	const port = await freePort();
	const server = await startServer(bare, port);
	const origin = `http://127.0.0.1:${port}`;
	const body = 'attempt=0123456789012345678901&number=1&state=1.012345678901&q1=a';
	const send = async () => void (await ask({ origin, path: '/', body }));
	const measured = await measure({ clients, rounds, send });
	const peak = server.peak();
	await server.stop();
	return { name: 'only "ok"', peak, ...measured };
}

const millis = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
const show = (row: Row, floor: Row) =>
	console.log(
		row.name.padEnd(12) +
			[0.5, 0.95, 0.99, 1].map((share) => millis(percentile(row, share))).join('') +
			`${row.errors}`.padStart(8) +
			`${(row.peak / mega).toFixed(0)} MB`.padStart(9) +
			`${(percentile(row, 0.5) / percentile(floor, 0.5)).toFixed(1)} / ${(percentile(row, 0.99) / percentile(floor, 0.99)).toFixed(1)}`.padStart(
				14
			)
	);

if (!isBuilt() && !build()) process.exit(1);
const load = () => loadavg()[0]?.toFixed(1);
console.log(
	`${clients} students, an answer each second for ${rounds} s; ${availableParallelism()} cores, load of the machine before: ${load()}`
);
console.log(
	'server             p50       p95       p99       max  errors   memory  × "ok" p50/p99'
);
const floor = await measureBare();
show(floor, floor);
let missed = false;
for (const database of [aFile(), await aPostgres()]) {
	if (!database) continue;
	const row = await onDatabase(database, measureSite);
	show(row, floor);
	for (const said of [...row.said].slice(0, 5)) console.log(`  ${said.slice(0, 200)}`);
	missed ||=
		row.errors > 0 || percentile(row, 0.99) >= target.p99 || row.peak >= target.megabytes * mega;
}
console.log(
	`Targets: p99 under ${target.p99} ms, memory under ${target.megabytes} MB, no errors: ${missed ? 'MISSED' : 'met'}. Load of the machine after: ${load()}`
);
process.exitCode = missed ? 1 : 0;
process.exit();
