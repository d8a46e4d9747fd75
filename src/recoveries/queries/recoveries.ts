import { isStaff } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Executor, Kept, Recovery, RecoveryId, Working } from '../types.ts'

type KeptText = Omit<Kept, 'sum'> & { readonly sum: string }
const money = (text: string): Pence => BigInt(text) as Pence
export const readKept = (kept: unknown): readonly Kept[] =>
  (kept as readonly KeptText[]).map(one => ({ ...one, sum: money(one.sum) }))

const sums = ['weekly', 'held', 'advance', 'outsidePlan', 'protectedSum', 'surplus'] as const
const tenths = ['heldTenths', 'surplusTenths'] as const

/** A working or a list as it is kept: pence as text, because JSON has no whole numbers without end. */
export const asKept = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? one.toString() : one))

function readWorking(kept: unknown): Working {
  const texts = kept as Record<string, string> & { readonly kept: unknown }
  const numbers = [...sums, ...tenths].map(name => [name, BigInt(texts[name] ?? '0')])
  return {
    ...(kept as Working),
    ...Object.fromEntries(numbers),
    kept: readKept(texts.kept),
  }
}

/** Every recovery of a case, the newest first. Those who are not staff see what they were written about. */
export async function recoveriesOf(doing: Doing, reference: string): Promise<readonly Recovery[]> {
  const { db } = here(doing)
  const proposals = await db
    .selectFrom('recoveries.proposal')
    .selectAll()
    .where('reference', '=', reference as Recovery['reference'])
    .orderBy('number', 'desc')
    .execute()
  if (proposals.length === 0) return []
  const facts = await factsOf(
    doing,
    proposals.map(({ id }) => id),
  )
  const all = proposals.map((row): Recovery => recoveryFrom(row, facts))
  return all.filter(one => maySee(doing, one))
}

/** The estate is written to on paper: nobody of the family reads its letter in their place. */
const maySee = (doing: Doing, one: Recovery): boolean =>
  doing.actor.id === null || isStaff(doing.actor) || (one.notice !== null && one.executor === null)

/** One recovery by its number; null where there is none that this actor may see. */
export async function recoveryOf(doing: Doing, reference: string, number: number): Promise<Recovery | null> {
  return (await recoveriesOf(doing, reference)).find(one => one.number === number) ?? null
}

async function factsOf(doing: Doing, ids: readonly RecoveryId[]) {
  const { db } = here(doing)
  return {
    notices: await db.selectFrom('recoveries.notice').selectAll().where('proposal_id', 'in', ids).execute(),
    objections: await db
      .selectFrom('recoveries.objection')
      .selectAll()
      .where('proposal_id', 'in', ids)
      .execute(),
    answers: await db.selectFrom('recoveries.answer').selectAll().where('proposal_id', 'in', ids).execute(),
    withdrawals: await db
      .selectFrom('recoveries.withdrawal')
      .selectAll()
      .where('proposal_id', 'in', ids)
      .execute(),
    pauses: await db
      .selectFrom('recoveries.pause')
      .selectAll()
      .where('proposal_id', 'in', ids)
      .orderBy('from_on')
      .execute(),
    taken: await db
      .selectFrom('payments.deduction_shown')
      .select(['source_id', 'taken', 'leaves_on'])
      .where('source', '=', 'recoveries')
      .where('source_id', 'in', ids)
      .where('released_on', 'is not', null)
      .execute(),
    postings: await db.selectFrom('recoveries.posting').selectAll().where('proposal_id', 'in', ids).execute(),
    repayments: await db
      .selectFrom('recoveries.repayment')
      .selectAll()
      .where('proposal_id', 'in', ids)
      .orderBy('on_day')
      .orderBy('id')
      .execute(),
  }
}

type Facts = Awaited<ReturnType<typeof factsOf>>
type Row = {
  id: RecoveryId
  organisation_id: Recovery['organisation']
  person_id: Recovery['person']
  reference: Recovery['reference']
  number: number
  ground: Recovery['ground']
  way: Recovery['way']
  working: unknown
  amount: Pence
  because: string
  who_must_repay: string
  repay_days: number
  executor: unknown
  proposed_by: string | null
  proposed_by_name: string
  proposed_on: PlainDate
}

const recoveryFrom = (row: Row, facts: Facts): Recovery => ({
  id: row.id,
  organisation: row.organisation_id,
  person: row.person_id,
  reference: row.reference,
  number: row.number,
  ground: row.ground,
  way: row.way,
  working: readWorking(row.working),
  amount: row.amount,
  because: row.because,
  whoMustRepay: row.who_must_repay,
  repayDays: row.repay_days,
  executor: row.executor as Executor | null,
  proposedBy: row.proposed_by,
  proposedByName: row.proposed_by_name,
  proposedOn: row.proposed_on,
  ...decisionsIn(facts, row.id),
  ...movesIn(facts, row.id),
})

type Decisions = Pick<Recovery, 'notice' | 'objection' | 'answer' | 'withdrawn'>

function decisionsIn(facts: Facts, id: RecoveryId): Decisions {
  const ofThis = <One extends { proposal_id: RecoveryId }>(all: readonly One[]): One | undefined =>
    all.find(one => one.proposal_id === id)
  const [notice, objection] = [ofThis(facts.notices), ofThis(facts.objections)]
  const [answer, withdrawal] = [ofThis(facts.answers), ofThis(facts.withdrawals)]
  return {
    notice: notice ? { ...decided(notice), sentOn: notice.sent_on, objectBy: notice.object_by } : null,
    objection: objection
      ? {
          id: objection.id,
          how: objection.how,
          words: objection.words,
          file: objection.file_id,
          saidBy: objection.said_by_name,
          saidOn: objection.said_on,
          answerBy: objection.answer_by,
          notedBy: objection.noted_by_name,
        }
      : null,
    answer: answer
      ? {
          ...decided(answer),
          outcome: answer.outcome,
          amount: answer.amount,
          because: answer.because,
          alsoKept: readKept(answer.also_kept),
          answeredOn: answer.answered_on,
        }
      : null,
    withdrawn: withdrawal
      ? { on: withdrawal.withdrawn_on, because: withdrawal.because, byName: withdrawal.withdrawn_by_name }
      : null,
  }
}

type DecidedRow = Pick<Facts['notices'][number], 'decided_by' | 'decided_by_name' | 'decided_by_role'> &
  Pick<Facts['notices'][number], 'moves_on' | 'repay_by'>
const decided = (row: DecidedRow) => ({
  by: row.decided_by,
  byName: row.decided_by_name,
  byRole: row.decided_by_role,
  movesOn: row.moves_on,
  repayBy: row.repay_by,
})

function movesIn(facts: Facts, id: RecoveryId): Pick<Recovery, 'pauses' | 'posted' | 'repaid'> {
  const posting = facts.postings.find(one => one.proposal_id === id)
  return {
    pauses: facts.pauses
      .filter(one => one.proposal_id === id)
      .map(one => ({
        from: one.from_on,
        until: one.until_on,
        because: one.because,
        byName: one.noted_by_name,
      })),
    posted: posting
      ? { on: posting.posted_on, amount: posting.amount, byName: posting.posted_by_name }
      : null,
    repaid: [...repaidIn(facts, id), ...takenOffIn(facts, id)],
  }
}

const repaidIn = ({ repayments }: Facts, id: RecoveryId): Recovery['repaid'] =>
  repayments
    .filter(one => one.proposal_id === id)
    .map(({ on_day, amount, how, words, noted_by_name }) => ({
      on: on_day,
      amount,
      how,
      words,
      byName: noted_by_name,
    }))

/** What came off a payment that left. */
const takenOffIn = ({ taken }: Facts, id: RecoveryId): Recovery['repaid'] =>
  taken.flatMap(one =>
    one.source_id === id && one.taken !== null && one.leaves_on !== null
      ? [{ on: one.leaves_on, amount: one.taken, how: 'taken-off' as const, words: '', byName: '' }]
      : [],
  )
