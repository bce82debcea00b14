/** The plaintext of the Cobblestone vectors: byte i is (i * 31 + (i >> 8)) & 255. */
export const patternBytes = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = (i * 31 + (i >> 8)) & 255;
  return bytes;
};
