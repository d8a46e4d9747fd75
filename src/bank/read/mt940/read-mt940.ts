import type { PlainDate } from '../../../kernel/days.ts'
import { negative, type Pence } from '../../../kernel/money.ts'
import { readMtAmount } from '../amounts.ts'
import type { AccountNumbers, Draft, Drafts, RefusedRow, StatementLine } from '../types.ts'
import { readEntry, readMtDay } from './entry.ts'
import { type Field, fieldsOf } from './fields.ts'

export { isMt940 } from './fields.ts'

type Balance = {
  readonly sum: Pence
  readonly currency: string
  readonly on: PlainDate | null
  readonly between: boolean
}
type Message = {
  account: AccountNumbers | null
  opening: Balance | null
  closing: Balance | null
  readonly lines: StatementLine[]
  readonly refused: RefusedRow[]
  ended: boolean
}

function accountOf(written: string): AccountNumbers | null {
  const text = written.trim()
  const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}/.exec(text.replaceAll(' ', ''))?.[0]
  if (iban) return { sortCode: null, accountNumber: null, iban: iban.replace(/[A-Z]{3}$/, '') }
  const british = /^(\d{6}|\d{2}-\d{2}-\d{2})\/(\d{6,10})/.exec(text)
  if (british) return { sortCode: british[1] ?? null, accountNumber: british[2] ?? null, iban: null }
  return text === '' ? null : { sortCode: null, accountNumber: text, iban: null }
}

/** `C260501GBP1204,10`; null where any part cannot be read. */
function balanceOf({ tag, lines }: Field): Balance | null {
  const found = /^([CD])(\d{6})([A-Z]{3})([\d,]+)$/.exec((lines[0] ?? '').trim())
  const size = found ? readMtAmount(found[4] ?? '') : null
  if (!found || size === null) return null
  const sum = found[1] === 'D' ? negative(size) : size
  return { sum, currency: found[3] ?? 'GBP', on: readMtDay(found[2] ?? ''), between: tag.endsWith('M') }
}

const fresh = (): Message => ({
  account: null,
  opening: null,
  closing: null,
  lines: [],
  refused: [],
  ended: false,
})

const isEmpty = (one: Message): boolean =>
  one.opening === null && one.closing === null && one.lines.length === 0

/** A field that can only stand at the head of a message begins a new one. */
const begins = (tag: string, now: Message): boolean =>
  tag === '20' || ((tag === '25' || tag.startsWith('60')) && (now.closing !== null || now.ended))

function take(now: Message, field: Field, after: Field | undefined): void {
  const { tag } = field
  if (/^25P?$/.test(tag)) now.account = accountOf(field.lines[0] ?? '')
  else if (/^60[FM]$/.test(tag)) now.opening ??= balanceOf(field)
  else if (/^62[FM]$/.test(tag)) now.closing = balanceOf(field)
  else if (tag === 'end') now.ended = true
  else if (tag === '61') {
    const entry = readEntry(field, after?.tag === '86' ? after.lines : [])
    if ('why' in entry) now.refused.push(entry)
    else now.lines.push(entry)
  }
}

function messagesOf(fields: readonly Field[]): readonly Message[] {
  const messages: Message[] = [fresh()]
  fields.forEach((field, index) => {
    const now = messages.at(-1)
    if (now === undefined) return
    if (begins(field.tag, now) && !isEmpty(now))
      messages.push({ ...fresh(), account: field.tag === '20' ? null : now.account })
    const open = messages.at(-1)
    if (open) take(open, field, fields[index + 1])
  })
  return messages.filter(one => !isEmpty(one) || one.refused.length > 0)
}

const sameAccount = (a: Message, b: Message): boolean =>
  JSON.stringify(a.account) === JSON.stringify(b.account)

/** Pages of one statement (60M takes up where 62M left off) are one statement. */
function pagesJoined(messages: readonly Message[]): readonly Message[] {
  const whole: Message[] = []
  for (const one of messages) {
    const before = whole.at(-1)
    const goesOn =
      before?.closing?.between &&
      one.opening?.between &&
      before.closing.sum === one.opening.sum &&
      sameAccount(before, one)
    if (before && goesOn) {
      before.lines.push(...one.lines)
      before.refused.push(...one.refused)
      before.closing = one.closing
    } else whole.push(one)
  }
  return whole
}

function draftOf(one: Message): Draft {
  const { opening, closing } = one
  const days = [opening?.on, closing?.on]
  const [from, to] = days
  return {
    account: one.account,
    currency: opening?.currency ?? closing?.currency ?? 'GBP',
    opening: opening?.sum ?? null,
    closing: closing?.sum ?? null,
    comparable: opening === null || closing === null || opening.currency === closing.currency,
    lines: one.lines,
    refused: one.refused,
    period: from && to && from <= to ? { from, to } : null,
  }
}

/** Reads MT940: one statement for each, its pages joined. Other SWIFT messages are refused. */
export function readMt940(text: string): Drafts {
  const other = /\{2:[IO](\d{3})/.exec(text.slice(0, 2000))?.[1]
  if (other && other !== '940' && other !== '950')
    return `The file is a SWIFT message of another kind (MT${other}), not a statement (MT940).`
  if (!/:6[02][FM]:/.test(text)) {
    return (
      'The file looks like a SWIFT message, but it has no opening or closing balance, ' +
      'so it is not an MT940 statement.'
    )
  }
  const drafts = pagesJoined(messagesOf(fieldsOf(text))).map(draftOf)
  return drafts.length > 0 ? drafts : 'The file looks like an MT940 statement, but nothing in it can be read.'
}
