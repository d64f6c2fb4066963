import type { Request } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import {
  MAX_FILE_BYTES,
  MAX_GIF_BYTES,
  MAX_IMAGE_BYTES,
  UPLOAD_FILE_EXTENSIONS,
} from '../../adapters/zalo/wire.ts';
import { jsonBody } from '../platform/json-body.ts';
import { readMultipart } from '../platform/multipart.ts';
import type { UploadedFile } from '../platform/multipart.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import type { SendApiParts } from './send-api.ts';
import type { ZaloSandboxOptions } from './options.ts';
import { zaloError } from './zalo-error.ts';

type Kind = 'image' | 'gif' | 'file';

const LIMITS: Readonly<Record<Kind, number>> = {
  image: MAX_IMAGE_BYTES,
  gif: MAX_GIF_BYTES,
  file: MAX_FILE_BYTES,
};
const EXTENSIONS: Readonly<Record<Kind, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'png'],
  gif: ['gif'],
  file: UPLOAD_FILE_EXTENSIONS,
};
const userQuery = z.object({ user_id: z.string() });

/** Uploads, quota, the account itself and a resident's profile. */
export function createAccountApi(parts: SendApiParts, options: ZaloSandboxOptions): Router {
  const router = Router();
  for (const kind of ['image', 'gif', 'file'] as const) {
    router.post(`/v2.0/oa/upload/${kind}`, async (request, response) => {
      const answer = parts.guard(request) ?? (await upload(parts, kind, request));
      response.status(answer.status).json(answer.json);
    });
  }
  router.post('/v3.0/oa/quota/message', (request, response) => {
    response.json((parts.guard(request) ?? quota(parts, jsonBody(request))).json);
  });
  router.get('/v2.0/oa/getoa', (request, response) => {
    const data = { oaid: options.oaId, oa_id: options.oaId, name: options.oaName, is_verified: true };
    response.json(parts.guard(request)?.json ?? { data, error: 0, message: 'Success' });
  });
  router.get('/v3.0/oa/user/detail', (request, response) => {
    response.json((parts.guard(request) ?? detail(parts, request)).json);
  });
  return router;
}

async function upload({ shelf }: SendApiParts, kind: Kind, request: Request): Promise<WireAnswer> {
  const file = (await readMultipart(request))?.files.get('file');
  if (file === undefined) return zaloError(-201, 'file is invalid');
  const fault = uploadFault(kind, file);
  if (fault !== null) return fault;
  const id = shelf.put({ name: file.name, mediaType: file.mediaType, bytes: file.bytes }).id;
  const data = kind === 'file' ? { token: id } : { attachment_id: id };
  return { status: 200, json: { data, error: 0, message: 'Success' } };
}

function uploadFault(kind: Kind, file: UploadedFile): WireAnswer | null {
  const extension = file.name.toLowerCase().split('.').at(-1) ?? '';
  // Observed: a name without an extension is answered with success and nothing.
  if (!file.name.includes('.')) return { status: 200, json: { data: {}, error: 0, message: 'Success' } };
  if (!EXTENSIONS[kind].includes(extension)) return zaloError(-201, 'file is invalid');
  return file.bytes.length > LIMITS[kind] ? zaloError(-210, 'Parameter file exceeds limit') : null;
}

function quota({ residents }: SendApiParts, body: unknown): WireAnswer {
  const query = userQuery.safeParse(body);
  const resident = query.success ? residents.find(query.data.user_id) : null;
  if (resident === null) return zaloError(-201, 'user_id is invalid');
  const last = resident.lastInteractionAt;
  const data = {
    last_interaction: last === null ? '0' : String(last.getTime()),
    cs_reply: { remain: 8, total: 8 },
  };
  return { status: 200, json: { data, error: 0, message: 'Success' } };
}

/** GET endpoints take one query parameter: JSON. */
function detail({ residents }: SendApiParts, request: Request): WireAnswer {
  const resident = residents.find(queriedUser(request.query['data']));
  if (resident === null) return zaloError(-201, 'user_id is invalid');
  const data = {
    user_id: resident.userId,
    display_name: resident.name,
    user_is_follower: resident.isFollower,
    avatar: '',
    tags_and_notes_info: { notes: [], tag_names: [] },
  };
  return { status: 200, json: { data, error: 0, message: 'Success' } };
}

function queriedUser(data: unknown): string {
  try {
    const query = userQuery.safeParse(JSON.parse(typeof data === 'string' ? data : ''));
    return query.success ? query.data.user_id : '';
  } catch {
    return '';
  }
}
