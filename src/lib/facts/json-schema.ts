import { z } from 'zod';
import { mapQuestions } from './map-questions.ts';
import { map } from './map-schema.ts';
import { collections, relations, sourcebook } from './schema.ts';

/** The JSON Schemas of content files, by name, as they stand in content/schema/NAME.json. */
export function jsonSchemas(): Record<string, string> {
	const schemas = { ...collections, relations, sourcebook, map, 'map-questions': mapQuestions };
	return Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => [
			name,
			`${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, '\t')}\n`
		])
	);
}
