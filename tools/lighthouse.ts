// `npm run lighthouse`: Google’s Lighthouse, with its mobile settings, on the main pages of the built site; 100 is wanted
// everywhere. Lighthouse itself (180 MB with what it needs) is fetched for this alone, at the version named here.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { chromiumFlags } from './site/browser.ts';
import { samplesAt } from './site/samples.ts';
import { withServer } from './site/server.ts';

const lighthouse = 'lighthouse@13.5.0';
const port = 5342;
const pages: Record<string, string> = {
	home: '/',
	explainer: '/explainers/[slug]/[[level]]',
	quiz: '/quiz/[module]/[seed]',
	result: '/quiz/[module]/[seed]/result',
	timeline: '/timeline',
	map: '/map'
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

interface Report {
	runtimeError?: { message: string };
	categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
	audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

function reportOn(address: string, folder: string): Report {
	const file = join(folder, 'report.json');
	const options = [
		`--only-categories=${categories.join()}`,
		`--chrome-flags=--headless=new ${chromiumFlags.join(' ')}`,
		'--output=json',
		`--output-path=${file}`,
		'--quiet'
	];
	const { status, error } = spawnSync(
		'npm',
		['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address, ...options],
		{
			cwd: folder, // outside the project, whose packages npm would else look through
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, CHROME_PATH: findChromium() }
		}
	);
	if (error ?? status !== 0) throw new Error(`Lighthouse failed on ${address}.`);
	return JSON.parse(readFileSync(file, 'utf8'));
}

/** Whether all is at 100; what is not is printed with its reasons. */
function print(name: string, { categories: judged, audits, runtimeError }: Report): boolean {
	if (runtimeError) throw new Error(runtimeError.message);
	const scores = categories.map((id) => Math.round((judged[id]?.score ?? 0) * 100));
	console.log([name.padEnd(12), ...scores.map((score) => String(score).padStart(15))].join(' '));
	for (const [place, id] of categories.entries())
		for (const { id: audit, weight } of judged[id]?.auditRefs ?? []) {
			const { title = audit, score = null, displayValue = '' } = audits[audit] ?? {};
			if (scores[place] !== 100 && weight > 0 && score !== null && score < 1)
				console.log(`             ${id}: ${title} ${displayValue}`);
		}
	return scores.every((score) => score === 100);
}

const folder = mkdtempSync(join(tmpdir(), 'sourcebook-lighthouse-'));
try {
	await withServer(port, async (origin) => {
		const samples = await samplesAt(origin);
		console.log(['page'.padEnd(12), ...categories.map((id) => id.padStart(15))].join(' '));
		for (const [name, route] of Object.entries(pages)) {
			const path = samples.find((one) => one.route === route)?.path ?? '/';
			if (!print(name, reportOn(origin + path, folder))) process.exitCode = 1;
		}
	});
} finally {
	rmSync(folder, { recursive: true });
}
