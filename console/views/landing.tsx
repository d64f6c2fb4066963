import { CONSENT_TEXTS, CONSENT_VERSION } from '../../reports/consent.ts';
import type { PublicPagesDependencies } from '../dependencies.ts';
import { vi } from '../texts/vi.ts';

type LandingProps = Pick<PublicPagesDependencies, 'communeName' | 'chatLinks'>;

export function Landing({ communeName, chatLinks }: LandingProps) {
  const text = vi.landing;
  return (
    <>
      <section class="hero">
        <h1>{text.title}</h1>
        <p>{text.lead(communeName)}</p>
        <p class="buttons">
          {chatLinks.map(({ label, url }) => (
            <a key={url} class="button" href={url}>
              {label}
            </a>
          ))}
          <a class="button quiet" href="/tra-cuu">
            {vi.public.lookup}
          </a>
        </p>
        {chatLinks.length === 0 && <p class="muted">{text.noChat}</p>}
      </section>
      <ol class="three">
        {text.steps.map((step) => (
          <li key={step.title} class="card">
            <h2>{step.title}</h2>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <section class="card">
        <h2>{text.neverTitle}</h2>
        <ul>
          {text.never.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>
          <strong>{text.neverEnd}</strong>
        </p>
        <p class="muted">{text.initial}</p>
      </section>
    </>
  );
}

export function Privacy({ communeName }: Pick<PublicPagesDependencies, 'communeName'>) {
  const text = vi.privacyPage;
  return (
    <article class="card reading">
      <h1>{text.title}</h1>
      <p>{text.lead(communeName)}</p>
      {text.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <ul>
            {section.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{text.consentTitle}</h2>
        <blockquote>{CONSENT_TEXTS[CONSENT_VERSION]}</blockquote>
        <p class="muted small">{text.consentVersion(CONSENT_VERSION.split('-').reverse().join('/'))}</p>
      </section>
    </article>
  );
}

export function Refused() {
  return (
    <section class="card narrow">
      <h1>{vi.public.refused}</h1>
      <p>{vi.public.refusedText}</p>
    </section>
  );
}

export function NotFound() {
  return (
    <section class="card narrow">
      <h1>{vi.public.notFound}</h1>
      <p>{vi.public.notFoundText}</p>
      <p class="buttons">
        <a class="button" href="/">
          {vi.public.home}
        </a>
        <a class="button quiet" href="/tra-cuu">
          {vi.public.lookup}
        </a>
      </p>
    </section>
  );
}

export function Broken() {
  return (
    <section class="card narrow">
      <h1>{vi.public.broken}</h1>
      <p>{vi.public.brokenText}</p>
    </section>
  );
}
