import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readableBody } from './attachment.ts';
import { readableHtml } from './readable.ts';

describe('readable text', () => {
  it('keeps lines, lists and cells apart', () => {
    assert.equal(readableHtml('<p>One</p><ul><li>two<li>three</ul><br>four'), 'One\n\n• two\n• three\n\nfour');
    assert.equal(
      readableHtml('<table><tr><td>Na</td><td>140</td></tr><tr><td>K</td><td>4</td></tr></table>'),
      'Na\t140\n\nK\t4',
    );
    assert.equal(readableHtml('a <b>bold</b>\n   word'), 'a bold word');
  });

  it('shows no script, style or tag, however they are broken', () => {
    const nasty = [
      '<script>bad()</script>fine',
      '<SCRIPT src=x>bad()</sCrIpT >fine',
      '<style>bad{}</style>fine',
      '<img src=x onerror="bad()">fine',
      '<a title="a>bad()">fine</a>',
      '<!-- bad() -->fine',
      '<svg><script>bad()</script></svg>fine',
      'fine<script>bad()',
      'fine<iframe srcdoc="<p>bad()</p>"></iframe>',
    ];
    for (const html of nasty) {
      const text = readableHtml(html);
      assert.equal(text, 'fine', html);
    }
    // What only looks like a tag is text, and stays.
    assert.equal(readableHtml('K 3 < 5 &lt;script&gt; & co'), 'K 3 < 5 <script> & co');
  });

  it('takes any bytes without failing, and in linear time', () => {
    const parts = [
      '<',
      '>',
      '&',
      ';',
      '"',
      "'",
      '/',
      '!--',
      '-->',
      '<p',
      '</p>',
      '&#0;',
      '&#xD800;',
      '\u0000',
      'x',
      ' ',
    ];
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      let html = '';
      for (let i = 0; i < 60; i++) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        html += parts[seed % parts.length]!;
      }
      // oxlint-disable-next-line no-control-regex -- that none is left is what is tested
      assert.doesNotMatch(readableHtml(html), /[\u0000-\u0008\u000b-\u001f\ud800-\udfff]/);
    }
    const started = performance.now();
    for (const unit of ['<', '<a ', '&', '<!--', '<script>', '<p title="', '</']) readableHtml(unit.repeat(200_000));
    assert.ok(performance.now() - started < 5_000);
  });

  it('knows the charsets that notes come in', () => {
    const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
    assert.equal(readableBody('text/plain', bytes('ñandú', 'utf8')), 'ñandú');
    assert.equal(readableBody('text/plain; charset=ISO-8859-1', bytes('ñandú', 'latin1')), 'ñandú');
    assert.equal(readableBody('text/plain; charset=made-up', bytes('plain', 'utf8')), 'plain');
    assert.equal(readableBody('image/png', bytes('x', 'utf8')), null);
    assert.equal(readableBody('text/rtf', bytes('{\\rtf1 x}', 'utf8')), null);
  });
});
