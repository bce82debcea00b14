import { readFile, stat } from 'node:fs/promises';
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
const cacheLimitBytes = 64 * 1024 * 1024;

/**
 * Serves the built pages: hashed assets for ever, documents never cached, brotli where the build made it.
 * Everything is read once and kept; the folder is ours and small. The document is the same for everybody,
 * so that what a site serves can be compared with what was built.
 * @param root folder of the build (web/dist)
 */
export const serveStatic = async (app: Hono, root: string, secure: boolean): Promise<void> => {
  const { styleHashes } = JSON.parse(await readFile(path.join(root, 'csp.json'), 'utf8')) as { styleHashes: string[] };
  const common = commonHeaders(secure);
  const page = pageCsp({ styleHashes });
  const notFound = (): Response => plainAnswer('Not found', 404, secure);
  const cache = new Map<string, Loaded | undefined>();
  let cachedBytes = 0;

  const load = async (relative: string): Promise<Loaded | undefined> => {
    if (cache.has(relative)) return cache.get(relative);
    const file = path.join(root, relative);
    if (!file.startsWith(root + path.sep) || !(await isFile(file))) return undefined;
    const bytes = await readFile(file);
    const brotli = (await isFile(`${file}.br`)) ? await readFile(`${file}.br`) : undefined;
    cachedBytes += bytes.length + (brotli?.length ?? 0);
    if (cachedBytes <= cacheLimitBytes) cache.set(relative, { bytes, brotli });
    return { bytes, brotli };
  };

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

  app.on(['GET', 'HEAD'], '*', async (c) => {
    const pathname = decodePath(c.req.path);
    if (pathname === undefined) return notFound();
    const direct = pathname === '/' ? undefined : await load(pathname.slice(1));
    if (direct && !pathname.endsWith('.br')) return send(c.req.raw, pathname.slice(1), direct);
    // Paths with an extension are files that do not exist; anything else is a page of the application.
    if (path.extname(pathname) !== '' || pathname.startsWith('/assets/')) return notFound();
    const document = pathname === '/staff' || pathname.startsWith('/staff/') ? 'staff/index.html' : 'index.html';
    const loaded = await load(document);
    return loaded
      ? send(c.req.raw, document, loaded)
      : plainAnswer('The pages are not built. Run npm start.', 503, secure);
  });
};

const decodePath = (raw: string): string | undefined => {
  try {
    const decoded = decodeURIComponent(raw);
    return decoded.includes('\0') || decoded.split('/').includes('..') ? undefined : decoded;
  } catch {
    return undefined;
  }
};

const isFile = async (file: string): Promise<boolean> => {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};
