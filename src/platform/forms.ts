import { dayOf, type PlainDate, plainDate } from '../kernel/days.ts'
import { type Pence, pence, readMoney, readThousandths, type Thousandths } from '../kernel/money.ts'
import type { FieldError, Typed } from './route.ts'

/** What reading a form gives: the values, or every error at its field, in the form's order. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Reads one field out of what was typed. An error is one sentence that says what to do. */
export type Field<Value> = (typed: Typed, name: string) => { value: Value } | { says: string; field?: string }

export type ValueOf<F> = F extends Field<infer Value> ? Value : never

export const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).replaceAll('\r\n', '\n').trim()
}

export const many = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name]
  return (typeof value === 'string' ? [value] : (value ?? [])).filter(text => text !== '')
}

// Control characters (but not a new line or a tab) and lone surrogates have no place in what people write.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const isWritable = (value: string): boolean => !unwritable.test(value) && value.isWellFormed()

/** A form of named fields. `read` gives all values or all errors; it never throws on anything typed. */
export function form<Fields extends Record<string, Field<unknown>>>(fields: Fields) {
  type Value = { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> }
  return {
    read(typed: Typed): Read<Value> {
      const value: Record<string, unknown> = {}
      const errors: FieldError[] = []
      for (const [name, field] of Object.entries(fields)) {
        const read = field(typed, name)
        if ('value' in read) value[name] = read.value
        else errors.push({ field: read.field ?? name, says: read.says })
      }
      return errors.length > 0 ? { ok: false, errors } : { ok: true, value: value as Value }
    },
  }
}

/** A text that must be there. `missing` is the sentence for an empty field: "Enter your name". */
export function text({
  missing,
  most = 200,
  called = 'This',
}: {
  missing: string
  most?: number
  called?: string
}): Field<string> {
  return (typed, name) => {
    const value = one(typed, name)
    if (value === '') return { says: missing }
    return readable(value, most, called)
  }
}

/** A text that may be left out: null when empty. */
export function optionalText({
  most = 200,
  called = 'This',
}: {
  most?: number
  called?: string
} = {}): Field<string | null> {
  return (typed, name) => {
    const value = one(typed, name)
    return value === '' ? { value: null } : readable(value, most, called)
  }
}

function readable(value: string, most: number, called: string): { value: string } | { says: string } {
  if (!isWritable(value)) return { says: `${called} holds a character that cannot be shown. Type it again` }
  const length = [...value].length
  if (length > most)
    return { says: `${called} must be ${most} characters or fewer. You have ${length - most} too many` }
  return { value }
}

/** A sum of money of nought or more unless `least` says otherwise, at most ten million pounds. */
export function money({
  missing,
  least = pence(0n),
  most = pence(1_000_000_000n),
}: {
  missing: string
  least?: Pence
  most?: Pence
}): Field<Pence> {
  return (typed, name) => {
    const typedText = one(typed, name)
    if (typedText === '') return { says: missing }
    const value = readMoney(typedText)
    if (value === null) return { says: 'Enter an amount in pounds and pence, like 12.50' }
    if (value < least)
      return { says: least === 0n ? 'The amount cannot be less than nothing' : 'The amount is too small' }
    if (value > most) return { says: 'The amount is too large' }
    return { value }
  }
}

/** A count of units as agreed, up to three decimals, above nought. */
export function units({ missing, most = 100_000n }: { missing: string; most?: bigint }): Field<Thousandths> {
  return (typed, name) => {
    const typedText = one(typed, name)
    if (typedText === '') return { says: missing }
    const value = readThousandths(typedText)
    if (value === null) return { says: 'Enter a number, like 3 or 7.5' }
    if (value <= 0n) return { says: 'Enter a number above nought' }
    return value > most * 1000n ? { says: 'The number is too large' } : { value }
  }
}

/** A whole number between two others. */
export function whole({
  missing,
  least,
  most,
}: {
  missing: string
  least: number
  most: number
}): Field<number> {
  return (typed, name) => {
    const typedText = one(typed, name)
    if (typedText === '') return { says: missing }
    if (!/^-?\d{1,9}$/.test(typedText)) return { says: 'Enter a whole number, like 4' }
    const value = Number(typedText)
    return value < least || value > most ? { says: `Enter a number from ${least} to ${most}` } : { value }
  }
}

export type DayLimits = {
  missing: string
  called?: string
  from?: PlainDate
  until?: PlainDate
  tooEarly?: string
  tooLate?: string
}

/** A day from its three boxes. Names the box that is wrong; refuses a day that the calendar does not have. */
export function day({
  missing,
  called = 'The date',
  from = plainDate('1900-01-01'),
  until = plainDate('2100-12-31'),
  tooEarly,
  tooLate,
}: DayLimits): Field<PlainDate> {
  return (typed, name) => {
    const boxes = ['day', 'month', 'year'].map(box => ({ box, typed: one(typed, `${name}-${box}`) }))
    if (boxes.every(box => box.typed === '')) return { says: missing, field: `${name}-day` }
    const empty = boxes.find(box => box.typed === '')
    if (empty) return { says: `${called} must include a ${empty.box}`, field: `${name}-${empty.box}` }
    const wrong = boxes.find(box => !(box.box === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(box.typed))
    if (wrong)
      return {
        says: `${called}: the ${wrong.box} must be a number${wrong.box === 'year' ? ' of four digits' : ''}`,
        field: `${name}-${wrong.box}`,
      }
    const [d, m, y] = boxes.map(box => Number(box.typed))
    const value = dayOf(y ?? 0, m ?? 0, d ?? 0)
    if (value === null) return { says: `${called} must be a day of the calendar`, field: `${name}-day` }
    if (value < from) return { says: tooEarly ?? `${called} is too long ago`, field: `${name}-day` }
    if (value > until) return { says: tooLate ?? `${called} is too far ahead`, field: `${name}-day` }
    return { value }
  }
}

/** A day that may be left out: null when all three boxes are empty. */
export function optionalDay(limits: Omit<DayLimits, 'missing'>): Field<PlainDate | null> {
  const asked = day({ ...limits, missing: '' })
  return (typed, name) =>
    ['day', 'month', 'year'].every(box => one(typed, `${name}-${box}`) === '')
      ? { value: null }
      : asked(typed, name)
}

/** One of a list. Anything else, typed into the address by hand, is as good as nothing. */
export function choice<const Options extends readonly string[]>(
  options: Options,
  missing: string,
): Field<Options[number]> {
  return (typed, name) => {
    const value = one(typed, name)
    return options.includes(value) ? { value: value as Options[number] } : { says: missing }
  }
}

export function optionalChoice<const Options extends readonly string[]>(
  options: Options,
): Field<Options[number] | null> {
  return (typed, name) => {
    const value = one(typed, name)
    return { value: options.includes(value) ? (value as Options[number]) : null }
  }
}

/** Any number of a list, perhaps none; at least one where `missing` is given. */
export function choices<const Options extends readonly string[]>(
  options: Options,
  missing?: string,
): Field<readonly Options[number][]> {
  return (typed, name) => {
    const value = many(typed, name).filter((text): text is Options[number] => options.includes(text))
    return value.length === 0 && missing ? { says: missing } : { value }
  }
}

export const yesNo =
  (missing: string): Field<boolean> =>
  (typed, name) => {
    const value = one(typed, name)
    return value === 'yes' || value === 'no' ? { value: value === 'yes' } : { says: missing }
  }

/** A box to tick that says something: true only when ticked. */
export const ticked =
  (missing?: string): Field<boolean> =>
  (typed, name) => {
    const value = one(typed, name) === 'yes'
    return !value && missing ? { says: missing } : { value }
  }

/** What was typed into a day's three boxes, from a day, for a form that is filled in already. */
export const typedDay = (name: string, value: PlainDate | null): Typed =>
  value === null
    ? {}
    : {
        [`${name}-day`]: String(Number(value.slice(8))),
        [`${name}-month`]: String(Number(value.slice(5, 7))),
        [`${name}-year`]: value.slice(0, 4),
      }

/** What is said to somebody whose form came too late, with the words that they had written. */
export const tooLate = (says: string, words: string): string =>
  words === '' ? says : `${says}. What you wrote: “${[...words].slice(0, 2000).join('')}”`
