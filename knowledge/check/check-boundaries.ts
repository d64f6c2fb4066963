import type { Article } from '../article.ts';
import type { Boundary } from '../boundaries.ts';
import type { Content } from '../content.ts';
import { INTENT_ROUTES } from '../decision.ts';
import { fillFacts } from '../render-article.ts';
import { compileRespellings } from '../language/respelling.ts';
import { TONES } from '../steps/safety.ts';
import { compileRules } from '../routing/rules.ts';
import type { RuleFile } from '../routing/rules.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

const problemOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Whether phrases can be read does not hang on their spelling. */
const NO_RESPELLINGS = compileRespellings([]);

const checkTexts = (file: string, boundaries: readonly Boundary[], content: Content): Finding[] => {
  const ids = boundaries.map(({ id }) => id);
  return boundaries.flatMap(({ id, text }, at) => {
    const problem = problemOf(() => fillFacts(text, content.facts));
    return [
      ...(problem === null ? [] : [finding(`${file} ${id}`, problem)]),
      ...(ids.indexOf(id) === at ? [] : [finding(`${file} ${id}`, 'the id occurs twice')]),
    ];
  });
};

const checkRules = (
  { classes }: Content['routing'],
  file: string,
  rules: RuleFile,
  targets: ReadonlySet<string>,
): Finding[] => {
  const problem = problemOf(() => compileRules(rules, classes, NO_RESPELLINGS));
  const strays = rules.rules
    .filter(({ to }) => !targets.has(to))
    .map(({ id, to }) => finding(`${file} ${id}`, `leads to ${to}, which does not exist`));
  return problem === null ? strays : [finding(file, problem), ...strays];
};

/** An article that can be shown before anything else: an urgent one, or one that leads to a call or an urgent card. */
const mayBeUrgent = ({ group, nextActions }: Article): boolean =>
  group === 'sos' || nextActions.some(({ kind }) => kind === 'call' || kind === 'sos');

/** Everything wrong with what is not an article: other offices, refusals, rules, fact tables. */
export const checkBoundaries = (content: Content): Finding[] => {
  const { safety, tones, misuse, wishes } = content.routing;
  const urgent = content.articles.filter(mayBeUrgent).map(({ slug }) => slug);
  const laws = new Set(content.facts.laws.map(({ id }) => id));
  return [
    ...checkTexts('out-of-scope.yaml', content.outOfScope, content),
    ...checkTexts('refusals.yaml', content.refusals, content),
    ...checkRules(content.routing, 'routing/safety.yaml', safety, new Set(urgent)),
    ...checkRules(content.routing, 'routing/tone-rules.yaml', tones, new Set(TONES)),
    ...checkRules(
      content.routing,
      'routing/misuse-rules.yaml',
      misuse,
      new Set(content.refusals.map(({ id }) => id)),
    ),
    ...checkRules(content.routing, 'routing/intent-rules.yaml', wishes, new Set(INTENT_ROUTES)),
    ...content.facts.fines
      .filter(({ law }) => !laws.has(law))
      .map(({ id, law }) => finding(`facts/fines.yaml ${id}`, `there is no law ${law}`)),
  ];
};
