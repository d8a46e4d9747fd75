import { approvalLimits, type Role } from '../../access/public.ts'
import { type Caseload, caseload, countsByStage, filterFrom } from '../../cases/public.ts'
import { addDays } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { dueBetween } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { recoveriesListed } from '../../recoveries/public.ts'
import { here } from '../tables.ts'

const cases = (doing: Doing, query: Record<string, string>, most: number): Promise<Caseload> =>
  caseload(doing, { filter: filterFrom(query), from: 0, most })

/** A case worker's own cases, and those that nobody has. */
export async function workersDay(doing: Doing) {
  return {
    own: await cases(doing, { worker: 'me' }, 300),
    nobodys: await cases(doing, { worker: 'nobody', sort: 'due' }, 10),
  }
}

/** The most a week that the one who asks may approve, for every organisation: null is without limit. */
async function limitsOf(doing: Doing): Promise<readonly { role: Role; weekly: Pence | null }[]> {
  const found: { role: Role; weekly: Pence | null }[] = []
  for (const { role, organisation } of doing.actor.roles) {
    const limit = (await approvalLimits(doing, organisation)).find(one => one.role === role)
    if (limit) found.push({ role: limit.role, weekly: limit.weekly })
  }
  return found
}

/** What waits for an approver, and where all cases stand. */
export async function approversQueue(doing: Doing) {
  return {
    signing: await cases(doing, { turn: 'approver', sort: 'due' }, 20),
    again: await cases(doing, { turn: 'leader' }, 20),
    overdue: await cases(doing, { overdue: 'yes' }, 10),
    counts: await countsByStage(doing),
    limits: await limitsOf(doing),
  }
}

/** What finance has to pay in the next seven days, to sign and to check. */
export async function financesWeek(doing: Doing) {
  const organisations = [...new Set(doing.actor.roles.map(({ organisation }) => organisation))]
  const due: Awaited<ReturnType<typeof dueBetween>>[number][] = []
  for (const organisation of organisations)
    due.push(
      ...(await dueBetween(doing, organisation, { from: doing.today, until: addDays(doing.today, 7) })),
    )
  const blocked = due.filter(({ reasons }) => reasons.length > 0)
  return {
    count: due.length,
    total: due.reduce((sum, one) => plus(sum, one.amount), nothing),
    blocked: blocked.length,
    blockedTotal: blocked.reduce((sum, one) => plus(sum, one.amount), nothing),
    late: due.filter(one => one.late).length,
    runs: await openRuns(doing),
    waiting: await cases(doing, { turn: 'finance' }, 20),
    questions: await openQuestionsOfAll(doing),
    recoveries: (await recoveriesListed(doing)).filter(({ open }) => open),
  }
}

const openRuns = (doing: Doing) =>
  here(doing)
    .db.selectFrom('payments.run_shown')
    .select(['id', 'number', 'prepared_on', 'prepared_by_name'])
    .where('released_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .orderBy('prepared_on')
    .orderBy('number')
    .limit(20)
    .execute()

/** The cases in which a payment out of the budget has no known purpose yet, the longest asked first. */
const openQuestionsOfAll = (doing: Doing) =>
  here(doing)
    .db.selectFrom('bank.question_shown as q')
    .innerJoin('people.person_shown as p', 'p.id', 'q.person_id')
    .select(({ fn }) => [
      'q.reference',
      'p.full_name',
      fn.countAll<bigint>().as('count'),
      fn.min('q.asked_on').as('since'),
    ])
    .where('q.answered_on', 'is', null)
    .groupBy(['q.reference', 'p.full_name'])
    .orderBy('since')
    .limit(20)
    .execute()

/** Every case that somebody from outside may know of, and how it stands. */
export const seenFromOutside = (doing: Doing) => cases(doing, { stage: 'all', sort: 'received' }, 50)
