import { keepsNothing } from './words.ts';

/** Opens a data base to see whether the browser lets it, and takes it away again. @throws when it does not */
function tryBase(): Promise<void> {
	return new Promise((done, fail) => {
		const request = indexedDB.open('probe');
		request.addEventListener('error', () => fail(request.error));
		request.addEventListener('success', () => {
			request.result.close();
			indexedDB.deleteDatabase('probe');
			done();
		});
	});
}

/** Says in a place of the page when this browser keeps nothing for the site. @returns whether it keeps something */
export async function sayIfNothingIsKept(place: HTMLElement): Promise<boolean> {
	try {
		localStorage.setItem('probe', '');
		localStorage.removeItem('probe');
		await tryBase();
		return true;
	} catch {
		place.textContent = keepsNothing;
		return false;
	}
}
