/** The largest file that is read. A year of a busy account is under one megabyte. */
export const largestFile = 20 * 1024 * 1024

const beginnings: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['PK\x03\x04', 'a ZIP archive or a spreadsheet (such as .xlsx)'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\xd0\xcf\x11\xe0', 'an old Office document (such as .xls or .doc)'],
  ['\x1f\x8b', 'a compressed file (gzip)'],
  ['7z\xbc\xaf', 'a compressed file (7-Zip)'],
  ['Rar!', 'a compressed file (RAR)'],
  ['BZh', 'a compressed file (bzip2)'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format', 'a database'],
  ['{\\rtf', 'a word-processor document (RTF)'],
]

const instead = 'Ask the bank for a statement as CSV, OFX, QIF, CAMT.053 or MT940.'

/** Why bytes are no statement, seen without reading them as text; null where they may be one. */
export function whyNotBytes(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'The file is empty.'
  if (bytes.length > largestFile) return 'The file is larger than 20 MB, which no statement is.'
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const start = head.replace(/^(\xef\xbb\xbf)?\s*/, '')
  const found = beginnings.find(([mark]) => head.startsWith(mark) || start.startsWith(mark))
  return found ? `The file is ${found[1]}, not a statement that can be read. ${instead}` : null
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || /^\s*\{[1-5]:/.test(text)) return false
  return /^\s*(\{\s*("|\})|\[\s*(["{[\]\d]|true|false|null))/.test(text)
}

const beforePage = /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?/
const pageBegins = /^<(!doctype\s+html|(html|head|body|table|div|p|script|svg)[\s>])/i
const isPage = (head: string): boolean => pageBegins.test(head.replace(beforePage, ''))

/**
 * Control characters that no statement has; the frame of MT940 (1 and 3) and an old end-of-file mark (26)
 * are left out.
 */
const controls = /[\x00\x02\x04-\x08\x0e-\x19\x1b\x1c-\x1f\x7f]/g

/** Why a text is no statement, by its look; null where it may be one. */
export function whyNotText(text: string): string | null {
  const head = text.slice(0, 4096)
  if (text.trim() === '') return 'The file is empty: it holds nothing but blank space.'
  if ((head.match(controls)?.length ?? 0) > head.length / 100) {
    return `The file is not text that can be read as a statement. ${instead}`
  }
  if (isPage(head)) return `The file is a web page, not a statement. ${instead}`
  if (isJson(text)) return `The file is JSON data, not a statement. ${instead}`
  if (/^(MIME-Version|Received|Return-Path|Message-ID):/im.test(head.slice(0, 600))) {
    return `The file is an e-mail, not a statement. ${instead}`
  }
  return null
}

/** XML that brings its own document type could name other files or blow itself up: it is never read. */
export const documentTypeRefused =
  'The file is XML with a document type of its own, ' +
  'which no bank statement has and which is not safe to read.'

/** Whether XML (or OFX that looks like it) declares a document type before its first element. */
export function hasDocumentType(text: string): boolean {
  const first = /<[A-Za-z_]/.exec(text)
  const prolog = text.slice(0, first?.index ?? text.length).replace(/<!--[\s\S]*?(-->|$)/g, '')
  return /<!(DOCTYPE|ENTITY)/i.test(prolog)
}
