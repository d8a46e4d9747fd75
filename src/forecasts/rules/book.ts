import type { PlainDate } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus, timesRoundedHalfUp } from '../../kernel/money.ts'

/** How the forecast of a whole book is worked out, in one sentence. */
export const methodOfBook =
  'What statements show as spent; and for all days that no statement speaks for yet, what is agreed for ' +
  'them, times the share of agreed money that was spent in the last three months with evidence.'
export const rangeOfBook =
  'The range is the same with the lowest and the highest share of any three months in a row of the last six.'

/** One month of all budgets together. Sums in pence, each budget's month rounded to the penny. */
export type BookMonth = {
  readonly first: PlainDate
  readonly last: PlainDate
  /** Agreed to be paid out: direct payments and third parties. */
  readonly agreedOut: Pence
  /** Agreed and paid by the NHS itself. */
  readonly notional: Pence
  /** Of what is agreed: for days after today. */
  readonly committed: Pence
  readonly paid: Pence
  /** Spent, as statements show. */
  readonly spent: Pence
  /** Agreed to be paid out of budgets whose statements speak for the whole month, and spent by them. */
  readonly shownAgreed: Pence
  readonly shownSpent: Pence
}

export const whyNoBook = ['nothing-agreed', 'too-few-months', 'too-little-evidence'] as const
export type WhyNoBook = (typeof whyNoBook)[number]
export const whyNoBookSays: Readonly<Record<WhyNoBook, string>> = {
  'nothing-agreed': 'No agreement is in force in this year.',
  'too-few-months': 'Fewer than three whole months have gone by since the first budget began.',
  'too-little-evidence':
    'In the last six months, statements speak for less than a quarter of the agreed money.',
}

/** A share in parts of ten thousand. */
type Share = bigint
const whole = 10_000n

export type MonthForecast = { readonly sum: Pence; readonly low: Pence; readonly high: Pence }
export type BookForecast =
  | { readonly ok: false; readonly because: readonly WhyNoBook[] }
  | {
      readonly ok: true
      readonly share: Share
      readonly low: Share
      readonly high: Share
      /** How much of the agreed money of the months behind the share statements speak for. */
      readonly shownShare: Share
      readonly months: readonly (BookMonth & { readonly forecast: MonthForecast })[]
      readonly total: MonthForecast
    }

const sum = (months: readonly BookMonth[], of: (month: BookMonth) => Pence): Pence => plus(...months.map(of))
const parts = (of: Pence, all: Pence): Share => timesRoundedHalfUp(of, whole, all)

// A quarter of the agreed money: less evidence than this speaks for too few. Ours.
const enough = (months: readonly BookMonth[]): boolean =>
  sum(months, one => one.shownAgreed) * 4n >= sum(months, one => one.agreedOut)

/** Three months in a row within the last six whole ones, the newest first, as far as evidence is enough. */
function threes(complete: readonly BookMonth[]): readonly (readonly BookMonth[])[] {
  const six = complete.slice(-6)
  const found: (readonly BookMonth[])[] = []
  for (let end = six.length; end >= 3; end -= 1) {
    const three = six.slice(end - 3, end)
    if (enough(three) && three.some(({ shownAgreed }) => shownAgreed > nothing)) found.push(three)
  }
  return found
}

const shareOf = (three: readonly BookMonth[]): Share =>
  parts(
    sum(three, one => one.shownSpent),
    sum(three, one => one.shownAgreed),
  )

function monthAt(month: BookMonth, share: Share): Pence {
  const unshown = minus(month.agreedOut, month.shownAgreed)
  return plus(month.notional, month.shownSpent, timesRoundedHalfUp(unshown, share, whole))
}

/**
 * What will have been spent by the end of a year, month by month: see `methodOfBook`. `months` begins at
 * least six months before the year where there were budgets. Gives every reason why there is no forecast. The
 * rule is ours (design).
 */
export function forecastBook(
  months: readonly BookMonth[],
  { from, today }: { readonly from: PlainDate; readonly today: PlainDate },
): BookForecast {
  const year = months.filter(({ first }) => first >= from)
  const agreed = (one: BookMonth): Pence => plus(one.agreedOut, one.notional)
  const begun = months.findIndex(one => agreed(one) > nothing)
  const complete = begun < 0 ? [] : months.slice(begun).filter(({ last }) => last < today)
  const shown = threes(complete)
  const because: readonly WhyNoBook[] = [
    ...(year.every(one => agreed(one) === nothing) ? (['nothing-agreed'] as const) : []),
    ...(complete.length < 3 ? (['too-few-months'] as const) : []),
    ...(complete.length >= 3 && shown.length === 0 ? (['too-little-evidence'] as const) : []),
  ]
  const [newest] = shown
  if (because.length > 0 || newest === undefined) return { ok: false, because }
  const shares = shown.map(shareOf).toSorted((a, b) => (a < b ? -1 : 1))
  const share = shareOf(newest)
  const [low = share, high = share] = [shares[0], shares.at(-1)]
  const withForecast = year.map(month => ({
    ...month,
    forecast: { sum: monthAt(month, share), low: monthAt(month, low), high: monthAt(month, high) },
  }))
  const total = (of: keyof MonthForecast): Pence => plus(...withForecast.map(({ forecast }) => forecast[of]))
  return {
    ok: true,
    share,
    low,
    high,
    shownShare: parts(
      sum(newest, one => one.shownAgreed),
      sum(newest, one => one.agreedOut),
    ),
    months: withForecast,
    total: { sum: total('sum'), low: total('low'), high: total('high') },
  }
}
