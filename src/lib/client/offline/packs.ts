import type { Form } from '#lib/forms/form.ts';
import type { PaperPack } from '#lib/papers/pack.ts';

/** A paper that the device can show, mark and explain. */
export interface KeptPaper {
	pack: PaperPack;
	form: Form;
}

/** What the server, or the service worker in its place, has at an address. */
async function packAt(address: string): Promise<PaperPack | undefined> {
	try {
		const response = await fetch(address);
		return response.ok ? ((await response.json()) as PaperPack) : undefined;
	} catch {
		return undefined; // no connection, and no copy
	}
}

export const packOf = (module: string) => packAt(`/quiz/${module}/papers.json`);

/** Where a paper comes from with its keys. */
export const paperAddress = (module: string, seed: string, version?: string) =>
	`/quiz/${module}/${seed}/paper.json${version ? `?v=${version}` : ''}`;

/** A paper by its address; undefined when neither the server nor this device has it in this version. */
export async function paperOf(
	module: string,
	seed: string,
	version?: string
): Promise<KeptPaper | undefined> {
	for (const read of [() => packOf(module), () => packAt(paperAddress(module, seed, version))]) {
		const pack = await read();
		const form = pack?.forms.find(
			(one) => one.seed === seed && (version === undefined || one.bank === version)
		);
		if (pack && form) return { pack, form };
	}
	return undefined;
}
