import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { afterPauses, isOpen, type Standing, standingOfFacts } from '../rules/standing.ts'
import { here } from '../tables.ts'
import type { SettlingWay } from '../types.ts'

export type Listed = {
  readonly reference: string
  readonly number: number
  readonly name: string
  readonly standing: Standing
  readonly way: SettlingWay
  readonly open: boolean
  readonly amount: Pence
  readonly repaid: Pence
  /** The next day that counts: until when we answer, from when it moves, by when it is repaid. */
  readonly next: PlainDate | null
  readonly since: PlainDate
}

/** Every recovery that the actor sees, with how it stands: first those that somebody must act on. */
export async function recoveriesListed(doing: Doing): Promise<readonly Listed[]> {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('recoveries.recovery_shown as r')
    .innerJoin('people.person_shown as p', 'p.id', 'r.person_id')
    .selectAll('r')
    .select('p.full_name')
    .execute()
  const pauses = Map.groupBy(
    await db.selectFrom('recoveries.pause').select(['proposal_id', 'from_on', 'until_on']).execute(),
    ({ proposal_id }) => proposal_id,
  )
  const listed = rows.map((row): Listed => {
    const since = row.answered_on ?? row.sent_on ?? row.proposed_on
    const paused = (pauses.get(row.id) ?? []).map(one => ({ from: one.from_on, until: one.until_on }))
    const moved = (day: PlainDate | null) => (day === null ? null : afterPauses(day, paused, since))
    const facts = {
      withdrawn: row.withdrawn_on !== null,
      dropped: row.outcome === 'dropped',
      posted: row.posted_on !== null,
      told: row.sent_on !== null,
      objected: row.objected_on !== null,
      answered: row.answered_on !== null,
      repaidInFull: row.repaid >= row.amount,
      movesOn: moved(row.moves_on),
      repayBy: row.way === 'net' ? null : moved(row.repay_by),
    }
    const standing = standingOfFacts(facts, doing.today)
    return {
      reference: row.reference,
      number: row.number,
      name: row.full_name,
      standing,
      way: row.way,
      open: isOpen(standing),
      amount: row.amount,
      repaid: row.repaid,
      next: nextDay(standing, { ...facts, answerBy: row.answer_by }),
      since,
    }
  })
  return listed.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

type Days = {
  readonly movesOn: PlainDate | null
  readonly repayBy: PlainDate | null
  readonly answerBy: PlainDate | null
}

function nextDay(standing: Standing, { movesOn, repayBy, answerBy }: Days): PlainDate | null {
  if (standing === 'objected') return answerBy
  if (standing === 'told' || standing === 'answered' || standing === 'to-enter') return movesOn
  return standing === 'to-repay' || standing === 'late' ? repayBy : null
}

const urgent: readonly Standing[] = ['objected', 'proposed', 'to-enter', 'late']
const place = ({ standing, next, since, reference }: Listed): string =>
  `${urgent.includes(standing) ? 0 : 1} ${next ?? since} ${reference}`
