import { z } from 'zod';
import { entity } from './schema/entities.ts';
import { fact } from './schema/facts.ts';
import { module, term } from './schema/sourcebook.ts';
import { source } from './schema/sources.ts';

/**
 * The schemas of everything an editor writes, a file for each family in `schema/`. Types are inferred from them;
 * editors' JSON Schemas are generated from them.
 */
export * from './schema/common.ts';
export * from './schema/entities.ts';
export * from './schema/facts.ts';
export * from './schema/relations.ts';
export * from './schema/sourcebook.ts';
export * from './schema/sources.ts';
export * from './schema/values.ts';

/** Which schema a file of a content pack follows: by folder, or by name at the top. */
export const collections = {
	sources: z.array(source),
	entities: z.array(entity),
	facts: z.array(fact),
	modules: z.array(module),
	glossary: z.array(term)
} as const;
