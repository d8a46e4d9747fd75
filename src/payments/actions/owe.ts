import { record } from '../../access/public.ts'
import type { AgreementId } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { ForLine } from '../rules/entries.ts'
import { supplierKey } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import type { ObligationId, ObligationKind, Part } from '../types.ts'

type WheelchairBudget = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
}
export type NewObligation = {
  /** Under which agreement, or, of a wheelchair budget, whose: what was agreed stands there. */
  readonly agreement: AgreementId | WheelchairBudget
  readonly part: Part
  readonly kind: ObligationKind
  readonly amount: Pence
  readonly dueOn: PlainDate
  /** The days it is for, both inside; the due day unless said. */
  readonly from?: PlainDate
  readonly until?: PlainDate
  /** What it is for, in a sentence for the family. */
  readonly because: string
  /** Whom the NHS pays itself, for which lines of the plan: asked for where the part is `notional`. */
  readonly to?: { readonly supplier: string; readonly lines: readonly ForLine[] }
  /** Where it comes from, as `{ of: 'invoices', id }`: one fact is owed once, however often it is said. */
  readonly source?: { readonly of: string; readonly id: string }
  /** What whoever is paid knows it by, as the number of an invoice: 18 characters reach their statement. */
  readonly theirReference?: string
}
export type OweProblem =
  | 'agreement-not-found'
  | 'amount-is-nothing'
  | 'nothing-said'
  | 'no-supplier'
  | 'lines-do-not-add-up'
  | 'owed-otherwise'

/**
 * Writes down something owed once: equipment, a difference, an emergency advance, wages, a line of an
 * invoice. It is paid by the next run. The same source with the same sum and supplier answers what was owed
 * before; with another sum or supplier it is refused as `owed-otherwise`.
 */
export async function owe(doing: Doing, asked: NewObligation): Promise<Done<ObligationId, OweProblem>> {
  const { db } = here(doing)
  const budget = await budgetOf(doing, asked.agreement)
  if (budget === undefined) return refused('agreement-not-found')
  if (asked.amount <= nothing) return refused('amount-is-nothing')
  if (asked.because.trim() === '') return refused('nothing-said')
  const wrong = supplierProblem(asked)
  if (wrong !== null) return refused(wrong)
  const before = await owedBefore(doing, asked)
  if (before !== null) return before
  const id = newId<'obligation'>()
  await db
    .insertInto('payments.obligation')
    .values({
      id,
      ...budget,
      ...rowOf(asked),
      decided_by: doing.actor.id,
      decided_on: doing.today,
    })
    .execute()
  await writeLines(doing, id, { ...budget, lines: asked.to?.lines ?? [] })
  await record(doing, {
    happened: 'payment-owed',
    organisation: budget.organisation_id,
    person: budget.person_id,
    to: id,
    because: asked.because.trim(),
    details: { reference: budget.reference, kind: asked.kind, amount: asked.amount },
  })
  return done(id)
}

async function budgetOf(doing: Doing, agreement: NewObligation['agreement']) {
  if (typeof agreement !== 'string') {
    const { organisation: organisation_id, person: person_id, reference } = agreement
    return { organisation_id, person_id, reference, agreement_id: null }
  }
  return here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(['id as agreement_id', 'organisation_id', 'person_id', 'reference'])
    .where('id', '=', agreement)
    .executeTakeFirst()
}

const rowOf = (asked: NewObligation) => ({
  part: asked.part,
  kind: asked.kind,
  amount: asked.amount,
  due_on: asked.dueOn,
  period_from: asked.from ?? asked.dueOn,
  period_until: asked.until ?? asked.from ?? asked.dueOn,
  because: asked.because.trim(),
  supplier: asked.to?.supplier.trim() ?? null,
  supplier_key: asked.to ? supplierKey(asked.to.supplier) : null,
  source: asked.source?.of ?? null,
  source_id: asked.source?.id ?? null,
  their_reference: asked.theirReference?.trim().slice(0, 18) || null,
})

async function owedBefore(doing: Doing, { source, amount, to }: NewObligation) {
  if (source === undefined) return null
  const before = await here(doing)
    .db.selectFrom('payments.obligation')
    .select(['id', 'amount', 'supplier_key'])
    .where('source', '=', source.of)
    .where('source_id', '=', source.id)
    .executeTakeFirst()
  if (before === undefined) return null
  const same = before.amount === amount && before.supplier_key === (to ? supplierKey(to.supplier) : null)
  return same ? done(before.id) : refused('owed-otherwise' as const)
}

function supplierProblem({ part, amount, to }: NewObligation): OweProblem | null {
  if ((part === 'notional') !== (to !== undefined)) return 'no-supplier'
  if (to === undefined) return null
  if (supplierKey(to.supplier) === '') return 'no-supplier'
  const sum = plus(nothing, ...to.lines.map(one => one.amount))
  return sum === amount && to.lines.every(one => one.amount > nothing) ? null : 'lines-do-not-add-up'
}

type Lines = {
  readonly organisation_id: OrganisationId
  readonly person_id: PersonId
  readonly lines: readonly ForLine[]
}

async function writeLines(doing: Doing, id: ObligationId, { lines, ...of }: Lines): Promise<void> {
  if (lines.length === 0) return
  const { organisation_id, person_id } = of
  await here(doing)
    .db.insertInto('payments.obligation_line')
    .values(
      lines.map(({ line_key, amount }) => ({
        obligation_id: id,
        organisation_id,
        person_id,
        line_key,
        amount,
      })),
    )
    .execute()
}
