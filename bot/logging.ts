import { createLogger, format, transports, type Logger as WinstonLogger } from 'winston';

/**
 * Everything a log line may carry besides its event. Ids are random or keyed hashes; words, names, numbers and
 * addresses of people have no field here, so they cannot be logged by mistake.
 */
export interface LogFields {
  readonly channel?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly status?: number;
  readonly count?: number;
  readonly attempt?: number;
  readonly durationMs?: number;
  readonly eventId?: string;
  readonly outboxId?: string;
  readonly route?: string;
  readonly method?: string;
  readonly version?: string;
  readonly address?: string;
  readonly error?: unknown;
}

export interface Log {
  error(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}

const FIELD_NAMES: ReadonlySet<string> = new Set<keyof LogFields>([
  'channel', 'kind', 'name', 'code', 'reason', 'status', 'count', 'attempt', 'durationMs',
  'eventId', 'outboxId', 'route', 'method', 'version', 'address',
]); // prettier-ignore
const VALUE_MAX_CHARS = 120;

/**
 * A foreign error's message may quote what a person typed (a duplicate key, a failed parse), so only its name, its
 * code and where it was thrown are kept.
 */
function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  const frames = lines.filter((line) => line.startsWith('at ')).slice(0, 4);
  const code =
    'code' in error && ['string', 'number'].includes(typeof error.code) ? String(error.code) : undefined;
  return {
    errorName: error.name,
    ...(code === undefined ? {} : { errorCode: code }),
    errorAt: frames.join(' | '),
    ...(error.cause === undefined
      ? {}
      : { errorCause: error.cause instanceof Error ? error.cause.name : typeof error.cause }),
  };
}

function allowed(fields: LogFields): Record<string, string | number> {
  const line: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!FIELD_NAMES.has(name)) continue;
    if (typeof value === 'number') line[name] = value;
    else if (typeof value === 'string') line[name] = value.slice(0, VALUE_MAX_CHARS);
  }
  return fields.error === undefined ? line : { ...line, ...describeError(fields.error) };
}

/** JSON lines on the stream, standard output unless told otherwise: `{"level","event","time",…}` with the fields of LogFields only. */
export function createLog(level: string, stream: NodeJS.WritableStream = process.stdout): Log {
  const winston: WinstonLogger = createLogger({
    level,
    format: format.combine(
      format((info) => Object.assign(info, { event: info.message, time: new Date().toISOString() }))(),
      format.printf(({ message: _message, ...line }) => JSON.stringify(line)),
    ),
    transports: [new transports.Stream({ stream })],
  });
  const write =
    (at: 'error' | 'warn' | 'info' | 'debug') =>
    (event: string, fields: LogFields = {}): void => {
      winston.log({ level: at, message: event, ...allowed(fields) });
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}
