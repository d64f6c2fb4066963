import type { Article } from './article.ts';
import type { Facts } from './facts.ts';

/** A text names a fact that is missing, unconfirmed or not yet signed: it must not reach a resident. */
export class FactReferenceError extends Error {
  readonly reference: string;

  constructor(reference: string, reason: string) {
    super(`Fact reference ${reference} cannot be filled in: ${reason}`);
    this.name = 'FactReferenceError';
    this.reference = reference;
  }
}

const REFERENCE = /\{\{\s*([a-z]+)(?::([a-z0-9-]+))?\s*\}\}/g;
const ANYTHING_IN_BRACES = /\{\{[^}]*\}\}/;

type Row = { id: string; confidence: Facts['banks'][number]['confidence'] };

const trusted = <R extends Row>(rows: readonly R[], id: string | undefined, reference: string): R => {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new FactReferenceError(reference, 'no such row');
  if (row.confidence === 'C')
    throw new FactReferenceError(reference, 'the row is unconfirmed (confidence C)');
  return row;
};

const bankLines = (facts: Facts): string =>
  facts.banks
    .filter((bank) => bank.confidence !== 'C')
    .map((bank) => `${bank.name}: ${bank.number}`)
    .join('\n');

const fillOne = (reference: string, table: string, id: string | undefined, facts: Facts): string => {
  switch (table) {
    case 'hotline':
      return trusted(facts.hotlines, id, reference).number;
    case 'bank':
      return trusted(facts.banks, id, reference).number;
    case 'banks':
      return bankLines(facts);
    case 'agency':
      return trusted(facts.agencies, id, reference).name;
    case 'site':
      return trusted(facts.sites, id, reference).name;
    case 'siteurl':
      return trusted(facts.sites, id, reference).address;
    case 'law':
      return trusted(facts.laws, id, reference).name;
    case 'fine': {
      const fine = trusted(facts.fines, id, reference);
      if (!fine.reviewed) throw new FactReferenceError(reference, 'no legal officer has signed the fine');
      return fine.text;
    }
    default:
      throw new FactReferenceError(reference, 'no such table');
  }
};

/**
 * The text with its facts filled in.
 *
 * @throws FactReferenceError for a row that is missing, of confidence C, or an unsigned fine.
 */
export const fillFacts = (text: string, facts: Facts): string => {
  const filled = text.replace(REFERENCE, (reference, table: string, id: string | undefined) =>
    fillOne(reference, table, id, facts),
  );
  const left = ANYTHING_IN_BRACES.exec(filled);
  if (left) throw new FactReferenceError(left[0], 'not written as {{table:id}}');
  return filled;
};

const vietnameseDate = (isoDate: string): string => isoDate.split('-').reverse().join('/');

/** "Nguồn: …, cập nhật dd/mm/yyyy"; the date is that of the last review. */
export const sourceLine = (article: Article): string =>
  `Nguồn: ${article.sources
    .slice(0, 2)
    .map((source) => source.title)
    .join('; ')}, cập nhật ${vietnameseDate(article.reviewedAt)}`;

/** The answer for one chat message. @throws FactReferenceError */
export const shortText = (article: Article, facts: Facts): string => fillFacts(article.shortAnswer, facts);

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`${heading}\n${lines.join('\n')}`] : [];

/** Names of the provisions that may be told: an unconfirmed law is left out, an unknown one is an error. */
const lawNames = (article: Article, facts: Facts): string[] =>
  article.legalBasis.flatMap(({ law }) => {
    const row = facts.laws.find((candidate) => candidate.id === law);
    if (!row) throw new FactReferenceError(`legalBasis ${law}`, 'no such row');
    return row.confidence === 'C' ? [] : [`- ${row.name}`];
  });

/** The whole article as plain text: what to do step by step, signs, trick, legal basis. @throws FactReferenceError */
export const longText = (article: Article, facts: Facts): string => {
  const fill = (text: string): string => fillFacts(text, facts);
  return [
    article.title,
    ...section(
      'Các bước nên làm:',
      article.steps.map((step, index) => `${index + 1}. ${fill(step)}`),
    ),
    ...section(
      'Dấu hiệu nhận biết:',
      article.signs.map((sign) => `- ${fill(sign)}`),
    ),
    ...(article.trick === null ? [] : [`Thủ đoạn:\n${fill(article.trick)}`]),
    ...section('Căn cứ pháp luật:', lawNames(article, facts)),
    sourceLine(article),
  ].join('\n\n');
};
