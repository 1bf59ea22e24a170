// `npm test`: runs every check and every test, also after one has failed, and counts them on the last line.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sourcebook-tests-'));
let passed = 0;
let failed = 0;

/** A check counts as one; a runner counts its tests, and as one failure when it fails without a failing test. */
function run(command: string, count?: (report: string) => { passed: number; failed: number }) {
	console.log(`\n> ${command}`);
	const report = join(folder, 'report.json');
	rmSync(report, { force: true });
	const { status } = spawnSync(command.replace('REPORT', report), {
		shell: true,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
	});
	const counted =
		count && existsSync(report)
			? count(readFileSync(report, 'utf8'))
			: { passed: Number(status === 0), failed: 0 };
	passed += counted.passed;
	failed += counted.failed || Number(status !== 0);
}

const vitest = (report: string) => {
	const { numPassedTests, numFailedTests } = JSON.parse(report);
	return { passed: numPassedTests, failed: numFailedTests };
};
const playwright = (report: string) => {
	const { expected, unexpected, flaky } = JSON.parse(report).stats;
	return { passed: expected + flaky, failed: unexpected };
};

run('svelte-kit sync && svelte-check --fail-on-warnings');
run('eslint .');
run('prettier --check .');
run('vitest run --reporter=default --reporter=json --outputFile.json=REPORT', vitest);
const missing = ensureChromium();
if (missing) {
	console.error(missing);
	failed += 1;
} else {
	run('playwright test --reporter=list,json', playwright);
}

rmSync(folder, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
