import { type PlainDate, readPlainDate, sayShortDay } from '../../kernel/days.ts'
import { pence, sayMoney } from '../../kernel/money.ts'

type Details = Readonly<Record<string, unknown>>

const money = (details: Details, name: string): string | null => {
  const value = details[name]
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? sayMoney(pence(BigInt(value))) : null
}

const day = (details: Details, name: string): PlainDate | null => {
  const value = details[name]
  return typeof value === 'string' ? readPlainDate(value) : null
}

const after = (words: string, said: string | null): readonly string[] =>
  said === null ? [] : [`${words} ${said}`]
const onDay = (words: string, found: PlainDate | null): readonly string[] =>
  after(words, found === null ? null : sayShortDay(found))

/**
 * What stands beside a happening in the record, in words: sums, days and versions. Ids and names of fields
 * say nothing.
 */
export function sayDetails(details: unknown): string {
  if (typeof details !== 'object' || details === null) return ''
  const all = details as Details
  const version = all['version']
  const weekly = money(all, 'weekly')
  const parts = [
    ...(typeof version === 'number' ? [`version ${version}`] : []),
    ...after('', money(all, 'amount')).map(text => text.trim()),
    ...(weekly === null ? [] : [`${weekly} a week`]),
    ...onDay('from', day(all, 'from')),
    ...onDay('for the time from', day(all, 'for')),
    ...onDay('on', day(all, 'on')),
  ]
  const text = parts.join(', ')
  return text === '' ? '' : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
