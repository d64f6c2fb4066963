import type { TriedQuestion } from '../dependencies.ts';
import { vi } from '../texts/vi.ts';
import { Notice, Outside } from './parts.tsx';

interface TryPageProps {
  readonly question: string;
  readonly tried: TriedQuestion | null;
  /** Of the articles, by slug. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Asks what is published, as a resident would. */
export function TryPage({ question, tried, titles }: TryPageProps) {
  const text = vi.tryOut;
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <a class="button quiet" href="/console/bai-viet">
          {vi.common.back}
        </a>
      </div>
      <p class="muted">{text.lead}</p>
      <form class="search" method="get" action="/console/hoi-thu">
        <label for="question">{text.question}</label>
        <input id="question" name="q" value={question} maxLength={2_000} required autofocus />
        <button type="submit">{text.ask}</button>
      </form>
      {tried !== null && <TriedQuestionView tried={tried} usesDraft={null} titles={titles} />}
    </>
  );
}

interface TriedQuestionViewProps {
  readonly tried: TriedQuestion | null;
  /** Whether what is being written was asked as well; null where nothing is being written. */
  readonly usesDraft: boolean | null;
  /** Of the articles, by slug. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The verdict: what the bot does, what it says, and which articles came close. */
export function TriedQuestionView({ tried, usesDraft, titles }: TriedQuestionViewProps) {
  const text = vi.tryOut;
  if (tried === null) return <Notice tone="warn">{text.needsQuestion}</Notice>;
  const { decision, text: said } = tried;
  return (
    <section class="card" aria-labelledby="try-title">
      <h2 id="try-title">
        {text.decides}: {vi.articles.routes[decision.route]}
        {decision.slug !== null && <ArticleLink slug={decision.slug} titles={titles} />}
      </h2>
      {usesDraft !== null && <p class="muted small">{usesDraft ? text.withDraft : text.withoutDraft}</p>}
      <h3>{text.says}</h3>
      {said === '' ? <p class="muted">{text.nothingSaid}</p> : <p class="bubble">{said}</p>}
      <h3>{text.candidates}</h3>
      {decision.candidates.length === 0 ? (
        <p class="muted">{text.noCandidates}</p>
      ) : (
        <ol class="candidates">
          {decision.candidates.map(({ slug, score }) => (
            <li key={slug}>
              <ArticleLink slug={slug} titles={titles} />
              <meter min={0} max={1} value={score} aria-label={text.score} /> {Math.round(score * 100)}%
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>{text.steps}</summary>
        <ol class="small">
          {decision.trace.map(({ step, note, durationMs }, position) => (
            <li key={position}>
              <Outside text={step} />: <Outside text={note} />{' '}
              <span class="muted">{text.ms(durationMs)}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

interface ArticleLinkProps extends Pick<TriedQuestionViewProps, 'titles'> {
  readonly slug: string;
}

function ArticleLink({ slug, titles }: ArticleLinkProps) {
  return (
    <>
      {' '}
      <a href={`/console/bai-viet/${slug}`}>{titles.get(slug) ?? slug}</a>{' '}
    </>
  );
}
