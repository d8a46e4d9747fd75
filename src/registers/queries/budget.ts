import { sightOf } from '../../access/public.ts'
import { newestAgreement } from '../../agreements/public.ts'
import { later, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { carriedOn, type Strand } from '../../needs/public.ts'
import { linesOn, versionOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'

/** What one body carries of something a week. */
export type Carried = { readonly strand: Strand; readonly name: string; readonly weekly: Pence }
export type JoinedLine = { readonly says: string; readonly weekly: Pence; readonly parts: readonly Carried[] }

/** How far the budget of an entry has come, and who carries which part of it. */
export type Joined = {
  readonly reference: string
  /** Not only the lines that a body carries a part of: else nothing is said of the agreement. */
  readonly whole: boolean
  readonly askedOn: PlainDate
  readonly decided: { readonly on: PlainDate; readonly granted: boolean } | null
  readonly plannedOn: PlainDate | null
  readonly agreedOn: PlainDate | null
  /** The first day of the money, by the newest agreement, signed or not. */
  readonly begins: PlainDate | null
  readonly weekly: Pence
  readonly lines: readonly JoinedLine[]
  /** What each body carries a week of all lines; empty where the board carries everything. */
  readonly carried: readonly Carried[]
}

const totals = (parts: readonly Carried[]): readonly Carried[] =>
  [...Map.groupBy(parts, ({ strand }) => strand)].map(([strand, own]) => ({
    strand,
    name: own[0]?.name ?? '',
    weekly: plus(nothing, ...own.map(({ weekly }) => weekly)),
  }))

async function linesJoined(doing: Doing, reference: string, day: PlainDate) {
  const lines = await linesOn(doing, reference, day)
  const shared = lines.map(line => ({ key: line.line_key, weekly: line.weekly }))
  const carried = await carriedOn(doing, { reference, day }, shared)
  const joined = lines.map(line => ({
    says: line.says,
    weekly: line.weekly,
    parts: carried?.get(line.line_key) ?? [],
  }))
  return { lines: joined, carried: totals(joined.flatMap(({ parts }) => parts)) }
}

const laterOf = (a: PlainDate | null, b: PlainDate | null): PlainDate | null =>
  a === null || b === null ? null : later(a, b)

/** The budget behind a reference as far as the one who asks may see it; null where they see none of it. */
export async function joinedBudget(doing: Doing, reference: string): Promise<Joined | null> {
  const found = await caseOf(doing, reference)
  const sees = found === null ? null : await sightOf(doing, found)
  if (found === null || sees === null || sees === 'name') return null
  const agreement = await newestAgreement(doing, reference)
  const begins = agreement?.from_on ?? null
  const day = begins === null ? doing.today : later(begins, doing.today)
  const version = await versionOn(doing, reference, day)
  const { lines, carried } = await linesJoined(doing, reference, day)
  const { decidedOn, outcome } = found
  return {
    reference,
    whole: sees !== 'plan',
    askedOn: found.receivedOn,
    decided: decidedOn === null ? null : { on: decidedOn, granted: outcome !== 'refused' },
    plannedOn: version?.signed_off_on ?? null,
    agreedOn: laterOf(agreement?.signed_by_person_on ?? null, agreement?.signed_by_body_on ?? null),
    begins,
    weekly: plus(nothing, ...lines.map(({ weekly }) => weekly)),
    lines,
    carried,
  }
}
