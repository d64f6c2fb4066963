import { z } from 'zod';

const optionalText = z.string().trim().optional();
const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const optionalUrl = optionalText.pipe(url.optional());
const dataKey = optionalText.pipe(
  z
    .base64('must be base64')
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
);

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether nobody on the way can read along or answer instead. */
function isPrivateWay(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK_HOSTS.includes(hostname);
}

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PUBLIC_URL: optionalUrl,
  DATA_DIR: z.string().trim().min(1).default('.data'),
  MONGODB_URI: optionalText.pipe(
    z
      .string()
      .regex(/^mongodb(?:\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
      .optional(),
  ),
  MONGODB_DB: z.string().trim().min(1).default('commune'),
  EMBEDDED_DATABASE: optionalText.pipe(z.enum(['mongod', 'documentdb']).optional()),
  MONGOD_BINARY: optionalText,
  ZALO_APP_ID: optionalText,
  ZALO_APP_SECRET: optionalText,
  ZALO_OA_ID: optionalText,
  ZALO_OA_SECRET_KEY: optionalText,
  ZALO_REFRESH_TOKEN: optionalText,
  ZALO_ACCESS_TOKEN: optionalText,
  ZALO_API_URL: url.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ZALO_PKCE: z
    .string()
    .trim()
    .regex(
      /^(?:per-request|none|[\w.~-]{43,128})$/,
      'must be per-request, none or a verifier of 43 to 128 characters',
    )
    .default('per-request'),
  ZALO_APPSECRET_PROOF: z.enum(['off', 'header']).default('off'),
  ZALO_NUDGE_TEMPLATE_ID: optionalText.pipe(
    z
      .string()
      .regex(/^[\w-]{1,64}$/, 'must be the id of an approved template')
      .optional(),
  ),
  ZALO_SITE_VERIFICATION: optionalText.pipe(
    z
      .string()
      .regex(/^[\w-]{1,75}$/, 'must be the code alone')
      .optional(),
  ),
  MESSENGER_PAGE_ID: optionalText,
  MESSENGER_APP_ID: optionalText,
  MESSENGER_APP_SECRET: optionalText,
  MESSENGER_VERIFY_TOKEN: optionalText,
  MESSENGER_PAGE_ACCESS_TOKEN: optionalText,
  MESSENGER_GRAPH_URL: url.default('https://graph.facebook.com'),
  MESSENGER_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default('v25.0'),
  MESSENGER_HUMAN_AGENT_DAYS: z.coerce.number().int().min(0).max(7).default(7),
  EVIDENCE_HOSTS: z
    .string()
    .default('zdn.vn,zadn.vn,dlfl.vn,fbcdn.net,fbsbx.com')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  EVIDENCE_QUOTA_MB: z.coerce.number().int().min(1).default(20_000),
  EVIDENCE_RESIDENT_MB_PER_DAY: z.coerce.number().int().min(1).default(500),
  DATA_KEY: dataKey,
  LLM_BASE_URL: optionalUrl,
  LLM_MODEL: optionalText,
  LLM_API_KEY: optionalText,
  WEBHOOK_ANSWER_WITHIN_MS: z.coerce.number().int().min(100).max(5_000).default(2_000),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  SANDBOX: optionalText.pipe(z.enum(['on', 'off']).optional()),
  METRICS_TOKEN: optionalText,
  DUTY_WEBHOOK_URL: optionalText.pipe(
    z
      .url({ protocol: /^https?$/ })
      .refine(isPrivateWay, 'must be https, or http on this machine')
      .optional(),
  ),
  DUTY_WEBHOOK_SECRET: optionalText.pipe(z.string().min(16, 'must have 16 characters or more').optional()),
  COMMUNE_POLICE_NAME: z.string().trim().min(3).max(60).default('Công an xã'),
  DUTY_PHONE: optionalText.pipe(
    z
      .string()
      .regex(/^[\d .+()-]{3,20}$/, 'must be a phone number')
      .optional(),
  ),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The environment cannot be used; `faults` names every variable that is wrong, never a value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

function groupFaults(
  environment: Environment,
  names: readonly (keyof Environment)[],
  rule: string,
): string[] {
  const missing = names.filter((name) => environment[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => `${name}: missing (${rule})`);
}

const zaloNames = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY'] as const;
const messengerNames = [
  'MESSENGER_PAGE_ID',
  'MESSENGER_APP_SECRET',
  'MESSENGER_VERIFY_TOKEN',
  'MESSENGER_PAGE_ACCESS_TOKEN',
] as const;

function crossFaults(environment: Environment): string[] {
  const faults = [
    ...groupFaults(environment, zaloNames, 'set all four Zalo names and one token, or none'),
    ...groupFaults(environment, messengerNames, 'set all Messenger names, or none'),
  ];
  const anyZalo = zaloNames.some((name) => environment[name] !== undefined);
  const anyToken = environment.ZALO_ACCESS_TOKEN ?? environment.ZALO_REFRESH_TOKEN;
  if (anyZalo && anyToken === undefined)
    faults.push('ZALO_REFRESH_TOKEN: missing (or set ZALO_ACCESS_TOKEN)');
  if (!anyZalo && anyToken !== undefined)
    faults.push(`${zaloNames.join(', ')}: missing, though a Zalo token is set`);
  if (environment.MONGODB_URI !== undefined && environment.DATA_KEY === undefined)
    faults.push('DATA_KEY: required when MONGODB_URI is set (32 bytes, base64)');
  if ((environment.LLM_BASE_URL === undefined) !== (environment.LLM_MODEL === undefined))
    faults.push('LLM_BASE_URL, LLM_MODEL: set both or none');
  if ((environment.DUTY_WEBHOOK_URL === undefined) !== (environment.DUTY_WEBHOOK_SECRET === undefined))
    faults.push('DUTY_WEBHOOK_URL, DUTY_WEBHOOK_SECRET: set both or none');
  return faults;
}

type Source = Readonly<Record<string, string | undefined>>;

/** What is missing or alone, of the variables that can be read. */
function otherFaults(source: Source, wrong: readonly string[]): string[] {
  const readable = Object.entries(source).filter(([name]) => !wrong.includes(name));
  const parsed = environmentSchema.safeParse(Object.fromEntries(readable));
  const faults = parsed.success ? crossFaults(parsed.data) : [];
  return faults.filter((fault) => !wrong.some((name) => fault.includes(name)));
}

/** Checks the names and values of an environment, where an empty one is not set. Throws ConfigError with every fault at once. */
export function parseEnvironment(source: Source): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => (value ?? '').trim() !== ''));
  const parsed = environmentSchema.safeParse(set);
  const issues = parsed.error?.issues ?? [];
  const wrong = issues.map(({ path }) => path.join('.'));
  const faults = [
    ...issues.map(({ message }, index) => `${wrong[index]}: ${message}`),
    ...otherFaults(set, wrong),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}
