import type { Selectable } from 'kysely'
import { seesInPart } from '../../access/public.ts'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Ctx, here } from '../tables.ts'
import type { Budget, Line, Outcome, OutcomeKey, Plan, Risk, SignOff, VersionId, Words } from '../types.ts'

type VersionRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>

const rowOf = (doing: Doing, { reference, number }: { reference: string; number: number | null }) => {
  const rows = here(doing)
    .db.selectFrom('plans.version as v')
    .innerJoin('plans.version_shown as shown', 'shown.id', 'v.id')
    .leftJoin('plans.sign_off as s', 's.version_id', 'v.id')
    .selectAll('v')
    .select(['shown.in_force_until', 's.signed_by_name', 's.signed_role', 's.signed_on', 's.in_force_from'])
    .leftJoin('plans.signed_whole as whole', 'whole.version_id', 'v.id')
    .select(['whole.weekly as signed_weekly', 'whole.because'])
    .where('v.reference', '=', reference)
  const one =
    number === null ? rows.orderBy('v.number', 'desc').limit(1) : rows.where('v.number', '=', number)
  return one.executeTakeFirst()
}

type LineRow = Selectable<Pick<LineTable, keyof LineTable>>
type LineTable = Awaited<ReturnType<typeof lineRows>>[number]

const lineRows = (doing: Doing, version: VersionId) =>
  here(doing)
    .db.selectFrom('plans.line')
    .selectAll()
    .where('version_id', '=', version)
    .orderBy('place')
    .execute()

const lineFrom = (row: LineRow): Line => ({
  key: row.line_key,
  says: row.says,
  outcome: row.outcome as OutcomeKey | '',
  kind: row.kind,
  unit: row.unit,
  units: row.units,
  per: row.per,
  rate: row.rate,
  charge: row.charge,
  weekly: row.weekly,
  way: row.way,
  payee: row.payee,
  payeeWords: row.payee_words,
  employs: row.employs,
})

async function wordsOf({ db }: Ctx, version: VersionId): Promise<Words | null> {
  const row = await db
    .selectFrom('plans.words')
    .selectAll()
    .where('version_id', '=', version)
    .executeTakeFirst()
  if (!row) return null
  return {
    aboutMe: row.about_me as Words['aboutMe'],
    whatMatters: row.what_matters,
    outcomes: row.outcomes as readonly Outcome[],
    risks: row.risks as readonly Risk[],
    contingency: row.contingency,
    crisisContact: row.crisis_contact,
    whoChecks: row.who_checks,
    safeguards: row.safeguards,
    training: row.training,
  }
}

const signOffFrom = (row: VersionRow): SignOff | null =>
  row.signed_on === null || row.in_force_from === null
    ? null
    : {
        by: row.signed_by_name ?? '',
        role: row.signed_role ?? '',
        on: row.signed_on,
        from: row.in_force_from,
        until: row.in_force_until,
        weekly: row.signed_weekly,
        because: row.because,
      }

/**
 * A version of a case's plan, the newest where no number is said; null where there is none that this actor
 * may see. Its words are null for those who may see the lines only.
 */
export async function planOf(
  doing: Doing,
  reference: string,
  number: number | null = null,
): Promise<Plan | null> {
  const row = await rowOf(doing, { reference, number })
  if (!row) return null
  return {
    id: row.id,
    reference: row.reference as Reference,
    organisation: row.organisation_id,
    person: row.person_id,
    number: row.number,
    sum: row.sum_id,
    coordinator: row.coordinator_name,
    firstReviewOn: row.first_review_on,
    noticeDays: row.notice_days,
    madeOn: row.made_on,
    changed: row.changed,
    lines: (await lineRows(doing, row.id)).map(lineFrom),
    inPart: await seesInPart(doing, { person: row.person_id, organisation: row.organisation_id }),
    words: await wordsOf(here(doing), row.id),
    signedOff: signOffFrom(row),
  }
}

/** The sum a plan is held against; null where this actor may not see money. */
export async function budgetOf(doing: Doing, plan: Pick<Plan, 'sum'>): Promise<Budget> {
  const row = await here(doing)
    .db.selectFrom('needs.sum_shown')
    .select(['weekly', 'from_on'])
    .where('id', '=', plan.sum)
    .executeTakeFirst()
  return row ? { weekly: row.weekly, from: row.from_on } : null
}

/** Everybody who wrote a part of a version, by id: none of them may sign it off. */
export async function authorsOf(doing: Doing, version: VersionId): Promise<readonly string[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.writing')
    .select('written_by')
    .distinct()
    .where('version_id', '=', version)
    .execute()
  return rows.flatMap(row => row.written_by ?? [])
}
