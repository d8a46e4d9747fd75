import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Agreed, Invoice, Quote, Repair, Round } from '../types.ts'

type Facts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(doing: Doing, reference: Reference) {
  const { db } = here(doing)
  const rounds = await db
    .selectFrom('wheelchairs.round')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute()
  const ids = rounds.map(one => one.id)
  if (ids.length === 0) return null
  const all = { ids, rounds }
  const quotes = await db
    .selectFrom('wheelchairs.quote')
    .selectAll()
    .where('round_id', 'in', ids)
    .orderBy('number')
    .execute()
  const choices = await db
    .selectFrom('wheelchairs.choice')
    .selectAll()
    .where('round_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  const contributions = await db
    .selectFrom('wheelchairs.contribution as c')
    .leftJoin('wheelchairs.received as r', 'r.contribution_id', 'c.id')
    .selectAll('c')
    .leftJoin('wheelchairs.given_back as b', 'b.contribution_id', 'c.id')
    .select(['r.on_day as received_on', 'b.on_day as given_back_on'])
    .where('c.round_id', 'in', ids)
    .orderBy('c.number')
    .execute()
  const agreed = await db.selectFrom('wheelchairs.agreed').selectAll().where('round_id', 'in', ids).execute()
  return { ...all, quotes, choices, contributions, agreed, ...(await laterFacts(doing, ids)) }
}

async function laterFacts(doing: Doing, ids: readonly Round['id'][]) {
  const { db } = here(doing)
  const handed = await db
    .selectFrom('wheelchairs.handed_over')
    .selectAll()
    .where('round_id', 'in', ids)
    .execute()
  const repairs = await db
    .selectFrom('wheelchairs.repair as r')
    .leftJoin('wheelchairs.repaired as d', 'd.repair_id', 'r.id')
    .selectAll('r')
    .select(['d.on_day', 'd.says', 'd.cost', 'd.nhs_pays'])
    .where('r.round_id', 'in', ids)
    .orderBy('r.number')
    .execute()
  const invoices = await db
    .selectFrom('wheelchairs.invoice as i')
    .leftJoin('payments.obligation_shown as o', 'o.id', 'i.obligation_id')
    .selectAll('i')
    .select(['o.released_on', 'o.leaves_on', 'o.returned_on'])
    .where('i.round_id', 'in', ids)
    .execute()
  const unspent = await db
    .selectFrom('wheelchairs.unspent')
    .selectAll()
    .where('round_id', 'in', ids)
    .execute()
  const looks = await db.selectFrom('wheelchairs.new_look').selectAll().where('round_id', 'in', ids).execute()
  const endings = await db
    .selectFrom('wheelchairs.ending')
    .selectAll()
    .where('round_id', 'in', ids)
    .orderBy('on_day')
    .execute()
  return { handed, repairs, invoices, unspent, looks, endings }
}

type Found = NonNullable<Facts>

const quoteFrom = (row: Found['quotes'][number]): Quote => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  supplier: row.supplier,
  says: row.says,
  net: row.net,
  vat: row.vat,
  total: row.total,
  validUntil: row.valid_until,
  notedOn: row.noted_on,
})

const agreedFrom = (row: Found['agreed'][number]): Agreed => ({
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  nhsPays: row.nhs_pays,
  personPays: row.person_pays,
  repairMoney: row.repair_money,
  owner: row.owner,
  repairs: row.repairs,
  rules: row.rules as readonly string[],
  byName: row.agreed_by_name,
})

const invoiceFrom = (row: Found['invoices'][number]): Invoice => ({
  supplier: row.supplier,
  theirs: row.theirs,
  datedOn: row.dated_on,
  total: row.total,
  nhsPays: row.nhs_pays,
  passedOn: row.passed_on,
  how: row.how,
  leftOn: row.released_on === null || row.returned_on !== null ? null : row.leaves_on,
})

const repairFrom = (row: Found['repairs'][number]): Repair => ({
  id: row.id,
  number: row.number,
  words: row.words,
  askedOn: row.asked_on,
  askedByName: row.asked_by_name,
  done:
    row.on_day === null || row.says === null || row.cost === null || row.nhs_pays === null
      ? null
      : { on: row.on_day, says: row.says, cost: row.cost, nhsPays: row.nhs_pays },
})

function choiceFrom(facts: Found, id: Round['id']): Round['choice'] {
  const row = facts.choices.find(one => one.round_id === id)
  if (row === undefined) return null
  const quote = facts.quotes.find(one => one.id === row.quote_id)
  return {
    id: row.id,
    way: row.way,
    quote: quote ? quoteFrom(quote) : null,
    because: row.because,
    chosenOn: row.chosen_on,
  }
}

function happenedTo(facts: Found, id: Round['id']) {
  const of = <Row extends { readonly round_id: Round['id'] }>(rows: readonly Row[]) =>
    rows.filter(row => row.round_id === id)
  const [agreed] = of(facts.agreed)
  const [handed] = of(facts.handed)
  const [invoice] = of(facts.invoices)
  const [back] = of(facts.unspent)
  const [look] = of(facts.looks)
  return {
    quotes: of(facts.quotes).map(quoteFrom),
    choice: choiceFrom(facts, id),
    contributions: of(facts.contributions).map(row => ({
      id: row.id,
      number: row.number,
      giver: row.giver,
      who: row.who,
      amount: row.amount,
      promisedOn: row.promised_on,
      receivedOn: row.received_on,
      givenBackOn: row.given_back_on,
    })),
    agreed: agreed ? agreedFrom(agreed) : null,
    invoice: invoice ? invoiceFrom(invoice) : null,
    handedOver: handed ? { on: handed.on_day, serial: handed.serial, gs1: handed.gs1 } : null,
    repairs: of(facts.repairs).map(repairFrom),
    unspent: back ? { amount: back.amount, on: back.on_day } : null,
    newLook: look ? { why: look.why, words: look.words, askedOn: look.asked_on } : null,
    endings: of(facts.endings).map(row => ({ what: row.what, on: row.on_day, because: row.because })),
  }
}

/** Every look at what somebody needs under a reference, the newest first, with all that came of it. */
export async function roundsOf(doing: Doing, reference: Reference): Promise<readonly Round[]> {
  const facts = await factsOf(doing, reference)
  if (facts === null) return []
  return facts.rounds.map(row => ({
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    reference: row.reference,
    number: row.number,
    referredOn: row.referred_on,
    assessedOn: row.assessed_on,
    assessor: row.assessor,
    standing: row.standing,
    need: row.need,
    chair: row.chair,
    value: row.value,
    repairYearly: row.repair_yearly,
    voucher:
      row.voucher_value === null || row.voucher_until === null
        ? null
        : { value: row.voucher_value, until: row.voucher_until },
    writtenBy: row.written_by,
    writtenByName: row.written_by_name,
    ...happenedTo(facts, row.id),
  }))
}
