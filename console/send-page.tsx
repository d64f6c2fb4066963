import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { csrfToken } from './middleware/csrf.ts';
import type { Visit } from './route.ts';
import type { Place } from './views/layout.tsx';
import { Layout } from './views/layout.tsx';

export interface PageHead {
  readonly title: string;
  /** Which entry of the navigation is this page's. */
  readonly place?: Place;
  /** 200 unless told. */
  readonly status?: number;
  /** Made for paper: without navigation. */
  readonly bare?: boolean;
}

/** Answers with a whole page. */
export function sendPage(visit: Visit, head: PageHead, content: ComponentChildren): void {
  const { request, response, staff, draftKey, communeName } = visit;
  const page = (
    <Layout
      title={head.title}
      place={head.place ?? null}
      bare={head.bare ?? false}
      staff={staff}
      csrfToken={staff === null ? null : csrfToken(request)}
      draftKey={draftKey}
      communeName={communeName}
    >
      {content}
    </Layout>
  );
  response
    .status(head.status ?? 200)
    .type('html')
    .send(`<!doctype html>${renderToString(page)}`);
}

/** Answers htmx with a piece of a page. */
export function sendFragment(visit: Visit, content: VNode): void {
  visit.response.type('html').send(renderToString(content));
}

/** Whether htmx asks, which wants a piece and not a page. */
export function wantsFragment(visit: Visit): boolean {
  return visit.request.get('HX-Request') === 'true';
}

/**
 * After a form: the page to look at now, fetched with GET. Without a body: of an answer with one, the session middleware
 * sends the head before the session is stored, and what it stores then would undo what the next page stored.
 */
export function goTo(visit: Visit, path: string): void {
  visit.response.status(303).location(path).end();
}
