import type { PlainDate } from '../../../kernel/days.ts'
import type { Pence } from '../../../kernel/money.ts'
import { readSigned } from '../amounts.ts'
import { dayFrom, readDay, whyNoDay } from '../dates.ts'
import { clean, joined, shown, unescaped, visibleEnd } from '../texts.ts'
import type { AccountNumbers, Draft, Drafts, RefusedRow, StatementLine } from '../types.ts'

type Fields = {
  readonly line: number
  readonly values: Map<string, string>
  readonly splits: readonly string[]
}
type Section = {
  readonly account: AccountNumbers | null
  readonly name: string | null
  readonly records: Fields[]
}

const bankKinds = /^!type:\s*(bank|cash|ccard|oth l|oth a)\s*$/i

/** Comments and blank lines may stand before the first section. */
export function isQif(text: string): boolean {
  const first = text
    .slice(0, 8192)
    .split(/\r\n|\r|\n/)
    .find(line => line.trim() !== '' && !line.startsWith('#'))
  return first !== undefined && /^\s*!(type\s*:|account|option\s*:|clear\s*:)/i.test(first)
}

/** Reads one record's fields; the parts of a split payment stay with it, for it is one line of the bank. */
function fieldsOf(lines: readonly string[], line: number): Fields {
  const values = new Map<string, string>()
  const splits: string[] = []
  let inSplit = false
  for (const one of lines) {
    const key = one.trimStart().charAt(0)
    const value = one.trimStart().slice(1)
    if (key === 'S') inSplit = true
    if (inSplit && key === 'E') splits.push(unescaped(value))
    if (inSplit) continue
    const before = values.get(key)
    if (before === undefined) values.set(key, value)
    else if (key === 'A' || key === 'M') values.set(key, `${before} ${value}`)
  }
  return { line, values, splits }
}

function accountOf({ values }: Fields): { account: AccountNumbers | null; name: string | null } {
  const name = clean(values.get('N') ?? '')
  const said = `${name} ${values.get('D') ?? ''}`
  const sortCode = /\b\d{2}-\d{2}-\d{2}\b/.exec(said)?.[0] ?? null
  const number = /\b\d{8}\b/.exec(said)?.[0] ?? (/[*xX]{2,}\s*\d+/.test(name) ? visibleEnd(name) : null)
  const account = sortCode || number ? { sortCode, accountNumber: number, iban: null } : null
  return { account, name: name === '' ? null : name }
}

/** Cuts the file into its sections of bank lines; categories, securities and the like are passed over. */
function sectionsOf(text: string): readonly Section[] {
  const found: Section[] = []
  let section: Section | 'account' | null = null
  let known: { account: AccountNumbers | null; name: string | null } = { account: null, name: null }
  let held: string[] = []
  let start = 0
  const close = (): void => {
    const record = fieldsOf(held, start)
    if (held.length > 0 && section === 'account') known = accountOf(record)
    else if (held.length > 0 && section !== null && section !== 'account') section.records.push(record)
    held = []
  }
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (/^\s*!/.test(line)) {
      close()
      section = /^\s*!account/i.test(line) ? 'account' : null
      if (bankKinds.test(line.trim())) {
        const same: Section | undefined = found.find(one => one.name !== null && one.name === known.name)
        section = same ?? { ...known, records: [] }
        if (!same) found.push(section)
      }
    } else if (line.trim().startsWith('^')) close()
    else if (line.trim() !== '' && line.trim() !== '\x1a') {
      if (held.length === 0) start = index + 1
      held.push(line)
    }
  })
  close()
  return found
}

const parts = (written: string) =>
  /^(\d{1,4})([/.-])(\d{1,2})(['/.-])(\d{2}|\d{4})$/.exec(written.replace(/\s+/g, ''))

/**
 * Days are day first. Only Quicken's American way of writing, month/day'year, is read month first, and only
 * where some day of the file can be nothing else and none can only be day first.
 */
function monthFirst(records: readonly Fields[]): boolean {
  const written = records.map(({ values }) => parts(values.get('D') ?? ''))
  const american = written.filter(found => found !== null && Number(found[3]) > 12 && Number(found[1]) <= 12)
  const british = written.some(found => found !== null && found[2] === '/' && Number(found[1]) > 12)
  return !british && american.length > 0 && american.every(found => found?.[4] === "'")
}

function dayOf(written: string, american: boolean): PlainDate | null {
  const found = parts(written)
  if (!found || (found[1]?.length ?? 0) > 2) return readDay(written.replace(/\s*([/.-])\s*/g, '$1'))
  const [, one = '', , two = '', , year = ''] = found
  const full = found[4] === "'" && year.length === 2 ? `20${year}` : year
  return american ? dayFrom(full, one, two) : dayFrom(full, two, one)
}

function lineOf({ line, values, splits }: Fields, american: boolean): StatementLine | RefusedRow {
  const text = (key: string): string => clean(unescaped(values.get(key) ?? ''))
  const date = dayOf(values.get('D') ?? '', american)
  if (date === null) return { line, why: whyNoDay(values.get('D') ?? '') }
  const written = values.get('T') ?? values.get('U') ?? ''
  const amount: Pence | null = readSigned(written)
  if (amount === null)
    return {
      line,
      why: written.trim() === '' ? 'The row has no amount.' : `${shown(written)} is not an amount.`,
    }
  const memo = joined(text('M'), text('A'), ...splits, text('L'))
  return { date, amount, payee: text('P'), memo, reference: text('N'), bankId: null, balance: null }
}

/** A payment without a day or an amount is named; a record of other things alone is too. */
function draftOf(section: Section): Draft {
  const american = monthFirst(section.records)
  const read = section.records.map(record => lineOf(record, american))
  return {
    account: section.account,
    currency: 'GBP',
    opening: null,
    closing: null,
    lines: read.filter(one => 'date' in one),
    refused: read.filter(one => 'why' in one),
    remarks: american ? ['The days of this file are written month first.'] : [],
  }
}

/** Reads QIF, which states no currency and no balance. One statement for each account and section. */
export function readQif(text: string): Drafts {
  const sections = /^[ \t]*!type:\s*(bank|cash|ccard|oth)/im.test(text) ? sectionsOf(text) : []
  return sections.length === 0
    ? 'The file is a QIF file without payments of a bank account or card, so there is nothing to read.'
    : sections.map(draftOf)
}
