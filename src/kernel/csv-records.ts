/**
 * One record of a table: its cells, the line of the file where it starts, and whether a quotation mark was
 * left open.
 */
export type CsvRecord = { readonly cells: readonly string[]; readonly line: number; readonly broken: boolean }

/** A cell in quotation marks may run over lines, but no bank's runs over more than these. */
const mostLines = 30
const longestCell = 10_000

type Cell = { readonly text: string; readonly end: number; readonly breaks: number }

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}

const ends = (letter: string | undefined, delimiter: string): boolean =>
  letter === undefined || letter === delimiter || letter === '\n' || letter === '\r'

const breaksIn = (text: string): number => (text.match(/\r\n|\r|\n/g) ?? []).length

/**
 * The closing mark of a quoted cell; -1 where it has none near enough. Two marks together are one in the
 * text.
 */
function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"' && at - from <= longestCell) at = text.indexOf('"', at + 2)
  return at < 0 || at - from > longestCell ? -1 : at
}

/** A cell in quotation marks; null where the mark is not closed, so that the line must be read without it. */
function quotedCell(text: string, opening: number, delimiter: string): Cell | null {
  const closing = closingMark(text, opening + 1)
  if (closing < 0) return null
  const inside = text.slice(opening + 1, closing)
  const breaks = breaksIn(inside)
  if (breaks > mostLines) return null
  let end = closing + 1
  while (text[end] === ' ') end += 1
  if (ends(text[end], delimiter)) return { text: inside.replaceAll('""', '"'), end, breaks }
  // Marks in the middle of a cell, as in "Joe" Shop, are part of its text, as long as the cell stays on its
  // line.
  if (breaks > 0) return null
  const cellEnd = endOfCell(text, end, delimiter)
  return { text: text.slice(opening, cellEnd), end: cellEnd, breaks: 0 }
}

function readCell(text: string, from: number, delimiter: string): Cell | null {
  let start = from
  while (text[start] === ' ') start += 1
  if (text[start] === '"') return quotedCell(text, start, delimiter)
  const end = endOfCell(text, start, delimiter)
  return { text: text.slice(from, end), end, breaks: 0 }
}

const afterBreak = (text: string, at: number): number =>
  text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1

/**
 * Cuts a table into records, one after another. It is our own, where csv-parse would do, for two reasons: a
 * mark that is never closed costs its own line and not the rest of the file, and each record knows the line
 * of the file where it starts, blank lines and line breaks inside quotation marks counted.
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const cells: string[] = []
    let next = at
    let breaks = 0
    let broken = false
    while (true) {
      const cell = readCell(text, next, delimiter)
      if (cell === null) {
        broken = true
        break
      }
      cells.push(cell.text)
      breaks += cell.breaks
      next = cell.end + 1
      if (text[cell.end] !== delimiter || cell.end >= text.length) {
        next = cell.end
        break
      }
    }
    if (broken) {
      next = endOfLine(text, at)
      breaks = 0
      yield { cells: text.slice(at, next).split(delimiter), line, broken }
    } else yield { cells, line, broken }
    line += breaks + 1
    at = afterBreak(text, next)
  }
}

/** A record with nothing in it. */
export const isBlank = ({ cells }: CsvRecord): boolean => cells.every(cell => /^[\s\x1a]*$/.test(cell))
