import type { Response } from 'express';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PublicLayout } from './views/public-layout.tsx';

/** Answers with a page for residents; the status is 200 unless told. */
export type SendPublicPage = (
  response: Response,
  page: {
    readonly title: string;
    readonly status?: number;
    /** The code by which Zalo knows the site. */
    readonly zaloSite?: string | null;
  },
  content: ComponentChildren,
) => void;

export function createSendPublicPage(communeName: string, dutyPhone: string | null): SendPublicPage {
  return (response, { title, status = 200, zaloSite = null }, content) => {
    const page = (
      <PublicLayout title={title} communeName={communeName} dutyPhone={dutyPhone} zaloSite={zaloSite}>
        {content}
      </PublicLayout>
    );
    response
      .status(status)
      .type('html')
      .send(`<!doctype html>${renderToString(page)}`);
  };
}
