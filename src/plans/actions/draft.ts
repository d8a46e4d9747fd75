import { record, type WhyNotOnBehalf, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { latestSum, linesOf, type SumId } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf, partsOf } from '../../requests/public.ts'
import { planOf } from '../queries/plan.ts'
import { linesFromSum } from '../rules/from-sum.ts'
import { here } from '../tables.ts'
import type { Line, Plan, VersionId, Way, Words } from '../types.ts'
import { noteWriting, writesAs } from './write.ts'
import { lineRow } from './write-line.ts'

export type DraftProblem =
  | 'case-not-found'
  | 'may-not-write'
  | 'no-sum'
  | 'sum-not-shown'
  | 'draft-exists'
  | 'nothing-in-force'
  | WhyNotOnBehalf

/**
 * `sum` draws the lines of the newest sum; `before` keeps the lines of the version before, for a change of
 * plan.
 */
export type DraftFrom = 'sum' | 'before'

const noWords: Words = {
  aboutMe: {},
  whatMatters: '',
  outcomes: [],
  risks: [],
  contingency: '',
  crisisContact: '',
  whoChecks: '',
  safeguards: '',
  training: '',
}

/**
 * Begins the next version of a case's plan. Its words are those of the version before; its lines come from
 * the newest sum, or stay as they were. Refuses a second draft, and planning before the family has seen the
 * sum (KEY-FEATURE-3).
 */
export async function draftPlan(
  doing: Doing,
  { reference, from }: { readonly reference: string; readonly from: DraftFrom },
): Promise<Done<{ id: VersionId; number: number }, DraftProblem>> {
  const [found, sum] = [await caseOf(doing, reference), await latestSum(doing, reference)]
  if (found === null) return refused('case-not-found')
  if ((await writesAs(doing, found.person)) === null) return refused('may-not-write')
  const unheard = await whyNotOnBehalf(doing, found.person, 'write-plan')
  if (unheard.length > 0) return refused(...unheard)
  if (sum === null) return refused('no-sum')
  if (sum.shown_on === null) return refused('sum-not-shown')
  const before = await planOf(doing, reference)
  if (before !== null && before.signedOff === null) return refused('draft-exists')
  if (before === null && from === 'before') return refused('nothing-in-force')
  const lines =
    before !== null && from === 'before'
      ? before.lines
      : linesFromSum(linesOf(sum.lines), { way: await onlyWay(doing, found), before: before?.lines ?? [] })
  const number = (before?.number ?? 0) + 1
  const id = await writeDraft(doing, { found, sum: sum.id, number, before, lines })
  return done({ id, number })
}

/** The way that was granted for every part of the request; null where there are several, or none yet. */
async function onlyWay(doing: Doing, found: Case): Promise<Way | null> {
  const parts = await partsOf(doing, found.request)
  const granted = new Set(
    parts.filter(part => part.granted !== false).map(part => part.decidedWay ?? part.askedWay),
  )
  const [way = null] = granted
  return granted.size === 1 ? way : null
}

type Drafting = {
  readonly found: Case
  readonly sum: SumId
  readonly number: number
  readonly before: Plan | null
  readonly lines: readonly Line[]
}

async function writeDraft(doing: Doing, { found, sum, number, before, lines }: Drafting): Promise<VersionId> {
  const { db } = here(doing)
  const id = newId<'plan version'>()
  const of = { organisation_id: found.organisation, person_id: found.person }
  await db
    .insertInto('plans.version')
    .values({
      id,
      ...of,
      reference: found.reference,
      number,
      sum_id: sum,
      coordinator_id: found.caseWorker?.id ?? null,
      coordinator_name: before?.coordinator ?? found.caseWorker?.name ?? null,
      first_review_on: before?.firstReviewOn ?? null,
      notice_days: before?.noticeDays ?? null,
      made_by: doing.actor.id,
      made_on: doing.today,
    })
    .execute()
  await db
    .insertInto('plans.words')
    .values({ version_id: id, ...of, ...rowOfWords(before?.words ?? noWords) })
    .execute()
  const plan = { id, organisation: found.organisation, person: found.person, reference: found.reference }
  const rows = lines.map((line, place) => lineRow(plan, line, place + 1))
  if (rows.length > 0) await db.insertInto('plans.line').values(rows).execute()
  await noteWriting(doing, plan, 'draft')
  const happened = {
    happened: 'plan-drafted',
    organisation: found.organisation,
    person: found.person,
    to: id,
  }
  await record(doing, { ...happened, details: { reference: found.reference, version: number } })
  return id
}

const rowOfWords = (words: Words) => ({
  about_me: JSON.stringify(words.aboutMe),
  what_matters: words.whatMatters,
  outcomes: JSON.stringify(words.outcomes),
  risks: JSON.stringify(words.risks),
  contingency: words.contingency,
  crisis_contact: words.crisisContact,
  who_checks: words.whoChecks,
  safeguards: words.safeguards,
  training: words.training,
})
