/**
 * A text as a person reads it: line breaks and hard spaces become spaces, nothing stands around it; its own
 * spaces are kept.
 */
export const clean = (text: string): string =>
  (/[\r\n\u00a0]/.test(text) ? text.replace(/[\r\n]+/g, ' ').replaceAll('\u00a0', ' ') : text).trim()

/** The texts that are there, once each, with a semicolon between them. */
export const joined = (...texts: readonly string[]): string =>
  [...new Set(texts.map(clean).filter(text => text !== ''))].join('; ')

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function letterOf(code: number, written: string): string {
  const sound = code > 8 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return sound ? String.fromCodePoint(code) : written
}

/**
 * Turns `&amp;`, `&#163;` and their like into the letters they stand for, once. Unknown ones stay as they
 * are.
 */
export const unescaped = (text: string): string =>
  !text.includes('&')
    ? text
    : text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/g, (written, decimal, hex, name) => {
        if (decimal) return letterOf(Number(decimal), written)
        if (hex) return letterOf(Number.parseInt(hex, 16), written)
        return named[name] ?? written
      })

/**
 * Tables are plain text, but some banks leave `&amp;` and quotes escaped in them. A text with escaped
 * brackets is somebody's markup and stays as written.
 */
export const unescapedInTable = (text: string): string =>
  !text.includes('&') || /&[lg]t;/.test(text)
    ? text
    : text.replace(/&(amp|quot|apos|#0?39);/g, (_, name: string) => named[name] ?? "'")

/** The visible end of a number whose beginning is hidden by stars or crosses; null where nothing is left. */
export function visibleEnd(number: string): string | null {
  const end = /[*xX•.…-]{2,}\s*(\d+)\s*$/.exec(number)?.[1]
  if (end) return end
  const bare = number.trim()
  return bare === '' || /^[*xX•]+$/.test(bare) ? null : bare
}

/** Says on which line of the file, from 1, a place in its text is. Places may be asked in any order. */
export function lineCounter(text: string): (place: number) => number {
  const starts = [0]
  for (const found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length)
  return place => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** Shows a cell in a sentence: short, in quotation marks. */
export const shown = (cell: string): string =>
  `"${clean(cell).length > 40 ? `${clean(cell).slice(0, 40)}…` : clean(cell)}"`
