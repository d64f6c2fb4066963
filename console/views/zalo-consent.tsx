import type { ConsentFailure } from '../dependencies.ts';
import { vi } from '../texts/vi.ts';
import { Notice } from './parts.tsx';

interface ConsentPageProps {
  /** Where the administrator of the account agrees; on Zalo's own site. */
  readonly url: string;
  readonly callback: string;
  readonly failure: ConsentFailure | null;
}

export function ConsentPage({ url, callback, failure }: ConsentPageProps) {
  const text = vi.zaloConsent;
  return (
    <section class="card narrow">
      <h1>{text.title}</h1>
      {failure !== null && <Notice tone="bad">{text.failure[failure]}</Notice>}
      <ol>
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a class="button" href={url} rel="noreferrer">
          {text.open}
        </a>
      </p>
      <p class="muted small">{text.callback}</p>
      <p>
        <code class="outside">{callback}</code>
      </p>
    </section>
  );
}
