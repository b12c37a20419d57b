/**
 * Text from bytes: by its byte order mark UTF-16 or UTF-8, else UTF-8, else the Vietnamese code page of old Windows
 * programs. Undefined when none of them fits.
 */
export function decodeText(bytes: Buffer): string | undefined {
  if (isUtf16(bytes)) return decodedAs('utf-16le', bytes);
  return decodedAs('utf-8', bytes) ?? decodedAs('windows-1258', bytes);
}

/** True when the bytes say so themselves. */
export function isUtf16(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function decodedAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // TypeError: these bytes are no such text. RangeError: this build does not know the code page.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
