import { z } from 'zod';
import type { StoredArticle } from '../../knowledge/article-repository.ts';
import type { ArticleFaults, ArticleForm } from '../article-form.ts';
import { articleFormSchema, formOf, publishingFaults, readArticle } from '../article-form.ts';
import { saveAndPublish, saveDraft } from '../article-acts.ts';
import { articleTitles } from '../article-titles.ts';
import type { ConsoleDependencies } from '../dependencies.ts';
import { paragraphs, pathText, queryText, readForm } from '../form.ts';
import { isoDay } from '../readable.ts';
import { refuse } from '../refusals.tsx';
import type { Route, StaffVisit } from '../route.ts';
import { EDITORS, route } from '../route.ts';
import { goTo, sendFragment, sendPage, wantsFragment } from '../send-page.tsx';
import { vi } from '../texts/vi.ts';
import type { EditState } from '../views/article-edit.tsx';
import { ArticleEdit } from '../views/article-edit.tsx';
import { ArticlePreview } from '../views/article-preview.tsx';
import { TriedQuestionView } from '../views/try-out.tsx';
import { QUESTION_MAX_CHARS } from './articles.tsx';

/** The newest version that the editor saw; empty for an article that is new. */
const basedOn = z
  .string()
  .regex(/^\d{0,9}$/)
  .transform((text) => (text === '' ? null : Number(text)));
const saveForm = articleFormSchema.extend({ basedOn, act: z.enum(['draft', 'publish']) });
const tryForm = articleFormSchema.extend({ question: paragraphs(QUESTION_MAX_CHARS).default('') });

const EMPTY_FORM: ArticleForm = articleFormSchema.parse({});
const DAY_MS = 86_400_000;
const REVIEW_AFTER_DAYS = 180;

/** Writing an article: the form, saving, publishing, looking at it and asking it before anybody else does. */
export function articleEditRoutes(deps: ConsoleDependencies): Route[] {
  const edit = (visit: StaffVisit) => showStored(deps, visit);
  return [
    route({ method: 'get', path: '/bai-viet-moi', roles: EDITORS, handler: (visit) => showNew(deps, visit) }),
    route({
      method: 'post',
      path: '/bai-viet-moi',
      roles: EDITORS,
      handler: (visit) => save(deps, visit, null),
    }),
    route({ method: 'get', path: '/bai-viet/:slug', roles: EDITORS, handler: edit }),
    route({
      method: 'post',
      path: '/bai-viet/:slug',
      roles: EDITORS,
      handler: (visit) => save(deps, visit, pathText(visit.request, 'slug')),
    }),
    route({
      method: 'post',
      path: '/bai-viet-xem-truoc',
      roles: EDITORS,
      handler: (visit) => preview(deps, visit),
    }),
    route({
      method: 'post',
      path: '/bai-viet-thu',
      roles: EDITORS,
      handler: (visit) => tryDraft(deps, visit),
    }),
  ];
}

function showNew(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const review = new Date(visit.now.getTime() + REVIEW_AFTER_DAYS * DAY_MS);
  const form = { ...EMPTY_FORM, reviewedAt: isoDay(visit.now), reviewBy: isoDay(review) };
  return show(deps, visit, {
    stored: null,
    form,
    basedOn: null,
    faults: {},
    warnings: [],
    isStale: false,
    done: null,
  });
}

async function showStored(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const stored = await deps.articles.bySlug(pathText(visit.request, 'slug'));
  const newest = stored?.draft ?? stored?.published ?? null;
  if (stored === null || newest === null) {
    refuse(visit, 'not-found');
    return;
  }
  const doneName = queryText(visit.request, 'xong');
  await show(deps, visit, {
    stored,
    form: formOf(newest.article),
    basedOn: newest.version,
    faults: {},
    warnings: publishingFaults(newest.article, deps.facts),
    isStale: false,
    done: Object.entries(vi.article.done).find(([name]) => name === doneName)?.[1] ?? null,
  });
}

async function show(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  state: EditState,
  status = 200,
): Promise<void> {
  const published = await deps.articles.list();
  const title = state.stored === null ? vi.article.newTitle : state.form.title;
  sendPage(
    visit,
    { title, place: 'articles', status },
    <ArticleEdit visit={visit} state={state} facts={deps.facts} articles={published} />,
  );
}

/** Saves, and publishes where that was asked. Whatever is wrong, the form comes back with everything that was typed. */
async function save(deps: ConsoleDependencies, visit: StaffVisit, slug: string | null): Promise<void> {
  const sent = readForm(visit.request, saveForm);
  if (sent === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const { basedOn: seen, act, ...typed } = sent;
  const form = slug === null ? typed : { ...typed, slug };
  const stored = slug === null ? null : await deps.articles.bySlug(slug);
  const refuseWith = (faults: ArticleFaults, warnings: readonly string[] = []) =>
    show(deps, visit, { stored, form, basedOn: seen, faults, warnings, isStale: false, done: null }, 422);

  const read = readArticle(form);
  if (!read.ok) return refuseWith(read.faults);
  const warnings = publishingFaults(read.article, deps.facts);
  if (act === 'publish' && warnings.length > 0) return refuseWith({}, warnings);
  const write = act === 'publish' ? saveAndPublish : saveDraft;
  const saved = await write(deps, visit, read.article, seen);
  if (saved.ok) {
    goTo(visit, `/console/bai-viet/${read.article.slug}?xong=${act === 'publish' ? 'published' : 'draft'}`);
    return;
  }
  if (slug === null) return refuseWith({ slug: vi.article.slugTaken });
  await showOvertaken(deps, visit, slug, form, warnings);
}

/** Somebody saved meanwhile: saving again from here replaces what they wrote, knowingly. */
async function showOvertaken(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  slug: string,
  form: ArticleForm,
  warnings: readonly string[],
): Promise<void> {
  const stored = await deps.articles.bySlug(slug);
  const state = {
    stored,
    form,
    basedOn: newestVersion(stored),
    faults: {},
    warnings,
    isStale: true,
    done: null,
  };
  await show(deps, visit, state, 409);
}

function newestVersion(stored: StoredArticle | null): number | null {
  return Math.max(stored?.draft?.version ?? 0, stored?.published?.version ?? 0) || null;
}

function preview(deps: ConsoleDependencies, visit: StaffVisit): void {
  const form = readForm(visit.request, articleFormSchema);
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const content = <ArticlePreview read={readArticle(form)} facts={deps.facts} />;
  if (wantsFragment(visit)) sendFragment(visit, content);
  else sendPage(visit, { title: vi.article.preview, place: 'articles' }, content);
}

async function tryDraft(deps: ConsoleDependencies, visit: StaffVisit): Promise<void> {
  const form = readForm(visit.request, tryForm);
  if (form === null) {
    refuse(visit, 'bad-form');
    return;
  }
  const { question, ...typed } = form;
  const read = readArticle(typed);
  const draft = read.ok ? read.article : null;
  const tried = question === '' ? null : await deps.tryQuestion(question, draft);
  const titles = await articleTitles(deps.articles, draft);
  const content = <TriedQuestionView tried={tried} usesDraft={read.ok} titles={titles} />;
  if (wantsFragment(visit)) sendFragment(visit, content);
  else sendPage(visit, { title: vi.tryOut.title, place: 'articles' }, content);
}
