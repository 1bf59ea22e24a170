// `npm run schema`: writes the JSON Schemas that editors get in their text editor, from the zod schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/lib/facts/json-schema.ts';

mkdirSync('content/schema', { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas()))
	writeFileSync(`content/schema/${name}.json`, text);
