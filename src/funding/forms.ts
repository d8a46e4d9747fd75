import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { type Pence, pence, plainMoney, readMoney, readThousandths, sayThousandths } from '../kernel/money.ts'
import {
  type Bodies,
  type LineKey,
  type LineSplit,
  type SplitShown,
  type Strand,
  saySplitProblem,
  strands,
  whyNotSplit,
} from '../needs/public.ts'
import type { OrganisationId } from '../people/public.ts'
import {
  choice,
  day,
  type Field,
  form,
  money,
  one,
  optionalText,
  type Read,
  text,
  ticked,
  units,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { changeKinds } from './types.ts'

const long = plainDate('2013-04-01')

export type LineToSplit = { readonly key: LineKey; readonly says: string; readonly weekly: Pence }

/** How a line is split: by percentage, by pounds a week, or all of it by one strand. */
export const waysTyped = ['percentage', 'amount', ...strands] as const
type WayTyped = (typeof waysTyped)[number]

const splitFields = (today: PlainDate) =>
  form({
    from: day({
      missing: 'Enter the day from which it holds',
      called: 'The first day',
      from: long,
      until: addDays(today, 366),
      tooLate: 'The first day must be within a year',
    }),
    because: text({ missing: 'Say what the shares rest on', most: 500, called: 'What it rests on' }),
  })

/** A share as typed: a percentage in hundredths, or pence a week; empty is none. Null where it is neither. */
function readPart(typed: string, way: WayTyped): bigint | null {
  if (typed === '') return 0n
  if (way === 'amount') return readMoney(typed)
  const percent = readThousandths(typed.replace(/\s*%$/, ''))
  return percent === null || percent % 10n !== 0n ? null : percent / 10n
}

type Line = { readonly split: LineSplit; readonly errors: readonly FieldError[] }

function readLine(typed: Typed, { line, place }: { line: LineToSplit; place: number }, bodies: Bodies): Line {
  const way = waysTyped.find(name => name === one(typed, `way-${place}`))
  const first = `health-${place}`
  const wrong = (field: string, says: string) => ({ field, says: `${line.says}: ${says}` })
  if (way === undefined)
    return {
      split: { key: line.key, way: 'whole', parts: [] },
      errors: [wrong(`way-${place}`, 'choose how it is shared')],
    }
  if (way !== 'percentage' && way !== 'amount') {
    const split: LineSplit = { key: line.key, way: 'whole', parts: [{ strand: way, part: 1n }] }
    const problems = whyNotSplit(split, { weekly: line.weekly, bodies })
    return { split, errors: problems.map(problem => wrong(`way-${place}`, saySplitProblem(problem))) }
  }
  const read = strands.map(strand => ({ strand, part: readPart(one(typed, `${strand}-${place}`), way) }))
  const odd = read.filter(({ part }) => part === null || part < 0n)
  if (odd.length > 0)
    return {
      split: { key: line.key, way, parts: [] },
      errors: odd.map(({ strand }) =>
        wrong(
          `${strand}-${place}`,
          way === 'amount'
            ? 'enter pounds a week, like 120.50, and not less than nothing'
            : 'enter a percentage between 0 and 100, with at most two decimals',
        ),
      ),
    }
  const parts = read.flatMap(({ strand, part }) => (part === null || part === 0n ? [] : [{ strand, part }]))
  const split = { key: line.key, way, parts }
  const problems = whyNotSplit(split, { weekly: line.weekly, bodies })
  return { split, errors: problems.map(problem => wrong(first, saySplitProblem(problem))) }
}

export type SharesTyped = {
  readonly from: PlainDate
  readonly because: string
  readonly bodies: Bodies
  readonly lines: readonly (LineToSplit & { readonly split: LineSplit })[]
}

/** The shares of every line as typed, with every problem at its own field. */
export function readShares(typed: Typed, { lines, today, lead, councils }: SharesAsked): Read<SharesTyped> {
  const read = splitFields(today).read(typed)
  const bodyAt = (strand: Strand): OrganisationId | undefined =>
    councils.find(id => id === one(typed, `${strand}-body`))
  const [care, education] = [bodyAt('social-care'), bodyAt('education')]
  const bodies: Bodies = {
    health: lead,
    ...(care === undefined ? {} : { 'social-care': care }),
    ...(education === undefined ? {} : { education }),
  }
  const split = lines.map((line, place) => ({ line, ...readLine(typed, { line, place }, bodies) }))
  const errors = [...(read.ok ? [] : read.errors), ...split.flatMap(each => each.errors)]
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: { ...read.value, bodies, lines: split.map(({ line, split: of }) => ({ ...line, split: of })) },
  }
}
type SharesAsked = {
  readonly lines: readonly LineToSplit[]
  readonly today: PlainDate
  readonly lead: OrganisationId
  readonly councils: readonly OrganisationId[]
}

const period = (today: PlainDate, called: string) => ({
  from: day({
    missing: `Enter the first day of ${called}`,
    called: 'The first day',
    from: long,
    until: today,
  }),
  until: day({
    missing: `Enter the last day of ${called}`,
    called: 'The last day',
    from: long,
    until: addDays(today, 366),
    tooLate: 'The last day must be within a year',
  }),
})

const needed =
  (says: string): Field<string> =>
  (typed, name) => {
    const value = one(typed, name)
    return value === '' ? { says } : { value }
  }

export const statementForm = (today: PlainDate) =>
  form({ body: needed('Choose who is charged'), ...period(today, 'the period') })

export const disputeForm = (today: PlainDate) =>
  form({
    part: needed('Choose which part of which line is in dispute'),
    interim: choice(['board', 'body'], 'Choose who pays meanwhile'),
    because: text({ missing: 'Say what the dispute is about', most: 1000, called: 'What it is about' }),
    ...period(today, 'the dispute'),
  })

const percentage: Field<number> = (typed, name) => {
  const read = readThousandths(one(typed, name).replace(/\s*%$/, ''))
  return read === null || read < 0n || read > 100_000n || read % 10n !== 0n
    ? { says: 'Enter a percentage between 0 and 100, with at most two decimals' }
    : { value: Number(read / 10n) }
}

export const settlementForm = form({
  percentage,
  because: text({ missing: 'Say how it was settled, and by whom', most: 1000, called: 'How it was settled' }),
})

/** A change from a past day: of a rate, of how many units, or of the first day. */
export const backDatingForm = (today: PlainDate) =>
  form({
    line: needed('Choose which line changes'),
    kind: choice(changeKinds, 'Choose what changes'),
    from: day({
      missing: 'Enter the day from which it changes',
      called: 'The day',
      from: long,
      until: today,
      tooLate: 'The day must be in the past. A later change goes into the next plan',
    }),
    because: text({ missing: 'Say why it changes', most: 500, called: 'The reason' }),
  })
/** How statements follow shares that changed from a past day. */
export const correctingForm = form({
  on: choice(['original-day', 'correction-day'], 'Choose from which day it counts'),
  because: text({ missing: 'Say why the statements are corrected', most: 500, called: 'The reason' }),
})

/** Shares as the form takes them: those of a split, to begin from. */
export function typedShares(lines: readonly LineToSplit[], held: Held): Typed {
  const typed: Record<string, string> = {}
  for (const [place, { key }] of lines.entries()) {
    const split = held?.lines.get(key)
    const [only] = split?.parts ?? []
    typed[`way-${place}`] =
      split === undefined ? 'health' : split.way === 'whole' ? (only?.strand ?? 'health') : split.way
    if (split === undefined || split.way === 'whole') continue
    for (const { strand, part } of split.parts)
      typed[`${strand}-${place}`] =
        split.way === 'percentage' ? sayThousandths(part * 10n) : plainMoney(pence(part))
  }
  for (const { strand, body_id } of held?.totals ?? [])
    if (strand !== 'health') typed[`${strand}-body`] = body_id
  return typed
}
type Held = Pick<SplitShown, 'lines' | 'totals'> | null

export const newRateForm = form({ rate: money({ missing: 'Enter the new rate for one unit' }) })
export const newUnitsForm = form({ units: units({ missing: 'Enter how many units' }) })

export const contributionForm = (today: PlainDate) =>
  form({
    strand: choice(strands, 'Choose which part it is paid towards'),
    kind: choice(['contribution', 'top-up'], 'Choose what it is'),
    line: optionalText({ most: 80, called: 'The line' }),
    weekly: money({ missing: 'Enter how much a week' }),
    allowed: ticked(),
    because: text({ missing: 'Say what it rests on', most: 500, called: 'What it rests on' }),
    from: day({ missing: 'Enter the day from which it is paid', from: long, until: addDays(today, 366) }),
  })
