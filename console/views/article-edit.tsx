import type { ArticleVersion, StoredArticle } from '../../knowledge/article-repository.ts';
import type { Article } from '../../knowledge/article.ts';
import type { Facts } from '../../knowledge/facts.ts';
import type { ArticleFaults, ArticleForm } from '../article-form.ts';
import { CSRF_FIELD, csrfToken } from '../middleware/csrf.ts';
import { readableMoment } from '../../reports/moments.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { ArticleFields } from './article-fields.tsx';
import { Field } from './field.tsx';
import { Form, Notice } from './parts.tsx';

/** The form with what is around it: stored versions, what is wrong, what somebody else did. */
export interface EditState {
  /** Null for an article that is new. */
  readonly stored: StoredArticle | null;
  readonly form: ArticleForm;
  readonly basedOn: number | null;
  readonly faults: ArticleFaults;
  /** What keeps it from being published. */
  readonly warnings: readonly string[];
  /** Somebody saved a newer version while this one was written. */
  readonly isStale: boolean;
  readonly done: string | null;
}

interface ArticleEditProps {
  readonly visit: StaffVisit;
  readonly state: EditState;
  readonly facts: Facts;
  /** Published articles, for choices. */
  readonly articles: readonly Article[];
}

export function ArticleEdit({ visit, state, facts, articles }: ArticleEditProps) {
  const { stored, form, basedOn, faults, isStale, done } = state;
  const text = vi.article;
  const hasFaults = Object.keys(faults).length > 0;
  const action = stored === null ? '/console/bai-viet-moi' : `/console/bai-viet/${stored.slug}`;
  return (
    <>
      <div class="page-head">
        <h1>{stored === null ? text.newTitle : form.title}</h1>
        {stored !== null && (
          <a class="button quiet" href={`/console/bai-viet/${stored.slug}/lich-su`}>
            {text.history}
          </a>
        )}
      </div>
      {done !== null && <Notice tone="good">{done}</Notice>}
      {isStale && <Notice tone="bad">{text.stale}</Notice>}
      {hasFaults && <Notice tone="bad">{text.fix}</Notice>}
      <Warnings warnings={state.warnings} />
      {stored !== null && <Versions stored={stored} />}
      <div class="two">
        <Form visit={visit} action={action} class="card stack" id="article">
          <input type="hidden" name="basedOn" value={basedOn ?? ''} />
          <ArticleFields
            form={form}
            faults={faults}
            isNew={stored === null}
            facts={facts}
            articles={articles}
          />
        </Form>
        <aside class="actions sticky">
          <SaveButtons />
          <div id="preview" aria-live="polite" />
          <TryForm visit={visit} />
          <div id="try-result" aria-live="polite" />
        </aside>
      </div>
    </>
  );
}

/** Enter in a field presses the first of these: it must be the one that changes nothing for residents. */
function SaveButtons() {
  return (
    <div class="card stack save-bar">
      <button class="quiet" type="submit" form="article" name="act" value="draft">
        {vi.article.saveDraft}
      </button>
      <button type="submit" form="article" name="act" value="publish">
        {vi.article.publish}
      </button>
      <button
        class="quiet"
        type="submit"
        form="article"
        formaction="/console/bai-viet-xem-truoc"
        formnovalidate
        hx-post="/console/bai-viet-xem-truoc"
        hx-target="#preview"
        hx-include="#article"
      >
        {vi.article.preview}
      </button>
    </div>
  );
}

/** Asks with what is being written; without a script only what is published is asked. */
function TryForm({ visit }: { readonly visit: StaffVisit }) {
  return (
    <form
      class="card stack"
      method="post"
      action="/console/bai-viet-thu"
      hx-post="/console/bai-viet-thu"
      hx-target="#try-result"
      hx-include="#article"
    >
      <input type="hidden" name={CSRF_FIELD} value={csrfToken(visit.request)} />
      <Field id="question" label={vi.tryOut.title} hint={vi.tryOut.lead}>
        <input id="question" name="question" maxLength={2_000} aria-describedby="question-note" />
      </Field>
      <button class="quiet" type="submit">
        {vi.tryOut.ask}
      </button>
    </form>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{vi.article.warnings}</p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Versions({ stored }: { readonly stored: StoredArticle }) {
  const { published, draft } = stored;
  return (
    <p class="muted">
      {published === null ? vi.article.notPublished : vi.article.isPublished(...parts(published))}{' '}
      {draft !== null && vi.article.isDraft(...parts(draft))}
    </p>
  );
}

function parts({ version, savedAt, savedBy }: ArticleVersion): [number, string, string] {
  return [version, readableMoment(savedAt), savedBy === 'content' ? vi.article.content : savedBy];
}
