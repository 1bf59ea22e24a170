// One address of every page of the site: what is weighed, tested for access and pictured.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Sample {
	/** As src/routes names it: "/facts/[id]". */
	route: string;
	path: string;
}

const routes = fileURLToPath(new URL('../../src/routes', import.meta.url));

/** The seed of every sample paper, so that two runs see the same. */
export const sampleSeed = '7K3M9Q';

const paper = '/quiz/[module]/[seed]';
const result = `${paper}/result`;
const editors = '/items';
/** Pages of one class are there for its members alone: nothing links them. tests/e2e/teach and student look at them. */
const isOfClass = (route: string) => /^\/(?:teach|class|join)\/.*\[/.test(route);

/** Every route that shows a page. */
export function pageRoutes(): string[] {
	return readdirSync(routes, { recursive: true, encoding: 'utf8' })
		.map((path) => `/${path.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith('/+page.svelte'))
		.map((path) => path.slice(0, -'/+page.svelte'.length) || '/')
		.sort();
}

/** "/explainers/[slug]/[[level]]" as a pattern of paths; the paper's seed is the sample seed. */
function patternOf(route: string): RegExp {
	const parts = route
		.replace('[seed]', sampleSeed)
		.replace(/\/\[\[\w+\]\]/g, '(?:/[^/]+)?')
		.replace(/\[\w+\]/g, '[^/]+');
	return new RegExp(`^${parts}$`);
}

/** The paths of our own that a page links. */
function linksOf(html: string, address: URL): string[] {
	return [...html.matchAll(/\shref="([^"#]+)/g)].flatMap(([, href = '']) => {
		const url = URL.parse(href.replaceAll('&amp;', '&'), address);
		return url?.origin === address.origin ? [url.pathname] : [];
	});
}

/** Hands in the sample paper with nothing but first options, and returns where its result is. */
async function resultOf(address: URL): Promise<string | undefined> {
	const html = await (await fetch(address)).text();
	const answers = new URLSearchParams({ incomplete: 'on' });
	for (const [input] of html.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)) {
		const name = /\sname="([^"]+)"/.exec(input)?.[1] ?? '';
		if (!answers.has(name)) answers.set(name, /\svalue="([^"]*)"/.exec(input)?.[1] ?? '');
	}
	const response = await fetch(address, {
		method: 'POST',
		body: answers,
		headers: { origin: address.origin, accept: 'text/html' },
		redirect: 'manual'
	});
	const place = URL.parse(response.headers.get('location') ?? '', address);
	return place ? place.pathname + place.search : undefined;
}

/**
 * A sample of every page, found by following links from those that need no name.
 * @param origin of a running server
 * @param key opens the pages of the editors, which are left out without it
 */
export async function samplesAt(origin: string, key?: string): Promise<Sample[]> {
	const routes = pageRoutes().filter((route) => !isOfClass(route));
	const wanted = new Map(routes.map((route) => [route, patternOf(route)]));
	const found = new Map<string, string>();
	const cookie = key && (await cookieOf(`${origin}${editors}?key=${key}`));
	if (!cookie)
		for (const route of wanted.keys()) if (route.startsWith(editors)) wanted.delete(route);
	const queue: string[] = [];
	function meet(path: string) {
		const quiz = /^\/quiz\/(?!open$)[^/]+$/.test(path) ? `${path}/${sampleSeed}` : path;
		for (const [route, pattern] of wanted)
			if (!found.has(route) && pattern.test(quiz)) {
				found.set(route, quiz);
				queue.push(quiz);
				break;
			}
	}
	for (const route of wanted.keys()) if (!route.includes('[')) meet(route);
	for (let path = queue.shift(); path && found.size < wanted.size; path = queue.shift()) {
		const address = new URL(path, origin);
		const response = await fetch(address, { headers: cookie ? { cookie } : {} });
		for (const link of linksOf(await response.text(), address)) meet(link);
		if (found.get(paper) !== path) continue;
		meet(`${path}/key`); // for teachers: nothing links it
		const handedIn = (await resultOf(address)) ?? '';
		found.set(result, handedIn);
		found.set(`${paper}/code`, handedIn.replace('/result', '/code'));
	}
	const missing = [...wanted.keys()].filter((route) => !found.get(route));
	if (missing.length > 0) throw new Error(`nothing links to a page of ${missing.join(', ')}`);
	return [...found].map(([route, path]) => ({ route, path })).sort((a, b) => byRoute(a, b));
}

/** Every explainer at every level. */
export async function explainersAt(origin: string): Promise<string[]> {
	const home = new URL(origin);
	const html = await (await fetch(home)).text();
	const links = [...html.matchAll(/\shref="([^"]+)"\s+data-levels="([^"]*)"/g)];
	return links.flatMap(([, href = '', levels = '']) => {
		const { pathname } = new URL(href, home);
		const others = levels.split(' ').filter(Boolean);
		return [pathname, ...others.map((level) => `${pathname}/${level}`)];
	});
}

const byRoute = (a: Sample, b: Sample) => (a.route < b.route ? -1 : 1);

async function cookieOf(address: string): Promise<string | undefined> {
	const { headers } = await fetch(address, { redirect: 'manual' });
	return headers.getSetCookie()[0]?.split(';')[0];
}
