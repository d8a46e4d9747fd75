import { sql } from 'kysely'
import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Reference } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import { type NewEntry, post } from '../../ledger/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Due } from '../queries/weighed.ts'
import {
  type CreditTaken,
  creditBackPostings,
  creditPostings,
  creditTakenPostings,
} from '../rules/credits.ts'
import { supplierKey } from '../rules/supplier.ts'
import { here } from '../tables.ts'

export type NewCredit = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly supplier: string
  /** What it is, in a sentence for the family. */
  readonly because: string
  /** What the supplier owes for each line of the plan, each with its own name in the module that says so. */
  readonly parts: readonly { readonly id: string; readonly lineKey: string; readonly amount: Pence }[]
  readonly of: string
}

/**
 * Writes down what a supplier owes back for lines of a budget's plan: the ledger says so at once, and the
 * next payments to it for the same lines are made smaller. Asked again for the same fact it does nothing.
 */
export async function creditFromSupplier(
  doing: Doing,
  asked: NewCredit,
): Promise<Done<null, 'nothing-credited' | 'not-posted'>> {
  const { reference, organisation, person, supplier, because, parts, of } = asked
  if (parts.length === 0 || parts.some(({ amount }) => amount <= nothing)) return refused('nothing-credited')
  const whose = { organisation_id: organisation, person_id: person }
  const written = await here(doing)
    .db.insertInto('payments.credit')
    .values(
      parts.map(({ id, lineKey, amount }) => ({
        id: newId(),
        ...whose,
        reference,
        supplier,
        supplier_key: supplierKey(supplier),
        line_key: lineKey,
        amount,
        because: because.slice(0, 300),
        source: of,
        source_id: id,
        decided_by: doing.actor.id,
        decided_on: doing.today,
      })),
    )
    .onConflict(conflict => conflict.columns(['source', 'source_id']).doNothing())
    .returning('source_id')
    .execute()
  const fresh = parts.filter(({ id }) => written.some(({ source_id }) => source_id === id))
  if (fresh.length === 0) return done(null)
  const posted = await post(doing, [
    {
      key: `credit:${fresh[0]?.id ?? ''}`,
      effectiveOn: doing.today,
      because: because.slice(0, 500),
      organisation,
      person,
      postings: merged(creditPostings(reference, fresh)),
    },
  ])
  if (!posted.done) return refused('not-posted')
  await record(doing, {
    happened: 'supplier-owes-back',
    organisation,
    person,
    to: fresh[0]?.id ?? null,
    because: because.slice(0, 300),
    details: { reference, supplier, amount: plus(nothing, ...fresh.map(({ amount }) => amount)) },
  })
  return done(null)
}

/** One posting for each account: two lines of an invoice may be for the same line of the plan. */
function merged(postings: NewEntry['postings']): NewEntry['postings'] {
  const sums = Map.groupBy(postings, ({ account }) => account)
  return [...sums].map(([account, some]) => ({
    account,
    pence: plus(nothing, ...some.map(one => one.pence)),
  }))
}

type Row = { readonly id: string; readonly organisation_id: string; readonly person_id: string }

/** Writes what the payments of a run are made smaller by: in one statement. */
export async function writeCredits(
  doing: Doing,
  found: readonly Due[],
  rows: readonly (Row & { readonly stopped_on: string | null })[],
): Promise<void> {
  const used = rows.flatMap((row, place) =>
    (row.stopped_on === null ? (found[place]?.credited ?? []) : []).map(({ credit, amount }) => ({
      instruction_id: row.id,
      credit_id: credit,
      organisation_id: row.organisation_id,
      person_id: row.person_id,
      amount: amount.toString(),
    })),
  )
  if (used.length === 0) return
  await sql`insert into payments.credit_used (instruction_id, credit_id, organisation_id, person_id, amount)
    select instruction_id, credit_id, organisation_id, person_id, amount
    from jsonb_populate_recordset(null::payments.credit_used, ${JSON.stringify(used)}::jsonb)`.execute(
    doing.transaction,
  )
}

type Of = Pick<NewEntry, 'effectiveOn' | 'organisation' | 'person'> & { readonly reference: string }

/** The entries that a payment makes besides its own where it was made smaller; `back` where it came back. */
export function creditEntries(
  { reference, ...of }: Of,
  payment: { readonly id: string; readonly back?: true },
  taken: readonly CreditTaken[],
): readonly NewEntry[] {
  if (taken.length === 0) return []
  const postings = payment.back ? creditBackPostings : creditTakenPostings
  const sum = sayMoney(plus(nothing, ...taken.map(({ amount }) => amount)))
  return [
    {
      ...of,
      key: `credit-${payment.back ? 'open' : 'taken'}:${payment.id}`,
      because: payment.back
        ? `The payment came back: the supplier owes ${sum} again`
        : `Credit note of the supplier, ${sum} taken off the payment`,
      postings: merged(postings(reference as Reference, taken)),
    },
  ]
}
