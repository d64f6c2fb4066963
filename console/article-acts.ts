import type { SaveOutcome } from '../knowledge/article-repository.ts';
import type { Article } from '../knowledge/article.ts';
import { articleSubject, auditEntry, recordAct } from './audit-acts.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import type { StaffVisit } from './route.ts';

/** Keeps a draft beside what residents see. */
export async function saveDraft(
  deps: ConsoleDependencies,
  { staff, now }: StaffVisit,
  article: Article,
  basedOn: number | null,
): Promise<SaveOutcome> {
  const saved = await deps.articles.saveDraft(article, basedOn, staff.login);
  if (saved.ok) {
    const detail = `v${saved.version}`;
    await recordAct(
      deps.transact,
      auditEntry(staff, 'article-saved', articleSubject(article.slug), now, detail),
    );
  }
  return saved;
}

/** Makes the article what residents see, and the bot answer with it at once. */
export async function saveAndPublish(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  article: Article,
  basedOn: number | null,
): Promise<SaveOutcome> {
  const { staff, now } = visit;
  const saved = await saveDraft(deps, visit, article, basedOn);
  if (!saved.ok) return saved;
  const published = await deps.articles.publish(article.slug, saved.version, staff.login);
  if (!published.ok) return published;
  await recordAct(
    deps.transact,
    auditEntry(staff, 'article-published', articleSubject(article.slug), now, `v${published.version}`),
  );
  await deps.onPublished();
  return published;
}
