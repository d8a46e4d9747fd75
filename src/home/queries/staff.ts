import { approvalLimits, type Role } from '../../access/public.ts'
import { questionsWaiting } from '../../bank/public.ts'
import { type Caseload, caseloads, countsByStage, filterFrom } from '../../cases/public.ts'
import { addDays } from '../../kernel/days.ts'
import { type Pence, plus } from '../../kernel/money.ts'
import { type DueTotals, dueTotals, ownProposals } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { recoveriesListed } from '../../recoveries/public.ts'
import { here } from '../tables.ts'

type Asked = readonly [query: Record<string, string>, most: number]

/** The beginnings of some caseloads, each by what its address would say. */
const cases = (doing: Doing, ...asked: readonly Asked[]): Promise<readonly Caseload[]> =>
  caseloads(
    doing,
    asked.map(([query, most]) => ({ filter: filterFrom(query), from: 0, most })),
  )
const none: Caseload = { count: 0, overdue: 0, rows: [] }

/** A case worker's own cases, those that nobody has, and what became of the payments that they proposed. */
export async function workersDay(doing: Doing) {
  const [own = none, nobodys = none] = await cases(
    doing,
    [{ worker: 'me' }, 300],
    [{ worker: 'nobody', sort: 'due' }, 10],
  )
  return { own, nobodys, proposals: await ownProposals(doing, addDays(doing.today, -14)) }
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
  const [signing = none, again = none, overdue = none] = await cases(
    doing,
    [{ turn: 'approver', sort: 'due' }, 20],
    [{ turn: 'leader' }, 20],
    [{ overdue: 'yes' }, 10],
  )
  return {
    signing,
    again,
    overdue,
    counts: await countsByStage(doing),
    limits: await limitsOf(doing),
  }
}

/** What finance has to pay in the next seven days, to sign and to check. */
export async function financesWeek(doing: Doing) {
  const organisations = [...new Set(doing.actor.roles.map(({ organisation }) => organisation))]
  const due: DueTotals[] = []
  for (const organisation of organisations) due.push(await dueTotals(doing, organisation))
  const [waiting = none] = await cases(doing, [{ turn: 'finance' }, 20])
  const sum = (of: (one: DueTotals) => number) => due.reduce((before, one) => before + of(one), 0)
  return {
    count: sum(one => one.count),
    total: plus(...due.map(one => one.total)),
    blocked: sum(one => one.blocked),
    blockedTotal: plus(...due.map(one => one.blockedTotal)),
    late: sum(one => one.late),
    runs: await openRuns(doing),
    waiting,
    questions: await questionsWaiting(doing, 20),
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

/** Every case that somebody from outside may know of, and how it stands. */
export async function seenFromOutside(doing: Doing): Promise<Caseload> {
  const [seen = none] = await cases(doing, [{ stage: 'all', sort: 'received' }, 50])
  return seen
}
