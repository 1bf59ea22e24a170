// What pages weigh on the wire, in bytes of bodies as they come compressed.
import { get } from 'node:http';
import type { Page, Request } from '@playwright/test';

export interface Weight {
	/** The first answer: the text, with the styles that stand in it. */
	first: number;
	/** Styles that the first screen waits for beside it. */
	styles: number;
	/** Scripts that the page loads by itself. */
	script: number;
	/** All that the page loads by itself. */
	all: number;
}

/**
 * In kilobytes of 1,000 bytes. A server sends ten segments of 1,460 bytes before it waits for the reader: an explainer fits
 * in them, also by gzip, which browsers take only where they don't take brotli.
 */
export const bounds = {
	explainer: 14,
	readingScript: 3,
	quizScript: 25,
	quiz: 45
};

/** Published figures for one question on a page, in kB: gzip, measured by their users. */
export const elsewhere = { quizdown: 91, H5P: 607, 'mdbook-quiz': 471 };

export const kilobytes = (bytes: number): number => bytes / 1000;

/** The size of an answer as it comes, in the encoding that is asked for. */
export function bytesOf(address: string, encoding: 'br' | 'gzip'): Promise<number> {
	return new Promise((resolve, reject) => {
		get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => resolve(bytes));
			if (response.statusCode !== 200) reject(new Error(`${response.statusCode} ${address}`));
		}).on('error', reject);
	});
}

/** Opens a page as a browser does, with nothing kept from before, and weighs what comes by itself. */
export async function weighIn(page: Page, address: string): Promise<Weight> {
	const requests: Request[] = [];
	const heard = (request: Request) => void requests.push(request);
	page.on('requestfinished', heard);
	await page.goto(address, { waitUntil: 'networkidle' });
	page.off('requestfinished', heard);
	const waitedFor = await page
		.locator('link[rel=stylesheet]:not([media=print])')
		.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
	const loaded = await Promise.all(
		requests.map(async (request) => ({
			bytes: (await request.sizes()).responseBodySize,
			first: request.isNavigationRequest(),
			style: waitedFor.includes(request.url()),
			script: request.resourceType() === 'script'
		}))
	);
	const sum = (counts: (one: (typeof loaded)[number]) => boolean) =>
		loaded.filter(counts).reduce((bytes, one) => bytes + one.bytes, 0);
	return {
		first: sum(({ first }) => first),
		styles: sum(({ style }) => style),
		script: sum(({ script }) => script),
		all: sum(() => true)
	};
}
