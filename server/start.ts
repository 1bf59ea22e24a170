// `npm start`: builds when a source has changed since the last build, then serves.
import { build, isBuilt } from '../tools/build.ts';
import { settings } from './settings.ts';

// npm passes SIGTERM on to the shell between it and this process, and the shell keeps it: so the loss of that parent
// is taken for the signal.
if (process.env.npm_lifecycle_event) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 250).unref();
}

const { problem } = settings(process.env);
if (problem) {
	console.error(problem);
	process.exitCode = 1;
} else if (isBuilt() || build()) {
	await import('./main.ts');
} else {
	process.exitCode = 1;
}
