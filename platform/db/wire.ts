import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import pg from 'pg';

/**
 * What stock `pg` (8.23) does not do: columns of bytes as they are. It asks for every column as text, so that PostgreSQL
 * writes bytes as hexadecimal and we read it back: an eighth of the database's work for a list. Here a statement names
 * the form of each column, and what arrives is read with one character a byte, which loses nothing; `statement.ts`
 * makes text of it.
 */
type Message = { name: string };
type Parser = {
  readonly reader: { encoding: string };
  parse(bytes: Buffer, each: (message: Message) => void): void;
};
type Connection = { attachListeners(stream: Socket): void; emit(name: string, message: Message): boolean };

const load = createRequire(import.meta.url);
const { Parser } = load('pg-protocol/dist/parser.js') as { Parser: new () => Parser };
const { serialize } = load('pg-protocol') as {
  serialize: { bind(config: { statement: string; values: readonly unknown[] }): Buffer };
};

/** A client whose rows hold one character for each byte. */
export class ByteClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: Connection };
    // Called by `pg` once for the socket, or for TLS over it.
    connection.attachListeners = (stream) => {
      const parser = new Parser();
      parser.reader.encoding = 'latin1';
      const each = (message: Message): void => {
        connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message);
      };
      stream.on('data', (bytes: Buffer) => parser.parse(bytes, each));
    };
  }
}

/** Of `pg`'s message: the last four bytes say "one form for all columns: text". */
const oneFormBytes = 4;

/** The Bind message of a statement. @param forms see `formsOf`; undefined: all columns as text */
export const bindMessage = (name: string, values: readonly unknown[], forms: Buffer | undefined): Buffer => {
  const plain = serialize.bind({ statement: name, values });
  if (forms === undefined) return plain;
  const message = Buffer.concat([plain.subarray(0, plain.length - oneFormBytes), forms]);
  message.writeUInt32BE(message.length - 1, 1);
  return message;
};

/** How many columns, and for each whether it comes as bytes (1) or text (0), as Bind says it; undefined: all as text. */
export const formsOf = (types: readonly string[]): Buffer | undefined => {
  if (!types.some((type) => type.startsWith('bytea'))) return undefined;
  const forms = Buffer.alloc(2 + 2 * types.length);
  forms.writeUInt16BE(types.length);
  for (const [at, type] of types.entries()) forms.writeUInt16BE(type.startsWith('bytea') ? 1 : 0, 2 + 2 * at);
  return forms;
};
