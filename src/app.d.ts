declare namespace App {
	interface Error {
		message: string;
		/** Names the entry of the server's log; only unexpected errors have one. */
		id?: string;
		/** What a form sent, when it could not be dealt with and may be sent again. */
		again?: [name: string, value: string][];
	}
}

/** An explainer, as mdsvex compiles it. */
declare module '*.md' {
	import type { Component } from 'svelte';
	const component: Component;
	export default component;
	export const metadata: Record<string, unknown>;
}
