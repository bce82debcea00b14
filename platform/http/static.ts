import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hono } from 'hono';
import { apiCsp, commonHeaders, pageCsp, plainAnswer, workerCsp } from './security.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.ico': 'image/x-icon',
};

type Loaded = { bytes: Buffer; brotli: Buffer | undefined };
const limitBytes = 64 * 1024 * 1024;

/**
 * The whole build in memory: a request can name a file that is here or nothing at all, and a newer
 * build laid beside a running server does not take its pages away.
 */
const loadAll = async (root: string): Promise<ReadonlyMap<string, Loaded>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const bytesOf = new Map<string, Buffer>();
  let total = 0;
  for (const file of files) {
    const bytes = await readFile(file);
    total += bytes.length;
    if (total > limitBytes) throw new Error(`The built pages are larger than ${limitBytes} bytes`);
    bytesOf.set(path.relative(root, file).split(path.sep).join('/'), bytes);
  }
  const loaded = new Map<string, Loaded>();
  for (const [name, bytes] of bytesOf) {
    // Dot files are the build's own notes; .br files stand for their originals.
    if (name.endsWith('.br') || name.startsWith('.')) continue;
    loaded.set(name, { bytes, brotli: bytesOf.get(`${name}.br`) });
  }
  return loaded;
};

/**
 * Serves the built pages: hashed assets for ever, documents never cached, brotli where the build made it.
 * The document is the same for everybody, so that what a site serves can be compared with what was built.
 * @param root folder of the build (web/dist)
 */
export const serveStatic = async (app: Hono, root: string, secure: boolean): Promise<void> => {
  const { styleHashes } = JSON.parse(await readFile(path.join(root, 'csp.json'), 'utf8')) as { styleHashes: string[] };
  const common = commonHeaders(secure);
  const page = pageCsp({ styleHashes });
  const notFound = (): Response => plainAnswer('Not found', 404, secure);
  const files = await loadAll(root);

  const send = (request: Request, relative: string, { bytes, brotli }: Loaded): Response => {
    const extension = path.extname(relative);
    const useBrotli = brotli !== undefined && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    const hashed = relative.startsWith('assets/');
    const body = useBrotli ? brotli : bytes;
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: {
        ...common,
        'content-type': types[extension] ?? 'application/octet-stream',
        'content-length': String(body.length),
        vary: 'accept-encoding',
        'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
        'content-security-policy': extension === '.html' ? page : /worker/i.test(relative) ? workerCsp : apiCsp,
        ...(useBrotli ? { 'content-encoding': 'br' } : {}),
      },
    });
  };

  app.on(['GET', 'HEAD'], '*', (c) => {
    const pathname = decodePath(c.req.path);
    if (pathname === undefined) return notFound();
    const direct = files.get(pathname.slice(1));
    if (direct) return send(c.req.raw, pathname.slice(1), direct);
    // Paths with an extension are files that do not exist; anything else is a page of the application.
    if (path.extname(pathname) !== '' || pathname.startsWith('/assets/')) return notFound();
    const document = pathname === '/staff' || pathname.startsWith('/staff/') ? 'staff/index.html' : 'index.html';
    const loaded = files.get(document);
    return loaded
      ? send(c.req.raw, document, loaded)
      : plainAnswer('The pages are not built. Run npm start.', 503, secure);
  });
};

const decodePath = (raw: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(raw);
    return decoded.split('/').includes('..') ? undefined : decoded;
  } catch {
    return undefined;
  }
};
