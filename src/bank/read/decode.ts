const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** What an XML declaration says of its letters, read from bytes that are still undecided. */
function declaredInXml(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? null
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** The byte order of UTF-16 text: by its mark, or by its zero bytes where markup begins without one. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null
}

/** A file cut inside a letter, or with one bad byte, is still UTF-8: it has more good letters than bad. */
function isMostlyUtf8(text: string): boolean {
  const bad = text.match(/\ufffd/g)?.length ?? 0
  const beyondAscii = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return beyondAscii > 2 * bad
}

/**
 * The text of a file, never refused. UTF-16 by its mark; otherwise UTF-8 where every byte fits it, whatever
 * the header says, because banks label wrongly and the letters of Windows-1252 hardly ever make valid UTF-8
 * by chance; otherwise what an XML declaration names; otherwise Windows-1252, which holds all the letters of
 * ISO-8859-1.
 */
export function decode(bytes: Uint8Array): string {
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return strictUtf8.decode(bytes)
  } catch {
    const mended = new TextDecoder('utf-8').decode(bytes)
    if (isMostlyUtf8(mended)) return mended
    const declared = declaredInXml(bytes)
    const named = declared && declared !== 'utf-8' ? decodeAs(declared, bytes) : null
    return named ?? new TextDecoder('windows-1252').decode(bytes)
  }
}
