#!/usr/bin/env node
// Checks a proof that a patient downloaded from "Who saw my record", on any computer with Node 20 or newer:
//
//   node portico-verify.mjs FILE KEY
//
// FILE: the downloaded proof or that of one look (.json), or one entry's proof (.tlog-proof).
// KEY:  the log's verifier key, from somewhere other than FILE: a letter from the clinic, an earlier
//       visit, a friend. Without it the key in the file is used, and this program says so.
//
// One file, nothing but Node's own cryptography, written apart from the portal's verifier: read it.
// The formats are in the portal's crypto/SPEC.md, section 2.
import { createHash, createHmac, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

class Refused extends Error {}
const must = (fits, words) => {
  if (!fits) throw new Refused(words);
};
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const bytes = (text, length) => {
  const out = Buffer.from(String(text), 'base64');
  must(out.toString('base64') === text, 'a value is not base64');
  must(length === undefined || out.length === length, `a value has not ${length} bytes`);
  return out;
};
const be64 = (n) => {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(n));
  return out;
};
const leaf = (entry) => sha256(Buffer.from([0]), entry);
const node = (left, right) => sha256(Buffer.from([1]), left, right);
const split = (n) => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

/** Root of a tree of `size` from some leaves (a Map) and the hashes of the subtrees without any. */
const rootOf = (leaves, size, hashes) => {
  const at = [...leaves.keys()].sort((a, b) => a - b);
  must(
    at.every((i) => Number.isSafeInteger(i) && i >= 0 && i < size),
    'an entry is outside of the log',
  );
  let next = 0;
  const walk = (from, to, known) => {
    if (known.length === 0) {
      must(next < hashes.length, 'the proof is too short');
      return hashes[next++];
    }
    if (to - from === 1) return leaves.get(from);
    const middle = from + split(to - from);
    const left = walk(
      from,
      middle,
      known.filter((i) => i < middle),
    );
    return node(
      left,
      walk(
        middle,
        to,
        known.filter((i) => i >= middle),
      ),
    );
  };
  const root = size === 0 ? sha256() : walk(0, size, at);
  must(next === hashes.length, 'the proof is too long');
  return root;
};

const keyOf = (text) => {
  const [name, id, ...rest] = String(text).split('+');
  const material = bytes(rest.join('+'), 33);
  must(material[0] === 1, 'the key is not of a log');
  must(
    sha256(Buffer.from(`${name}\n`), material)
      .subarray(0, 4)
      .toString('hex') === id,
    'the key is damaged',
  );
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), material.subarray(1)]);
  return { name, id, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
};

/** The checkpoint, if the log's key signed it. */
const checkpointOf = (note, key) => {
  const cut = note.lastIndexOf('\n\n');
  must(cut > 0, 'the checkpoint is malformed');
  const text = note.slice(0, cut + 1);
  const signed = note
    .slice(cut + 2)
    .split('\n')
    .some((line) => {
      const [dash, name, signature] = line.split(' ');
      if (dash !== '\u2014' || name !== key.name || !signature) return false;
      const raw = bytes(signature);
      if (raw.subarray(0, 4).toString('hex') !== key.id) return false;
      return verify(null, Buffer.from(text), key.key, raw.subarray(4));
    });
  must(signed, 'the checkpoint is not signed by this log');
  const lines = text.split('\n');
  must(
    lines.length === 4 && lines[0] === key.name && /^(0|[1-9]\d{0,15})$/.test(lines[1]),
    'the checkpoint is malformed',
  );
  return { size: Number(lines[1]), root: bytes(lines[2], 32) };
};

const commitmentOf = (event) =>
  sha256(
    Buffer.from('pa1'),
    sha256(bytes(event.disclosedSalt, 32), bytes(event.disclosed)),
    bytes(event.internalHash, 32),
    sha256(bytes(event.exposedSalt, 32), bytes(event.exposed)),
  );
const eventEntry = (cmt, tag) => Buffer.concat([Buffer.from([1]), cmt, tag]);

const lineOf = (event) => {
  if (event.unreadable) return `${event.n}. (cannot be read: the server did not give its words)`;
  const said = JSON.parse(bytes(event.disclosed).toString('utf8'));
  const records = bytes(event.exposed).length / 16;
  const { at, actor, operation, category, outcome, purpose } = said;
  const why = purpose ? `, because: ${purpose}` : '';
  return `${event.n}. ${at}  ${actor.name || '-'} (${actor.role}): ${category}, ${operation}, ${outcome}, ${records} records${why}`;
};

/** One entry's proof (C2SP tlog-proof). */
const checkOne = (text, key) => {
  const cut = text.indexOf('\n\n');
  const lines = text.slice(0, cut).split('\n');
  must(
    lines[0] === 'c2sp.org/tlog-proof@v1' && lines[1]?.startsWith('extra ') && /^index \d+$/.test(lines[2]),
    'the file is malformed',
  );
  const { event, tag } = JSON.parse(bytes(lines[1].slice(6)).toString('utf8'));
  const { size, root } = checkpointOf(text.slice(cut + 2), key);
  const index = Number(lines[2].slice(6));
  must(Number.isSafeInteger(index) && index < size, 'the entry is outside of the log');
  const path = lines.slice(3).map((line) => bytes(line, 32));
  let hash = leaf(eventEntry(commitmentOf(event), bytes(tag, 32)));
  const steps = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + split(to - from);
    steps.unshift(index < middle);
    if (index < middle) to = middle;
    else from = middle;
  }
  must(steps.length === path.length, 'the proof has another length');
  steps.forEach((isLeft, i) => {
    hash = isLeft ? node(hash, path[i]) : node(path[i], hash);
  });
  must(hash.equals(root), 'the entry is not in the log');
  return [`This entry stands in the log of ${size} entries, unchanged:`, lineOf(event)];
};

/** The proofs of one look: each is checked like a file of its own. */
const checkLook = ({ proofs }, key) => {
  must(Array.isArray(proofs) && proofs.length > 0, 'the file is malformed');
  return proofs.flatMap((proof) => checkOne(String(proof), key));
};

const entriesOf = (bundle) => {
  const out = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    must(end <= bundle.length, 'the tail is cut off');
    out.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return out;
};

/** A block's sorted list does not hold the tag: its neighbours stand beside each other. */
const checkAbsent = (tag, block) => {
  const { count, position } = block;
  const around = [position - 1, position].filter((i) => i >= 0 && i < count);
  const records = block.records.map((record) => bytes(record, 40));
  must(records.length === around.length && position <= count, 'the tag index proof is malformed');
  records.forEach((record, i) => {
    const order = Buffer.compare(record.subarray(0, 32), tag);
    must(around[i] < position ? order < 0 : order > 0, 'the log holds an entry about you that is not shown');
  });
  const leaves = new Map(records.map((record, i) => [around[i], leaf(record)]));
  const root = rootOf(
    leaves,
    count,
    block.hashes.map((hash) => bytes(hash, 32)),
  );
  must(root.equals(bytes(block.root, 32)), 'the tag index proof does not fit');
};

/** A whole page: every entry shown is in the log, and there is none beyond the last. */
const checkPage = ({ events, proof }, key) => {
  must(proof !== null, 'the file holds no proof');
  const { size, root } = checkpointOf(proof.checkpoint, key);
  const logKey = bytes(proof.logKey, 32);
  const tagOf = (n) => createHmac('sha256', logKey).update(be64(n)).digest();
  const leaves = new Map();
  proof.entries.forEach(({ index, cmt }, i) => {
    must(!leaves.has(index), 'two entries claim one place');
    leaves.set(index, leaf(eventEntry(bytes(cmt, 32), tagOf(proof.from + i + 1))));
  });
  must(proof.from + proof.entries.length <= proof.count, 'the count does not fit');
  const next = tagOf(proof.count + 1);
  let covered = 0;
  for (const block of proof.blocks) {
    must(
      [8, 12, 16, 20, 24].includes(block.level) && block.block * 2 ** block.level === covered,
      'the tag index has a hole',
    );
    covered += 2 ** block.level;
    must(block.index >= covered, 'the tag index is out of place');
    const entry = Buffer.concat([Buffer.from([3, block.level]), be64(block.block), bytes(block.root, 32)]);
    leaves.set(block.index, leaf(entry));
    checkAbsent(next, block);
  }
  const tail = entriesOf(bytes(proof.tail));
  must(covered + tail.length === size, 'the tail has a hole');
  tail.forEach((entry, i) => {
    const known = leaves.get(covered + i);
    must(!known || known.equals(leaf(entry)), 'an entry differs from the log');
    must(entry[0] === 3 || !entry.subarray(33).equals(next), 'the log holds an entry about you that is not shown');
    leaves.set(covered + i, leaf(entry));
  });
  must(
    rootOf(
      leaves,
      size,
      proof.hashes.map((hash) => bytes(hash, 32)),
    ).equals(root),
    'the proof does not lead to the signed root',
  );
  const top = proof.from + proof.entries.length;
  must(events.length === 0 || events[0].n === top, `entry ${top} is left out of the page`);
  events.forEach((event, i) => {
    const entry = proof.entries[event.n - proof.from - 1];
    must(entry, `entry ${event.n} was changed`);
    must(event.unreadable || commitmentOf(event).equals(bytes(entry.cmt, 32)), `entry ${event.n} was changed`);
    must(i === 0 || event.n === events[i - 1].n - 1, 'an entry is left out of the page');
  });
  const all = proof.from === 0 && proof.entries.length === proof.count;
  return [
    `The log of ${size} entries holds ${proof.count} about this patient, and none beyond.`,
    all ? "Every one of them is in this file's proof." : `This file proves numbers ${proof.from + 1} to ${top}.`,
    ...events.map(lineOf),
  ];
};

const main = ([file, given]) => {
  if (!file) {
    console.error('Usage: node portico-verify.mjs FILE KEY');
    return 2;
  }
  try {
    const text = readFileSync(file, 'utf8');
    const isJson = text.trimStart().startsWith('{');
    const page = isJson ? JSON.parse(text) : undefined;
    const claimed = given ?? page?.log?.vkey;
    must(claimed, "give the log's key");
    const key = keyOf(claimed);
    const lines = page?.proofs ? checkLook(page, key) : page ? checkPage(page, key) : checkOne(text, key);
    if (!given) console.log(`Careful: the key came from the file itself. Compare it: ${claimed}`);
    console.log(lines.join('\n'));
    return 0;
  } catch (error) {
    const words = error instanceof Refused || error.code === 'ENOENT' ? error.message : 'the file is malformed';
    console.error(`The check failed: ${words}.`);
    return 1;
  }
};

process.exitCode = main(process.argv.slice(2));
