import type { PlainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import type { OrganisationId } from '../people/public.ts'
import { settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { newestFormula, type SumFacts } from './rules/sum.ts'
import { here } from './tables.ts'
import type { Domain, EmployerFigures, RateRow, SumLine, SupportLine } from './types.ts'

/** The local rates in force on a day, by name. */
export async function ratesOn(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<readonly RateRow[]> {
  const rows = await here(doing)
    .db.selectFrom('needs.rate_shown')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', day)]))
    .orderBy('says')
    .execute()
  return rows.map(row => ({
    name: row.name,
    says: row.says,
    unit: row.unit,
    rate: row.pence,
    from: row.from_on,
    source: row.source,
  }))
}

/** Every rate an organisation ever set, newest first, for the page of rates. */
export const allRates = (doing: Doing, organisation: OrganisationId) =>
  here(doing)
    .db.selectFrom('needs.rate_shown')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .orderBy('says')
    .orderBy('from_on', 'desc')
    .execute()

type Figures = Readonly<Record<keyof EmployerFigures, number>>

/** What an employer pays on top of a wage on a day; null where the organisation has set nothing for it. */
export async function employerOn(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<SumFacts['employer']> {
  const found = await employerTableOn(doing, organisation, day)
  if (found === null) return null
  const { checkedOn: _, ...employer } = found
  return employer
}

/** The same with the day on which somebody last looked whether the figures are right. */
export async function employerTableOn(doing: Doing, organisation: OrganisationId, day: PlainDate) {
  const row = await here(doing)
    .db.selectFrom('needs.employer_rate')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', day)]))
    .executeTakeFirst()
  if (row === undefined) return null
  const figures = figuresOf(row.figures as Figures)
  return { ...figures, source: row.source, from: row.from_on, checkedOn: row.checked_on }
}

const figuresOf = (figures: Figures): EmployerFigures => ({
  niParts: figures.niParts,
  niAboveWeekly: pence(BigInt(figures.niAboveWeekly)),
  pensionParts: figures.pensionParts,
  pensionAboveWeekly: pence(BigInt(figures.pensionAboveWeekly)),
  pensionFromYearly: pence(BigInt(figures.pensionFromYearly)),
  leaveWeeks: figures.leaveWeeks,
  insuranceYearly: pence(BigInt(figures.insuranceYearly)),
  payrollFourWeekly: pence(BigInt(figures.payrollFourWeekly)),
})

/**
 * The support lines being written for a case, and the version of the draft, so that a stale form is noticed.
 */
export async function draftOf(
  doing: Doing,
  reference: string,
): Promise<{ lines: readonly SupportLine[]; version: number }> {
  const row = await here(doing)
    .db.selectFrom('needs.draft')
    .select(['lines', 'version'])
    .where('reference', '=', reference)
    .executeTakeFirst()
  return { lines: (row?.lines as SupportLine[] | undefined) ?? [], version: row?.version ?? 0 }
}

/** All that a sum would be worked out of today: the draft's lines with the rates and settings of a day. */
export async function factsFor(
  doing: Doing,
  of: { reference: string; organisation: OrganisationId; ratesOn: PlainDate },
): Promise<SumFacts> {
  const contingency = await settingOn(doing, {
    organisation: of.organisation,
    name: 'contingency-parts',
    day: of.ratesOn,
  })
  return {
    formulaVersion: newestFormula,
    ratesOn: of.ratesOn,
    lines: (await draftOf(doing, of.reference)).lines,
    rates: await ratesOn(doing, of.organisation, of.ratesOn),
    employer: await employerOn(doing, of.organisation, of.ratesOn),
    contingencyParts: Number(contingency ?? '0'),
  }
}

const bigs = new Set([
  'rate',
  'weekly',
  'niAboveWeekly',
  'pensionAboveWeekly',
  'pensionFromYearly',
  'insuranceYearly',
  'payrollFourWeekly',
])

/** Sums of money go into JSON as texts of whole pence, and come back as they were. */
export const intoJson = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))
const outOfJson = <Value>(value: unknown): Value =>
  JSON.parse(JSON.stringify(value), (name, one: unknown) =>
    bigs.has(name) && typeof one === 'string' ? BigInt(one) : one,
  ) as Value

/** The lines of a sum as it was worked out, from the `lines` of `needs.sum_shown`. */
export const linesOf = (lines: unknown): readonly SumLine[] => outOfJson<readonly SumLine[]>(lines)
export const factsOf = (facts: unknown): SumFacts => outOfJson<SumFacts>(facts)

/** Every sum of a case, newest first. */
export const sumsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('needs.sum_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('version', 'desc')
    .execute()

/** The newest sum of a case; null where none was worked out or none may be seen. */
export const latestSum = async (doing: Doing, reference: string) =>
  (await sumsOf(doing, reference))[0] ?? null

/** One sum with its facts and warnings, to be opened or worked out again. */
export async function wholeSum(doing: Doing, reference: string, version: number) {
  const row = await here(doing)
    .db.selectFrom('needs.sum')
    .selectAll()
    .where('reference', '=', reference)
    .where('version', '=', version)
    .executeTakeFirst()
  return row
    ? {
        ...row,
        lines: linesOf(row.lines),
        facts: factsOf(row.facts),
        warnings: row.warnings as readonly string[],
      }
    : null
}

/** The newest assessment of a case, or null. */
export async function assessmentOf(doing: Doing, reference: string) {
  const row = await here(doing)
    .db.selectFrom('needs.assessment')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, domains: row.domains as readonly Domain[] } : null
}

/** What was said against the sums of a case, newest first, with the answers. */
export const doubtsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('needs.doubt as d')
    .innerJoin('needs.sum as s', 's.id', 'd.sum_id')
    .select(['d.id', 'd.words', 'd.raised_on', 'd.answer_by', 'd.answered_on', 'd.answer', 's.version'])
    .where('s.reference', '=', reference)
    .orderBy('d.raised_on', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
