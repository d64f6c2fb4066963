import { z } from 'zod';
import type { Article } from '../../knowledge/article.ts';
import type { MissedQuestionSettlement } from '../../knowledge/missed-question-repository.ts';
import { saveAndPublish, saveDraft } from '../article-acts.ts';
import { publishingFaults } from '../article-form.ts';
import { articleSubject, auditEntry, recordAct } from '../audit-acts.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { line, pathText, queryText, readForm } from '../form.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { EDITORS, route } from '../route.ts';
import type { SameQuestions } from '../same-questions.ts';
import { groupSame } from '../same-questions.ts';
import { goTo, sendPage } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import type { MissedFault } from '../views/missed-questions.tsx';
import { MissedQuestions } from '../views/missed-questions.tsx';

/** Read at once; as many different ones are shown as an editor works through. */
const LISTED = 500;
const SHOWN = 100;
const PHRASING_MIN_CHARS = 3;
const PHRASING_MAX_CHARS = 200;

const settleForm = z.object({
  act: z.enum(['add', 'dismiss']),
  slug: line(200).default(''),
  phrasing: line(2_000).default(''),
});

/** Questions that found no answer: each, with those in the same words, becomes a phrasing of an article or is set aside. */
export function missedQuestionRoutes(deps: ConsoleDependencies): Route[] {
  return [
    route({ method: 'get', path: '/cau-hoi', roles: EDITORS, handler: (visit) => show(deps, visit, null) }),
    route({ method: 'post', path: '/cau-hoi/:id', roles: EDITORS, handler: (visit) => settle(deps, visit) }),
  ];
}

interface Refused {
  readonly id: string;
  readonly fault: MissedFault;
  readonly slug: string;
  readonly phrasing: string;
}

async function show(deps: ConsoleDependencies, visit: StaffVisit, refused: Refused | null): Promise<void> {
  const [questions, articles] = await Promise.all([
    deps.missedQuestions.listOpen(LISTED),
    deps.articles.list(),
  ]);
  const doneName = queryText(visit.request, 'xong');
  const done = Object.entries(vi.missed.done).find(([name]) => name === doneName)?.[1] ?? null;
  sendPage(
    visit,
    { title: vi.missed.title, place: 'missed', status: refused === null ? 200 : 422 },
    <MissedQuestions
      visit={visit}
      groups={groupSame(questions).slice(0, SHOWN)}
      articles={articles}
      done={done}
      refused={refused}
    />,
  );
}

async function settle(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const form = readForm(visit.request, settleForm);
  const id = pathText(visit.request, 'id');
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const groups = groupSame(await deps.missedQuestions.listOpen(LISTED));
  const open = groups.find(({ ids }) => ids.includes(id));
  const done =
    open === undefined
      ? 'settled'
      : form.act === 'dismiss'
        ? await dismiss(deps, visit, open)
        : await addPhrasing(deps, visit, open, form);
  if (done === 'added' || done === 'drafted' || done === 'dismissed')
    goTo(visit, `/console/cau-hoi?xong=${done}`);
  else await show(deps, visit, { id, fault: done, slug: form.slug, phrasing: form.phrasing });
}

async function dismiss(
  deps: ConsoleDependencies,
  { staff, now }: StaffVisit,
  { newest: { id }, ids }: SameQuestions,
): Promise<'dismissed' | MissedFault> {
  if (!(await settleAll(deps, ids, { kind: 'dismissed' }, staff.login))) return 'settled';
  await recordAct(deps.transact, auditEntry(staff, 'question-settled', `question:${id}`, now, 'dismissed'));
  return 'dismissed';
}

/** Published at once; where somebody's draft lies beside the article, only that draft gets the phrasing. */
async function addPhrasing(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  { newest: { id }, ids }: SameQuestions,
  { slug, phrasing }: { readonly slug: string; readonly phrasing: string },
): Promise<'added' | 'drafted' | MissedFault> {
  if (phrasing.length < PHRASING_MIN_CHARS || phrasing.length > PHRASING_MAX_CHARS) return 'length';
  const stored = await deps.articles.bySlug(slug);
  const newest = stored?.draft ?? stored?.published ?? null;
  if (stored === null || newest === null) return 'no-article';
  const article = withPhrasing(newest.article, phrasing);
  const toDraft = stored.draft !== null;
  if (!toDraft && publishingFaults(article, deps.facts).length > 0) return 'unpublishable';
  const write = toDraft ? saveDraft : saveAndPublish;
  const saved = await write(deps, visit, article, newest.version);
  if (!saved.ok) return 'stale';
  const { staff, now } = visit;
  await settleAll(deps, ids, { kind: 'phrasing', slug }, staff.login);
  await recordAct(
    deps.transact,
    auditEntry(staff, 'question-settled', articleSubject(slug), now, `question:${id}`),
  );
  return toDraft ? 'drafted' : 'added';
}

/** False when none of them was open any more. */
async function settleAll(
  deps: ConsoleDependencies,
  ids: readonly string[],
  settlement: MissedQuestionSettlement,
  login: string,
): Promise<boolean> {
  const settled = await Promise.all(ids.map((id) => deps.missedQuestions.settle(id, settlement, login)));
  return settled.includes(true);
}

function withPhrasing(article: Article, phrasing: string): Article {
  return { ...article, phrasings: [...new Set([...article.phrasings, phrasing])] };
}
