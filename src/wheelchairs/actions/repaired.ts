import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { repairEntries, repairLine } from '../rules/money.ts'
import { nhsShareOfRepair, repairMoneyLeft } from '../rules/terms.ts'
import { here } from '../tables.ts'
import type { Repair, RepairPart, Round } from '../types.ts'
import { notedBy, whoseOf } from './changing.ts'
import { budgetOf, owed } from './invoice.ts'
import { fundFor, posted } from './money.ts'

export type Mended = {
  readonly reference: string
  readonly number: number
  readonly on: PlainDate
  readonly says: string
  readonly part: RepairPart
  readonly cost: Pence
  /** Who did it, and the number of their invoice: asked for where the repair money pays them. */
  readonly supplier: string | null
  readonly theirs: string | null
}

type Paying = { readonly repair: Repair; readonly nhsPays: Pence }

/** Whoever did it is paid from the repair money by the next run; what the NHS repairs is a cost already. */
async function owedToRepairer(doing: Doing, round: Round, mended: Mended & Paying) {
  const { supplier, theirs, nhsPays, says, repair } = mended
  if (round.agreed?.repairs !== 'person' || supplier === null || nhsPays === nothing) return null
  return owed(doing, {
    agreement: budgetOf(round),
    part: 'notional',
    kind: 'wheelchair',
    amount: nhsPays,
    dueOn: doing.today,
    because: `repair, ${says}`.slice(0, 300),
    to: { supplier, lines: [{ line_key: repairLine, amount: nhsPays }] },
    source: { of: 'wheelchair-repair', id: repair.id },
    ...(theirs === null ? {} : { theirReference: theirs }),
  })
}

/** Writes a repair that is done, moves what the NHS pays of it, and owes it to whoever did it. */
export async function writeRepaired(doing: Doing, round: Round, mended: Mended): Promise<void> {
  const { on, says, part, cost, supplier, theirs } = mended
  const repair = round.repairs.find(one => one.number === mended.number)
  if (repair === undefined || round.agreed === null) return
  const nhsPays = nhsShareOfRepair(round.agreed, { cost, part, left: repairMoneyLeft(round) })
  const fund = await fundFor(doing, round)
  await posted(doing, repairEntries(round, { id: repair.id, on, says, nhsPays, fund }))
  await here(doing)
    .db.insertInto('wheelchairs.repaired')
    .values({
      repair_id: repair.id,
      ...whoseOf(round),
      on_day: on,
      says,
      part,
      cost,
      nhs_pays: nhsPays,
      supplier,
      theirs,
      obligation_id: await owedToRepairer(doing, round, { ...mended, repair, nhsPays }),
      ...notedBy(doing),
    })
    .execute()
}
