import { figuresOver } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Facts, Learnt, PlanLine } from '../rules/facts.ts'
import type { Budget } from '../rules/posting.ts'
import { arrivesIn, settingNames } from '../rules/settings.ts'
import { here } from '../tables.ts'
import type { MatchKind } from '../types.ts'

/**
 * The lines of every signed-off version that are paid out of the budget's account, with the days on which
 * they are in force. What the NHS pays itself (a notional line) is not paid out of it.
 */
export async function planLines(doing: Doing, { reference }: Budget): Promise<readonly PlanLine[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.line_shown as l')
    .innerJoin('plans.version_shown as v', 'v.id', 'l.version_id')
    .select(['l.line_key', 'l.says', 'l.payee', 'l.payee_words', 'l.weekly', 'l.rate', 'v.number'])
    .select(['v.in_force_from', 'v.in_force_until'])
    .where('l.reference', '=', reference)
    .where('l.way', '<>', 'notional')
    .where('v.in_force_from', 'is not', null)
    .orderBy('v.number')
    .orderBy('l.place')
    .execute()
  return rows.flatMap(row =>
    row.in_force_from === null
      ? []
      : [
          {
            key: row.line_key,
            says: row.says,
            payee: row.payee,
            payeeWords: row.payee_words,
            weekly: row.weekly,
            rate: row.rate,
            from: row.in_force_from,
            until: row.in_force_until,
          },
        ],
  )
}

/** What payees are for, as answers taught it and nobody took back. */
export async function learntPayees(doing: Doing, { reference }: Budget): Promise<readonly Learnt[]> {
  const rows = await here(doing)
    .db.selectFrom('bank.payee as p')
    .leftJoin('bank.payee_forgotten as f', 'f.payee_id', 'p.id')
    .select(['p.id', 'p.words', 'p.says', 'p.line_key', 'p.learnt_on'])
    .where('p.reference', '=', reference)
    .where('f.payee_id', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, words, says, line_key, learnt_on }) => ({
    id,
    words,
    says,
    lineKey: line_key,
    on: learnt_on,
  }))
}

async function ourPayments(doing: Doing, { reference }: Budget) {
  const rows = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .select(['amount', 'leaves_on', 'end_to_end_id'])
    .where('reference', '=', reference)
    .where('released_on', 'is not', null)
    .where('returned_on', 'is', null)
    // What we pay to others for a budget never comes into its account.
    .where('part', '<>', 'notional')
    .orderBy('leaves_on')
    .execute()
  return rows.map(({ amount, leaves_on, end_to_end_id }) => ({
    amount,
    on: leaves_on,
    name: end_to_end_id,
  }))
}

/** Lines that are known to be of a kind, by the matches of that kind. */
const known = (doing: Doing, { reference }: Budget, kind: MatchKind) =>
  here(doing)
    .db.selectFrom('bank.match as m')
    .innerJoin('bank.line as l', 'l.id', 'm.line_id')
    .where('m.reference', '=', reference)
    .where('m.kind', '=', kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('bank.match as t')
            .select('t.number')
            .whereRef('t.line_id', '=', 'm.line_id')
            .whereRef('t.number', '>', 'm.number'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('bank.same_payment as p').select('p.line_id').whereRef('p.line_id', '=', 'l.id')),
      ),
    )

/** Everything that the rules of matching need to know of a budget. */
export async function factsFor(doing: Doing, budget: Budget): Promise<Facts> {
  const paidBefore = await known(doing, budget, 'payment').select(['l.on_day', 'l.amount']).execute()
  const last = await known(doing, budget, 'plan-line')
    .select(({ fn }) => ['m.line_key', fn.max('l.on_day').as('on')])
    .groupBy('m.line_key')
    .execute()
  const figures = await figuresOver(doing, budget.organisation, settingNames)
  return {
    budget: budget.reference,
    plan: await planLines(doing, budget),
    learnt: await learntPayees(doing, budget),
    payments: await ourPayments(doing, budget),
    paidBefore: paidBefore.map(({ on_day, amount }) => ({ on: on_day, amount })),
    arrives: day => arrivesIn(figures(day)),
    last: new Map(last.flatMap(({ line_key, on }) => (line_key === null ? [] : [[line_key, on]]))),
  }
}
