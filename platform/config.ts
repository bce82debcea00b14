import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

/** Everything an installation can set, checked. One variable each; all have a safe default for a trial on one machine. */
export type Config = {
  /** PORTICO_DATA: folder of the embedded database, keys, secrets and ready.json. */
  readonly dataFolder: string;
  /** PORTICO_HOST: address to listen on. Anything but loopback needs TLS. */
  readonly host: string;
  /** PORTICO_PORT. 0 takes a free one. */
  readonly port: number;
  /** PORTICO_ORIGIN: what people type; https unless it is this machine. Undefined: http://localhost:PORT. */
  readonly origin: string | undefined;
  /** PORTICO_LOG_ORIGIN: the audit log's name for ever. Undefined: decided when the database is made. */
  readonly logOrigin: string | undefined;
  /** PORTICO_TLS_CERT and PORTICO_TLS_KEY: PEM files. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** PORTICO_TRUSTED_PROXY: the one address whose X-Forwarded-For is believed. */
  readonly trustedProxy: string | undefined;
  /** PORTICO_METRICS_PORT: loopback port of /metrics, /health and /ready. 0 takes a free one. */
  readonly metricsPort: number;
  /** DATABASE_URL: the migration owner's login of a PostgreSQL of one's own. Undefined: the embedded one. */
  readonly databaseUrl: URL | undefined;
  /** PORTICO_DATABASE_CA: PEM file that the database's certificate must chain to. */
  readonly databaseCaFile: string | undefined;
  /** PORTICO_KEY_FILE: the local key file; keep it out of backups of the database. */
  readonly keyFile: string;
  /** PORTICO_SECRETS: folder of the database passwords and the demo seed. */
  readonly secretsFolder: string;
  /** PORTICO_CLINIC_NAME and PORTICO_CLINIC_PHONE: kept in the database when it is made. */
  readonly clinicName: string | undefined;
  readonly clinicPhone: string | undefined;
  /** PORTICO_TIME_ZONE: the clinic's, as an IANA name. Undefined: this machine's; the demo clinic has its own. */
  readonly timeZone: string | undefined;
  /** PORTICO_WITNESSES: who cosigns the audit log's checkpoints, `URL KEY` each, commas between. */
  readonly witnesses: readonly { readonly url: string; readonly vkey: string }[];
  /** PORTICO_LOG_LEVEL. */
  readonly logLevel: LogLevel;
};

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every problem of the configuration at once, each naming its variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable at a time and collects what is wrong. An empty value counts as unset. */
class Reader {
  readonly problems: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: string, maxLength = 200): string | undefined {
    const value = this.#env[name]?.trim();
    if (!value) return undefined;
    if (value.length <= maxLength && !/\p{Cc}/u.test(value)) return value;
    this.problems.push(`${name} must be at most ${maxLength} characters without control characters`);
    return undefined;
  }

  port(name: string, fallback: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const port = Number(value);
    if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
    this.problems.push(`${name} must be a port number from 0 to 65535, not "${value}"`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const found = allowed.find((candidate) => candidate === value);
    if (found) return found;
    this.problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    return fallback;
  }

  file(name: string): string | undefined {
    const value = this.text(name, 4_096);
    if (value === undefined) return undefined;
    try {
      accessSync(value, constants.R_OK);
      return resolve(value);
    } catch {
      this.problems.push(`${name}: the file ${value} cannot be read`);
      return undefined;
    }
  }

  url(name: string, protocols: readonly string[]): URL | undefined {
    const value = this.text(name, 4_096);
    if (value === undefined) return undefined;
    // The value itself is not repeated: a database URL holds a password.
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return new URL(value);
    this.problems.push(
      `${name} must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
    return undefined;
  }
}

/** True for addresses and names that stay on this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function readOrigin(read: Reader): string | undefined {
  const url = read.url('PORTICO_ORIGIN', ['https:', 'http:']);
  if (!url) return undefined;
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    read.problems.push('PORTICO_ORIGIN must begin with https:// unless it names this machine (localhost)');
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    read.problems.push('PORTICO_ORIGIN must be only scheme, host and port, such as https://portal.example.org');
  }
  return url.origin;
}

function readTls(read: Reader): Config['tls'] {
  const certFile = read.file('PORTICO_TLS_CERT');
  const keyFile = read.file('PORTICO_TLS_KEY');
  const named = [read.text('PORTICO_TLS_CERT', 4_096), read.text('PORTICO_TLS_KEY', 4_096)];
  if (named.filter(Boolean).length === 1)
    read.problems.push('PORTICO_TLS_CERT and PORTICO_TLS_KEY must be set together');
  return certFile && keyFile ? { certFile, keyFile } : undefined;
}

function checkListening(read: Reader, config: Config): void {
  const wantsTls = read.text('PORTICO_TLS_CERT', 4_096) !== undefined;
  if (!isLoopback(config.host) && !wantsTls) {
    read.problems.push(
      `PORTICO_HOST is ${config.host}: plain HTTP is served on loopback only. Set PORTICO_TLS_CERT and PORTICO_TLS_KEY, or listen on 127.0.0.1 behind a proxy that does TLS`,
    );
  }
  if (!isLoopback(config.host) && !config.origin) {
    read.problems.push('PORTICO_ORIGIN must be set when PORTICO_HOST is not loopback: it is what people type');
  }
  if (config.port !== 0 && config.port === config.metricsPort) {
    read.problems.push('PORTICO_METRICS_PORT must differ from PORTICO_PORT');
  }
}

function checkDatabase(read: Reader, url: URL | undefined): void {
  if (!url) return;
  if (!url.username) read.problems.push("DATABASE_URL must name the migration owner's login");
  if (url.pathname.length < 2) read.problems.push('DATABASE_URL must name a database');
  const host = url.searchParams.get('host') ?? url.hostname;
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && mode !== 'verify-full' && !host.startsWith('/') && !isLoopback(host)) {
    read.problems.push('DATABASE_URL: a database on another machine is reached with sslmode=verify-full only');
  }
}

/**
 * The configuration from environment variables. Throws ConfigError with all
 * problems together; values that may hold a password are never repeated in it.
 */
export function readConfig(env: Environment): Config {
  const read = new Reader(env);
  const dataFolder = resolve(read.text('PORTICO_DATA', 4_096) ?? 'var');
  const secretsFolder = resolve(read.text('PORTICO_SECRETS', 4_096) ?? resolve(dataFolder, 'secrets'));
  const port = read.port('PORTICO_PORT', 8080);
  const config: Config = {
    dataFolder,
    host: readHost(read),
    port,
    origin: readOrigin(read),
    logOrigin: readLogOrigin(read),
    tls: readTls(read),
    trustedProxy: readProxy(read),
    metricsPort: read.port('PORTICO_METRICS_PORT', 0),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseCaFile: read.file('PORTICO_DATABASE_CA'),
    keyFile: resolve(read.text('PORTICO_KEY_FILE', 4_096) ?? resolve(secretsFolder, 'keys.json')),
    secretsFolder,
    clinicName: read.text('PORTICO_CLINIC_NAME', 120),
    clinicPhone: read.text('PORTICO_CLINIC_PHONE', 40),
    timeZone: readTimeZone(read),
    witnesses: readWitnesses(read),
    logLevel: read.oneOf('PORTICO_LOG_LEVEL', logLevels, 'info'),
  };
  checkListening(read, config);
  checkDatabase(read, config.databaseUrl);
  checkNames(read, env);
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

function readHost(read: Reader): string {
  const host = read.text('PORTICO_HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && host !== 'localhost')
    read.problems.push(`PORTICO_HOST must be an IP address or localhost, not "${host}"`);
  return host;
}

function readTimeZone(read: Reader): string | undefined {
  const zone = read.text('PORTICO_TIME_ZONE');
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    read.problems.push(`PORTICO_TIME_ZONE must be a time zone such as America/New_York, not "${zone}"`);
    return undefined;
  }
}

function readProxy(read: Reader): string | undefined {
  const address = read.text('PORTICO_TRUSTED_PROXY');
  if (address !== undefined && isIP(address) === 0) read.problems.push('PORTICO_TRUSTED_PROXY must be one IP address');
  return address;
}

// C2SP signed-note: a key name is non-empty and has neither Unicode spaces nor plus signs.
function readLogOrigin(read: Reader): string | undefined {
  const name = read.text('PORTICO_LOG_ORIGIN');
  if (name !== undefined && /[\s+]/u.test(name))
    read.problems.push('PORTICO_LOG_ORIGIN must have no spaces and no plus signs, such as portal.example.org/log');
  return name;
}

const knownNames = new Set([
  'DATA', 'HOST', 'PORT', 'ORIGIN', 'LOG_ORIGIN', 'TLS_CERT', 'TLS_KEY', 'TRUSTED_PROXY', 'METRICS_PORT',
  'DATABASE_CA', 'KEY_FILE', 'SECRETS', 'CLINIC_NAME', 'CLINIC_PHONE', 'TIME_ZONE', 'WITNESSES', 'LOG_LEVEL',
  // Read by the tests only.
  'SAMPLES', 'BROWSER', 'TEST_CLUSTER', 'SEED',
]); // prettier-ignore

/** A misspelt variable would silently leave a default in place. */
function checkNames(read: Reader, env: Environment): void {
  for (const name of Object.keys(env)) {
    if (name.startsWith('PORTICO_') && !knownNames.has(name.slice('PORTICO_'.length))) {
      read.problems.push(`${name} is not a variable that Portico knows`);
    }
  }
}

const witnessLimit = 8;

// C2SP tlog-witness: the submission prefix and the verifier key (name+id+base64) of each.
function readWitnesses(read: Reader): Config['witnesses'] {
  const parts = read.text('PORTICO_WITNESSES', 4_096)?.split(',') ?? [];
  if (parts.length > witnessLimit) read.problems.push(`PORTICO_WITNESSES may name at most ${witnessLimit}`);
  return parts.flatMap((part) => {
    const [url = '', vkey = '', ...rest] = part.trim().split(/\s+/u);
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    const isSafe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname));
    if (isSafe && rest.length === 0 && /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(vkey)) {
      return [{ url: url.replace(/\/$/, ''), vkey }];
    }
    read.problems.push('PORTICO_WITNESSES must be URL and verifier key with a space between, commas between witnesses');
    return [];
  });
}
