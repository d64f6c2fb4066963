import type { Facts } from '../../knowledge/facts.ts';
import { FactReferenceError, longText, shortText } from '../../knowledge/render-article.ts';
import type { ReadArticle } from '../article-form.ts';
import { publishingFaults } from '../article-form.ts';
import { vi } from '../texts/vi.ts';

/** What residents would see, or why that cannot be shown yet. */
export function ArticlePreview({ read, facts }: { readonly read: ReadArticle; readonly facts: Facts }) {
  const text = vi.article;
  const faults = read.ok ? publishingFaults(read.article, facts) : Object.values(read.faults);
  const texts = read.ok ? textsOf(read.article, facts) : null;
  return (
    <section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.previewTitle}</h2>
      {faults.length > 0 && (
        <div class="notice notice-warn">
          <p>{text.previewFaults}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {texts !== null && (
        <>
          <h3>{text.previewShort}</h3>
          <p class="bubble">{texts.short}</p>
          <h3>{text.previewLong}</h3>
          <p class="bubble">{texts.long}</p>
        </>
      )}
    </section>
  );
}

function textsOf(
  article: Parameters<typeof shortText>[0],
  facts: Facts,
): { readonly short: string; readonly long: string } | null {
  try {
    return { short: shortText(article, facts), long: longText(article, facts) };
  } catch (error) {
    if (error instanceof FactReferenceError) return null;
    throw error;
  }
}
