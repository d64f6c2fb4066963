import type { Category, Evidence, Report } from '../../reports/report.ts';
import { isImagePreviewable, isPlayable } from '../evidence-preview.ts';
import { readableSize } from '../readable.ts';
import { vi } from '../texts/vi.ts';
import { Moment, Outside } from './parts.tsx';

/** Where pictures may hurt who looks: shown only when asked for. */
const SENSITIVE: readonly Category[] = ['C07', 'C08', 'C11'];

interface EvidenceGridProps {
  readonly report: Report;
  /** What a machine read in pictures, by evidence id. */
  readonly pictureWords: ReadonlyMap<string, string | null>;
}

export function EvidenceGrid({ report, pictureWords }: EvidenceGridProps) {
  const isSensitive = SENSITIVE.includes(report.category);
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">
        {vi.report.evidence} <span class="muted">({report.evidence.length})</span>
      </h2>
      {report.evidence.length === 0 ? (
        <p class="muted">{vi.report.noEvidence}</p>
      ) : (
        <>
          <p class="muted small">{vi.report.evidenceLead}</p>
          <ul class="evidence">
            {report.evidence.map((item) => (
              <Item
                key={item.id}
                item={item}
                path={evidencePath(report.id, item.id)}
                isSensitive={isSensitive}
                words={pictureWords.get(item.id) ?? null}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export const evidencePath = (reportId: string, evidenceId: string): string =>
  `/console/bao-cao/${encodeURIComponent(reportId)}/chung-cu/${encodeURIComponent(evidenceId)}`;

interface ItemProps {
  readonly item: Evidence;
  readonly path: string;
  readonly isSensitive: boolean;
  /** What a machine read in it. */
  readonly words: string | null;
}

function Item({ item, path, isSensitive, words }: ItemProps) {
  const hasFile = item.state === 'stored' && item.sha256 !== null;
  return (
    <li>
      {hasFile && <Preview item={item} path={path} isSensitive={isSensitive} />}
      <p class="evidence-name">
        <b>{vi.evidenceKind[item.kind]}</b> <Outside text={item.name} />
      </p>
      {item.state === 'failed' ? (
        <p class="error">{whyNotStored(item)}</p>
      ) : (
        item.note !== null && <Outside text={item.note} block />
      )}
      <p class="muted small">
        <Moment at={item.arrivedAt} />
        {item.sizeBytes !== null && ` · ${readableSize(item.sizeBytes)}`}
      </p>
      {hasFile && (
        <p class="evidence-links">
          {isImagePreviewable(item.mediaType) && !isSensitive && (
            <a href={path} target="_blank" rel="noopener">
              {vi.report.open}
            </a>
          )}
          <a href={`${path}/goc`}>{vi.report.original}</a>
        </p>
      )}
      {words !== null && <ReadByMachine words={words} />}
      <Technical item={item} />
    </li>
  );
}

/** More is a page of a book, not a receipt or a chat. */
const WORDS_SHOWN_CHARS = 2_000;

/** A help to whoever looks, no fact: machines misread digits. */
function ReadByMachine({ words }: { readonly words: string }) {
  const shown = words.length > WORDS_SHOWN_CHARS ? `${words.slice(0, WORDS_SHOWN_CHARS)}…` : words;
  return (
    <details class="fine-print">
      <summary>{vi.report.readByMachine}</summary>
      <p class="muted">{vi.report.readByMachineLead}</p>
      <Outside text={shown} block />
    </details>
  );
}

/** What proves that the file is the one that came; of no use while reading. */
function Technical({ item }: { readonly item: Evidence }) {
  if (item.sha256 === null) return null;
  return (
    <details class="fine-print">
      <summary>{vi.report.technical}</summary>
      {item.mediaType !== null && (
        <p>
          <Outside text={item.mediaType} />
        </p>
      )}
      <code>{item.sha256}</code>
    </details>
  );
}

function Preview({ item, path, isSensitive }: Omit<ItemProps, 'words'>) {
  const { mediaType } = item;
  const alt = vi.evidenceKind[item.kind];
  if (isImagePreviewable(mediaType)) {
    const image = (
      <a href={path} target="_blank" rel="noopener">
        <img src={`${path}?nho=1`} alt={alt} loading="lazy" width="240" height="180" />
      </a>
    );
    return isSensitive ? <Covered>{image}</Covered> : image;
  }
  if (!isPlayable(mediaType)) return null;
  const player = mediaType.startsWith('video/') ? (
    <video src={path} controls preload="none" width="240" aria-label={alt} />
  ) : (
    <audio src={path} controls preload="none" aria-label={alt} />
  );
  return isSensitive ? <Covered>{player}</Covered> : player;
}

/** A lazy image within closed details is not fetched, so that it is not counted as looked at either. */
function Covered({ children }: { readonly children: preact.ComponentChildren }) {
  return (
    <details class="covered">
      <summary>{vi.report.sensitive}</summary>
      {children}
    </details>
  );
}

/** What staff are told of evidence that is not there; the resident was told its name. */
function whyNotStored({ note }: Evidence): string {
  const known = Object.entries(vi.report.notStoredBecause).find(([reason]) => reason === note);
  return known?.[1] ?? vi.report.notFetched;
}
