// `npm test`: runs every check and every test, also after one has failed, and counts them on the last line.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './build.ts';
import { ensureChromium } from './chromium.mjs';

interface Counts {
	passed: number;
	failed: number;
}

const folder = mkdtempSync(join(tmpdir(), 'sourcebook-tests-'));
const sum: Counts = { passed: 0, failed: 0 };
let runs = 0;

/** A check counts as one; a runner counts its tests, and as one failure when it fails without a failing test. */
function tell(status: number | null, since: number, counted?: Counts) {
	const { passed, failed } = counted ?? { passed: Number(status === 0), failed: 0 };
	sum.passed += passed;
	sum.failed += failed || Number(status !== 0);
	console.log(
		`${status === 0 ? 'done' : 'FAILED'} in ${Math.round((Date.now() - since) / 1000)} s`
	);
}

/** Runs a command that is given the place of its report. @returns when it has ended */
function run(command: string, count?: (report: string) => Counts): Promise<void> {
	const report = join(folder, `report-${++runs}.json`);
	const since = Date.now();
	if (count) console.log(`\n> ${command}`);
	const child = spawn(command.replace('REPORT', report), {
		shell: true,
		// a check says all at its end, for others run beside it
		stdio: ['ignore', count ? 'inherit' : 'pipe', count ? 'inherit' : 'pipe'],
		env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
	return new Promise((resolve) =>
		child.once('close', (status) => {
			if (!count) console.log(`\n> ${command}\n${said.trim()}`);
			tell(
				status,
				since,
				count && existsSync(report) ? count(readFileSync(report, 'utf8')) : undefined
			);
			resolve();
		})
	);
}

/** Runs as many checks at once as there are processors. */
async function runBeside(commands: string[]) {
	const workers = Array.from({ length: availableParallelism() }, async () => {
		for (let next = commands.shift(); next; next = commands.shift()) await run(next);
	});
	await Promise.all(workers);
}

const vitest = (report: string) => {
	const { numPassedTests, numFailedTests } = JSON.parse(report);
	return { passed: numPassedTests, failed: numFailedTests };
};
const playwright = (report: string) => {
	const { expected, unexpected, flaky } = JSON.parse(report).stats;
	return { passed: expected + flaky, failed: unexpected };
};

// `svelte-kit sync` comes first: the build does it too
await runBeside(['svelte-kit sync']);
await runBeside([
	'svelte-check --fail-on-warnings',
	'eslint .',
	'prettier --check .',
	...(isBuilt() ? [] : ['node tools/build.ts'])
]);
await run('vitest run --reporter=default --reporter=json --outputFile.json=REPORT', vitest);
const missing = ensureChromium();
if (missing) {
	console.error(missing);
	sum.failed += 1;
} else {
	await run('playwright test --reporter=list,json', playwright);
}

rmSync(folder, { recursive: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;
