import type { ArticleVersion, StoredArticle } from '../../knowledge/article-repository.ts';
import type { Article } from '../../knowledge/article.ts';
import type { Facts } from '../../knowledge/facts.ts';
import type { ArticleFaults, ArticleForm } from '../article-form.ts';
import { readableMoment } from '../readable.ts';
import type { StaffVisit } from '../route.ts';
import { vi } from '../texts/vi.ts';
import { ArticleFields } from './article-fields.tsx';
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
      <Form visit={visit} action={action} class="two article-form" id="article">
        <input type="hidden" name="basedOn" value={basedOn ?? ''} />
        <div class="card stack">
          <ArticleFields
            form={form}
            faults={faults}
            isNew={stored === null}
            facts={facts}
            articles={articles}
          />
        </div>
        <aside class="actions">
          <div class="card stack sticky">
            <button type="submit" name="act" value="publish">
              {text.publish}
            </button>
            <button class="quiet" type="submit" name="act" value="draft">
              {text.saveDraft}
            </button>
            <button
              class="quiet"
              type="submit"
              formaction="/console/bai-viet-xem-truoc"
              formnovalidate
              hx-post="/console/bai-viet-xem-truoc"
              hx-target="#preview"
              hx-disinherit="*"
            >
              {text.preview}
            </button>
            <TryField />
          </div>
        </aside>
      </Form>
      <div id="try-result" aria-live="polite" />
      <div id="preview" aria-live="polite" />
    </>
  );
}

function TryField() {
  return (
    <div class="field">
      <label for="question">{vi.tryOut.title}</label>
      <input id="question" name="question" maxLength={2_000} aria-describedby="question-note" />
      <p class="hint" id="question-note">
        {vi.tryOut.lead}
      </p>
      <button
        class="quiet"
        type="submit"
        formaction="/console/bai-viet-thu"
        formnovalidate
        hx-post="/console/bai-viet-thu"
        hx-target="#try-result"
        hx-disinherit="*"
      >
        {vi.tryOut.ask}
      </button>
    </div>
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
