/** The checks that writers make before they keep a set of options; all 19 rules are in flaws/judge.ts. */
export * from './flaws/options.ts';
