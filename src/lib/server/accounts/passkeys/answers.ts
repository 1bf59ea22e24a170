import { error } from '@sveltejs/kit';
import { z } from 'zod';
import type { Made, Used } from './ceremony.ts';

/** Bytes in base64url, as `toJSON` of a credential writes them. */
const text = z.base64url().min(1).max(8_000);
const answer = { clientDataJSON: text, authenticatorData: text };
const madeShape = z.object({
	id: text,
	response: z.object({ ...answer, publicKey: text })
});
const usedShape = z.object({ id: text, response: z.object({ ...answer, signature: text }) });

async function read<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
	const { data } = shape.safeParse(await request.json().catch(() => undefined));
	return data ?? error(400, 'This is no passkey.');
}

/** What `toJSON` of a new credential gives. @throws what SvelteKit's `error` throws */
export async function readMade(request: Request): Promise<Made> {
	const { id, response } = await read(request, madeShape);
	return { id, ...response };
}

/** What `toJSON` of a used credential gives. @throws what SvelteKit's `error` throws */
export async function readUsed(request: Request): Promise<Used> {
	const { id, response } = await read(request, usedShape);
	return { id, ...response };
}
