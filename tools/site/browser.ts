// The Chromium that the tools look with.
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../chromium.mjs';

export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** Starts a browser, and ends it when `use` is done. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		args: chromiumFlags
	});
	try {
		return await use(browser);
	} finally {
		await browser.close();
	}
}
