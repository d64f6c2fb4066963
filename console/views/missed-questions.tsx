import type { Article } from '../../knowledge/article.ts';
import type { StaffVisit } from '../route.ts';
import type { SameQuestions } from '../same-questions.ts';
import { vi } from '../texts/vi.ts';
import { Age, Empty, Form, Notice, Outside } from './parts.tsx';

export type MissedFault = keyof typeof vi.missed.fault;

interface MissedQuestionsProps {
  readonly visit: StaffVisit;
  readonly groups: readonly SameQuestions[];
  readonly articles: readonly Article[];
  readonly done: string | null;
  readonly refused: {
    readonly id: string;
    readonly fault: MissedFault;
    readonly slug: string;
    readonly phrasing: string;
  } | null;
}

export function MissedQuestions(props: MissedQuestionsProps) {
  const { groups, articles, done, refused } = props;
  const text = vi.missed;
  return (
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {done !== null && <Notice tone="good">{done}</Notice>}
      {refused !== null && <Notice tone="bad">{text.fault[refused.fault]}</Notice>}
      {groups.length === 0 && <Empty title={text.emptyTitle} text={text.empty} />}
      <datalist id="article-slugs">
        {articles.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </datalist>
      <ul class="plain">
        {groups.map((group) => (
          <li key={group.newest.id} class="card">
            <Question {...props} group={group} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Question(props: MissedQuestionsProps & { readonly group: SameQuestions }) {
  const { visit, group, refused, articles } = props;
  const question = group.newest;
  const text = vi.missed;
  const typed = refused !== null && group.ids.includes(refused.id) ? refused : null;
  const { id } = question;
  const suggested = question.offered[0] ?? '';
  return (
    <>
      <p class="asked">
        “<Outside text={question.question} />”{' '}
        <span class="muted small">
          {group.ids.length > 1 && <b>{text.times(group.ids.length)}, </b>}
          <Age at={question.at} now={visit.now} />
        </span>
      </p>
      {question.offered.length > 0 && (
        <p class="muted small">
          {text.offered}{' '}
          {question.offered
            .map((slug) => articles.find((one) => one.slug === slug)?.title ?? slug)
            .join('; ')}
        </p>
      )}
      <Form visit={visit} action={`/console/cau-hoi/${encodeURIComponent(id)}`} class="inline">
        <div class="field grow">
          <label for={`phrasing-${id}`}>{text.phrasing}</label>
          <input
            id={`phrasing-${id}`}
            name="phrasing"
            value={typed?.phrasing ?? question.question}
            maxLength={400}
          />
        </div>
        <div class="field grow">
          <label for={`slug-${id}`}>{text.article}</label>
          <input
            id={`slug-${id}`}
            name="slug"
            list="article-slugs"
            value={typed?.slug ?? suggested}
            maxLength={100}
            autocomplete="off"
          />
        </div>
        <p class="buttons">
          <button type="submit" name="act" value="add">
            {text.add}
          </button>
          <button class="quiet" type="submit" name="act" value="dismiss">
            {text.dismiss}
          </button>
        </p>
      </Form>
    </>
  );
}
