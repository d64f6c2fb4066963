import type { ComponentChildren } from 'preact';
import { vi } from '../texts/vi.ts';

interface PublicLayoutProps {
  readonly title: string;
  readonly communeName: string;
  readonly dutyPhone: string | null;
  readonly zaloSite: string | null;
  readonly children: ComponentChildren;
}

/** The frame of the pages for residents: no script at all. */
export function PublicLayout({ title, communeName, dutyPhone, zaloSite, children }: PublicLayoutProps) {
  const text = vi.public;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${communeName}`}</title>
        {zaloSite !== null && <meta name="zalo-platform-site-verification" content={zaloSite} />}
        <link rel="icon" href="/tinh/emblem.svg" />
        <link rel="stylesheet" href="/tinh/console.css" />
      </head>
      <body class="public">
        <a class="skip" href="#noi-dung">
          {vi.common.skip}
        </a>
        <header class="top">
          <div class="top-line">
            <a class="brand" href="/">
              <img src="/tinh/emblem.svg" alt="" width="36" height="36" />
              <span>
                <strong>{communeName}</strong>
                <small>{vi.landing.title}</small>
              </span>
            </a>
          </div>
          <nav class="nav" aria-label={vi.common.navigation}>
            <ul>
              <li>
                <a href="/">{text.home}</a>
              </li>
              <li>
                <a href="/tra-cuu">{text.lookup}</a>
              </li>
              <li>
                <a href="/quyen-rieng-tu">{text.privacy}</a>
              </li>
            </ul>
          </nav>
        </header>
        <main id="noi-dung" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>
            {text.emergency} <a href="tel:113">113</a>
            {dutyPhone !== null && (
              <>
                {' · '}
                {text.duty} <a href={`tel:${dutyPhone.replace(/[^\d+]/g, '')}`}>{dutyPhone}</a>
              </>
            )}
          </p>
          <p>
            <a href="/console">{text.staff}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
