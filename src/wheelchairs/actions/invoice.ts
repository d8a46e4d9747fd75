import { newestAgreement } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { type Pence, plus } from '../../kernel/money.ts'
import { type NewObligation, type ObligationId, owe } from '../../payments/public.ts'
import type { Doing } from '../../platform/doing.ts'
import {
  billedLines,
  howPaid,
  invoiceEntries,
  isGivenUp,
  nhsShareOf,
  sumOf,
  throughUs,
} from '../rules/money.ts'
import { whyNotInvoice } from '../rules/why-not-pay.ts'
import { here } from '../tables.ts'
import type { Round } from '../types.ts'
import { change, notedBy, ofRound } from './changing.ts'
import { fundFor, posted } from './money.ts'

export type NewInvoice = {
  readonly reference: string
  readonly supplier: string
  /** The supplier's number of it. */
  readonly theirs: string
  readonly datedOn: PlainDate
  readonly total: Pence
}

/** The agreement under which a direct payment may be made; null while both sides have not signed one. */
async function signedFor(doing: Doing, round: Round) {
  if (round.choice?.way !== 'direct-payment') return null
  const one = await newestAgreement(doing, round.reference)
  const signed = one !== null && one.signed_by_person_on !== null && one.signed_by_body_on !== null
  return signed ? one.id : null
}

/** Something that a wheelchair budget owes: paid by the next run that two people release. */
export async function owed(doing: Doing, obligation: NewObligation): Promise<ObligationId> {
  const answer = await owe(doing, obligation)
  if (!answer.done) throw new Error(`It is not owed: ${answer.because.join(', ')}`)
  return answer.value
}

/** Whose a wheelchair budget is, as what is owed for it says. */
export const budgetOf = ({ organisation, person, reference }: Round) => ({ organisation, person, reference })

async function owedFor(doing: Doing, round: Round, bill: NewInvoice & { readonly id: string }) {
  const how = howPaid(round.choice?.way ?? 'notional')
  if (how === 'bought') return null
  const lines = billedLines(round, bill.total)
  const signed = how === 'to-person' ? await signedFor(doing, round) : null
  return owed(doing, {
    agreement: signed ?? budgetOf(round),
    part: signed === null ? 'notional' : 'direct-payment',
    kind: 'wheelchair',
    amount: plus(...lines.map(({ amount }) => amount)),
    dueOn: doing.today,
    because: `${round.choice?.quote?.says ?? round.chair}, invoice ${bill.theirs}`.slice(0, 300),
    ...(signed === null ? { to: { supplier: bill.supplier, lines } } : {}),
    source: { of: 'wheelchairs', id: bill.id },
    theirReference: bill.theirs,
  })
}

/** The newest budget that is agreed and whose chair nobody has billed yet: it may be the one before. */
export const unbilled = (rounds: readonly Round[]): Round | undefined =>
  rounds.find(one => one.agreed !== null && one.invoice === null && !isGivenUp(one)) ?? rounds[0]

/**
 * Notes what the supplier billed. What the service buys itself is a cost at once; the rest is owed, to the
 * supplier or as a direct payment, and leaves by a run. What others gave goes with it, each by its own line.
 */
export const noteInvoice = (doing: Doing, bill: NewInvoice) =>
  change(doing, {
    reference: bill.reference,
    may: 'wheelchairs.write',
    of: unbilled,
    happened: 'wheelchair-billed',
    details: { supplier: bill.supplier, theirs: bill.theirs, total: bill.total },
    whyNot: async round =>
      whyNotInvoice(round, { ...bill, signed: (await signedFor(doing, round)) !== null }),
    write: round => write(doing, round, { ...bill, id: newId() }),
  })

async function write(doing: Doing, round: Round, bill: NewInvoice & { readonly id: string }): Promise<void> {
  const fund = await fundFor(doing, round)
  await posted(doing, invoiceEntries(round, { ...bill, on: doing.today, fund }))
  await here(doing)
    .db.insertInto('wheelchairs.invoice')
    .values({
      id: bill.id,
      ...ofRound(round),
      supplier: bill.supplier,
      theirs: bill.theirs,
      dated_on: bill.datedOn,
      total: bill.total,
      nhs_pays: nhsShareOf(round, bill.total),
      passed_on: sumOf(throughUs(round)),
      how: howPaid(round.choice?.way ?? 'notional'),
      obligation_id: await owedFor(doing, round, bill),
      noted_on: doing.today,
      ...notedBy(doing),
    })
    .execute()
}
