import { connect, type Socket } from 'node:net';

/** One request of a load, ready to be written: the head and body as bytes. */
export type Shot = Buffer;

export const shot = (
  method: string,
  target: { host: string; path: string },
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Shot => {
  const bytes = Buffer.from(body);
  const lines = [`${method} ${target.path} HTTP/1.1`, `Host: ${target.host}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (bytes.length > 0) lines.push('Content-Type: application/json', `Content-Length: ${bytes.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
};

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Length of the response that starts `bytes`, or undefined while it is not all there. */
const responseLength = (bytes: Buffer): number | undefined => {
  const at = bytes.indexOf(headEnd);
  if (at < 0) return undefined;
  const head = bytes.toString('latin1', 0, at).toLowerCase();
  const declared = /\r\ncontent-length: *(\d+)/.exec(head);
  if (declared) {
    const length = at + 4 + Number(declared[1]);
    return bytes.length >= length ? length : undefined;
  }
  if (/\r\ntransfer-encoding: *chunked/.test(head)) {
    const end = bytes.indexOf(lastChunk, at + 2);
    return end < 0 ? undefined : end + lastChunk.length;
  }
  return at + 4;
};

export type Reply = { status: number; bytes: Buffer };

/**
 * A keep-alive HTTP/1.1 connection that sends one request at a time. It knows just enough to measure:
 * on two cores a full client would take from the server what is to be measured.
 */
export const openConnection = async (port: number): Promise<{ send(bytes: Shot): Promise<Reply>; close(): void }> => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let got: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const length = responseLength(got);
    if (length === undefined || !waiting) return;
    const bytes = got.subarray(0, length);
    got = got.subarray(length);
    const { resolve } = waiting;
    waiting = undefined;
    resolve({ status: Number(bytes.toString('latin1', 9, 12)), bytes });
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed the connection')));
  return {
    send: (bytes) =>
      new Promise<Reply>((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(bytes);
      }),
    close: () => socket.destroy(),
  };
};
