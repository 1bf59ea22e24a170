import type { CheckContext } from './checks/context.ts';
import { checkEntities } from './checks/entities.ts';
import { checkEvidence } from './checks/evidence.ts';
import { checkFacts } from './checks/facts.ts';
import { checkGlossary } from './checks/glossary.ts';
import { checkMapQuestions } from './checks/map-questions.ts';
import { checkModules } from './checks/modules.ts';
import { checkPoints } from './checks/points.ts';
import { checkRelations } from './checks/relations.ts';
import { checkSources } from './checks/sources.ts';
import type { Index } from './pack.ts';
import type { Places } from './parse.ts';
import type { Problem } from './problem.ts';

const families = [
	checkRelations,
	checkSources,
	checkEntities,
	checkFacts,
	checkEvidence,
	checkModules,
	checkPoints,
	checkGlossary,
	checkMapQuestions
];

/** The cross checks: what no schema of a single record can see. Problems stand in the order of file and line. */
export function checkPack(index: Index, places: Places): Problem[] {
	const problems: Problem[] = [];
	const report: CheckContext['report'] = (kind, id, path, code, message) =>
		problems.push({ ...places.at(kind, id, path), code, message });
	for (const check of families) check({ index, report });
	return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
