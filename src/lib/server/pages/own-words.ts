import type { Component } from 'svelte';
import { render } from 'svelte/server';

/** What a sourcebook says about itself, in `content/pages/*.md`; another sourcebook has other pages, or none. */
const files = import.meta.glob<{ default: Component }>('/content/pages/*.md', { eager: true });

/** A page of the content as HTML; empty when there is none of this name. */
export function ownWords(name: string): string {
	const file = files[`/content/pages/${name}.md`];
	return file ? render(file.default).body.replace(/<!--.*?-->/gs, '') : '';
}
