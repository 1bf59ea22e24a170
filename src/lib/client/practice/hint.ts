/**
 * Says to the page's first script, which may not be heavy, that something of the reader's is kept in the data base; what
 * stands there is only read once it is.
 */
const key = 'practice';

export function leaveHint(there: boolean) {
	try {
		if (there) localStorage.setItem(key, 'kept');
		else localStorage.removeItem(key);
	} catch {
		// no storage: then nothing is kept in the data base either
	}
}
