import type { ArticleVersion } from '../../knowledge/article-repository.ts';
import { readableMoment } from '../../reports/moments.ts';
import { vi } from '../texts/vi.ts';

/** Every saved version, newest first; nothing is ever overwritten. */
export function ArticleHistory({ versions }: { readonly versions: readonly ArticleVersion[] }) {
  const [newest] = versions;
  return (
    <>
      <div class="page-head">
        <h1>{vi.article.historyTitle(newest?.article.title ?? '')}</h1>
        <a class="button quiet" href={`/console/bai-viet/${newest?.article.slug ?? ''}`}>
          {vi.common.back}
        </a>
      </div>
      <ol class="timeline" reversed>
        {versions.map(({ version, article, status, savedAt, savedBy }) => (
          <li key={version}>
            <p>
              <b>{vi.article.version(version)}</b> · {vi.article.status[status]}
            </p>
            <p class="muted small">
              {readableMoment(savedAt)} · {savedBy === 'content' ? vi.article.content : savedBy}
            </p>
            <details>
              <summary>{article.title}</summary>
              <p class="bubble">{article.shortAnswer}</p>
              <ol>
                {article.steps.map((step, position) => (
                  <li key={position}>{step}</li>
                ))}
              </ol>
              <p class="muted small">{vi.articles.phrasings(article.phrasings.length)}</p>
              <ul class="small">
                {article.phrasings.map((phrasing) => (
                  <li key={phrasing}>{phrasing}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
