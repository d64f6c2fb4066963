import type { Article } from '../../knowledge/article.ts';
import { ARTICLE_GROUPS } from '../../knowledge/article.ts';
import type { Facts } from '../../knowledge/facts.ts';
import { CATEGORY_INFO } from '../../reports/categories.ts';
import { CATEGORIES } from '../../reports/report.ts';
import type { ArticleFaults, ArticleField, ArticleForm } from '../article-form.ts';
import { actionFieldsOf, actionValue } from '../article-form.ts';
import { vi } from '../texts/vi.ts';
import { Field, Options } from './field.tsx';

interface FieldsProps {
  readonly form: ArticleForm;
  readonly faults: ArticleFaults;
}

interface ArticleFieldsProps extends FieldsProps {
  readonly isNew: boolean;
  readonly facts: Facts;
  readonly articles: readonly Article[];
}

/** Every field of an article, in the order in which an editor thinks of them. */
export function ArticleFields({ form, faults, isNew, facts, articles }: ArticleFieldsProps) {
  const text = vi.article;
  const given = { form, faults };
  return (
    <>
      <Line {...given} name="title" label={text.titleLabel} hint={text.titleHint} maxLength={120} />
      {isNew ? (
        <Line {...given} name="slug" label={text.slug} hint={text.slugHint} maxLength={80} />
      ) : (
        <input type="hidden" name="slug" value={form.slug} />
      )}
      <Field id="group" label={text.group} error={faults.group}>
        <select id="group" name="group">
          <Options
            among={ARTICLE_GROUPS.map((group) => [group, vi.articles.groups[group]])}
            chosen={form.group}
          />
        </select>
      </Field>
      <Area {...given} name="shortAnswer" label={text.shortAnswer} hint={text.shortAnswerHint} rows={7} />
      <Area {...given} name="phrasings" label={text.phrasings} hint={text.phrasingsHint} rows={10} />
      <Area {...given} name="steps" label={text.steps} hint={text.stepsHint} rows={7} />
      <Area {...given} name="signs" label={text.signs} hint={text.signsHint} rows={4} />
      <Area {...given} name="trick" label={text.trick} hint={text.trickHint} rows={3} />
      <NextActions form={form} facts={facts} articles={articles} error={faults.nextActions} />
      <Area {...given} name="legalBasis" label={text.legalBasis} hint={text.legalBasisHint} rows={3} />
      <details>
        <summary>{text.laws}</summary>
        <ul class="small">
          {facts.laws.map(({ id, name }) => (
            <li key={id}>
              <code>{id}</code> {name}
            </li>
          ))}
        </ul>
      </details>
      <Area {...given} name="sources" label={text.sources} hint={text.sourcesHint} rows={3} />
      <Area {...given} name="related" label={text.related} hint={text.relatedHint} rows={3} />
      <div class="pair">
        <Line {...given} name="reviewedAt" label={text.reviewedAt} type="date" />
        <Line {...given} name="reviewBy" label={text.reviewByLabel} type="date" />
      </div>
    </>
  );
}

interface LineProps extends FieldsProps {
  readonly name: ArticleField & keyof ArticleForm;
  readonly label: string;
  readonly hint?: string;
  readonly type?: string;
  readonly maxLength?: number;
}

function Line({ form, faults, name, label, hint, type = 'text', maxLength }: LineProps) {
  return (
    <Field id={name} label={label} hint={hint} error={faults[name]}>
      <input
        id={name}
        name={name}
        type={type}
        value={form[name]}
        maxLength={maxLength}
        aria-describedby={`${name}-note`}
        aria-invalid={faults[name] !== undefined}
      />
    </Field>
  );
}

interface AreaProps extends FieldsProps {
  readonly name: ArticleField & keyof ArticleForm;
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
}

function Area({ form, faults, name, label, hint, rows }: AreaProps) {
  return (
    <Field id={name} label={label} hint={hint} error={faults[name]}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        aria-describedby={`${name}-note`}
        aria-invalid={faults[name] !== undefined}
      >
        {form[name]}
      </textarea>
    </Field>
  );
}

interface NextActionsProps {
  readonly form: ArticleForm;
  readonly facts: Facts;
  readonly articles: readonly Article[];
  readonly error: string | undefined;
}

/** Four choices, each from everything that a button can do. */
function NextActions({ form, facts, articles, error }: NextActionsProps) {
  const names = vi.articles.nextActions;
  const options: (readonly [string, string])[] = [
    ['', vi.article.noAction],
    ['human', names.human],
    ['check', names.check],
    ['track', names.track],
    ...CATEGORIES.map((category) => {
      const title = `${names.report}: ${category} ${CATEGORY_INFO[category].shortName}`;
      return [actionValue({ kind: 'report', category }), title] as const;
    }),
    ...facts.hotlines.map(({ id, name, number }) => {
      return [actionValue({ kind: 'call', hotline: id }), `${names.call} ${number}: ${name}`] as const;
    }),
    ...articles
      .filter(({ group }) => group === 'sos')
      .map(({ slug, title }) => [actionValue({ kind: 'sos', slug }), `${names.sos}: ${title}`] as const),
  ];
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'}>
      <legend>{vi.article.nextActionsLabel}</legend>
      {actionFieldsOf(form).map((value, position) => (
        <select
          key={position}
          name={`action${position + 1}`}
          aria-label={`${vi.article.nextActionsLabel} ${position + 1}`}
        >
          <Options among={withOption(options, value)} chosen={value} />
        </select>
      ))}
      <p class={error === undefined ? 'hint' : 'hint error'}>{error ?? vi.article.nextActionsHint}</p>
    </fieldset>
  );
}

/** A value that is no choice any more stays as it is, so that saving does not change it by itself. */
function withOption(
  options: readonly (readonly [string, string])[],
  value: string,
): readonly (readonly [string, string])[] {
  return options.some(([option]) => option === value) ? options : [...options, [value, value]];
}
