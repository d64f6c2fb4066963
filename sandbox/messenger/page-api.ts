import type { Request } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { GET_STARTED_PAYLOAD, profileSchema } from '../../adapters/messenger/wire.ts';
import type { PageProfile } from '../../adapters/messenger/wire.ts';
import { jsonBody } from '../platform/json-body.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import { graphError } from './graph-error.ts';

/** The Page's settings: what the app sees before the first message, and which events the bot has subscribed to. */
export interface PageSettings {
  profile(): PageProfile;
  subscribedFields(): readonly string[];
}

const deletionSchema = z.object({ fields: z.array(z.string()).min(1) });

/** /{version}/{page}/messenger_profile, /subscribed_apps and the Page itself. */
export function createPageApi(
  page: { readonly pageId: string; readonly pageName: string; readonly appId: string },
  guard: (request: Request) => WireAnswer | null,
): { readonly router: Router; readonly settings: PageSettings } {
  // A Page of the sandbox is set up already: a newcomer has "Bắt đầu" from the first minute.
  let profile: PageProfile = { get_started: { payload: GET_STARTED_PAYLOAD } };
  let fields: readonly string[] = ['messages', 'messaging_postbacks', 'message_echoes', 'message_deliveries'];
  const router = Router();
  const done = { status: 200, json: { result: 'success' } };

  const answer = (path: string, method: 'get' | 'post' | 'delete', act: (request: Request) => WireAnswer) => {
    router[method](`/:version/:page${path}`, (request: Request, response) => {
      const { status, json } = guard(request) ?? act(request);
      response.status(status).json(json);
    });
  };

  answer('/messenger_profile', 'get', () => ({ status: 200, json: { data: [profile] } }));
  answer('/messenger_profile', 'post', (request) => {
    const change = profileSchema.safeParse(jsonBody(request));
    if (!change.success) return graphError({ code: 100, message: 'Invalid messenger profile' });
    const next = { ...profile, ...change.data };
    if (next.persistent_menu !== undefined && next.get_started === undefined) {
      return graphError({ code: 100, subcode: 2_018_145, message: 'You must set a Get Started button' });
    }
    profile = next;
    return done;
  });
  answer('/messenger_profile', 'delete', (request) => {
    const gone = deletionSchema.safeParse(jsonBody(request));
    if (!gone.success) return graphError({ code: 100, message: 'fields is required' });
    const kept = Object.entries(profile).filter(([field]) => !gone.data.fields.includes(field));
    profile = profileSchema.parse(Object.fromEntries(kept));
    return done;
  });
  answer('/subscribed_apps', 'get', () => ({
    status: 200,
    json: { data: fields.length === 0 ? [] : [{ id: page.appId, subscribed_fields: fields }] },
  }));
  answer('/subscribed_apps', 'post', (request) => {
    const wanted = request.query['subscribed_fields'];
    fields = typeof wanted === 'string' ? wanted.split(',').filter((field) => field !== '') : [];
    return { status: 200, json: { success: true } };
  });
  answer('/subscribed_apps', 'delete', () => {
    fields = [];
    return { status: 200, json: { success: true } };
  });
  answer('', 'get', () => ({ status: 200, json: { id: page.pageId, name: page.pageName } }));

  return { router, settings: { profile: () => profile, subscribedFields: () => fields } };
}
