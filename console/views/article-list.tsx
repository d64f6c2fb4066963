import type { StoredArticle } from '../../knowledge/article-repository.ts';
import type { ArticleGroup } from '../../knowledge/article.ts';
import { ARTICLE_GROUPS } from '../../knowledge/article.ts';
import { readableDate } from '../../reports/moments.ts';
import { isoDay } from '../readable.ts';
import { vi } from '../texts/vi.ts';
import { Options } from './field.tsx';
import { Empty } from './parts.tsx';

interface ArticleListProps {
  readonly now: Date;
  readonly articles: readonly StoredArticle[];
  readonly words: string;
  readonly group: ArticleGroup | null;
}

export function ArticleList({ now, articles, words, group }: ArticleListProps) {
  const text = vi.articles;
  const today = isoDay(now);
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <p class="buttons">
          <a class="button quiet" href="/console/hoi-thu">
            {vi.tryOut.title}
          </a>
          <a class="button" href="/console/bai-viet-moi">
            {text.new}
          </a>
        </p>
      </div>
      <p class="muted">{text.lead}</p>
      <form class="search" method="get" action="/console/bai-viet" role="search">
        <label for="words">{text.search}</label>
        <input id="words" name="tim" value={words} maxLength={100} />
        <label for="group">{text.group}</label>
        <select id="group" name="nhom">
          <Options
            among={[['', text.anyGroup], ...ARTICLE_GROUPS.map((one) => [one, text.groups[one]] as const)]}
            chosen={group}
          />
        </select>
        <button type="submit">{text.apply}</button>
      </form>
      <p class="muted">{text.count(articles.length)}</p>
      {articles.length === 0 && <Empty title={text.emptyTitle} text={text.empty} />}
      <ul class="rows">
        {articles.map((stored) => (
          <Row key={stored.slug} stored={stored} today={today} />
        ))}
      </ul>
    </>
  );
}

function Row({ stored, today }: { readonly stored: StoredArticle; readonly today: string }) {
  const article = (stored.draft ?? stored.published)?.article;
  if (article === undefined) return null;
  const text = vi.articles;
  return (
    <li class="row">
      <a href={`/console/bai-viet/${stored.slug}`}>
        <span class="tag group">{text.groups[article.group]}</span>
        <span class="row-main">
          <strong>{article.title}</strong>
          <span class="muted small">{stored.slug}</span>
        </span>
        <span class="row-facts">
          {stored.published === null && <span class="tag status-rejected">{text.neverPublished}</span>}
          {stored.published !== null && stored.draft !== null && (
            <span class="tag status-verifying">{text.draft}</span>
          )}
          <span>{text.phrasings(article.phrasings.length)}</span>
        </span>
        <span class="row-age">
          {article.reviewBy < today ? (
            <b class="late">{text.overdue}</b>
          ) : (
            `${text.reviewBy} ${readableDate(new Date(article.reviewBy))}`
          )}
        </span>
      </a>
    </li>
  );
}
