import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { ChairWay } from '../../rights/public.ts'
import { receivedEntry, throughUs } from '../rules/money.ts'
import { whyNotChoose, whyNotNote, whyNotQuote, whyNotReceive } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Contribution, Quote, Round } from '../types.ts'
import { change, notedBy, ofRound, whoseOf } from './changing.ts'
import { posted } from './money.ts'

type Of = { readonly reference: string }
type NewQuote = Omit<Quote, 'id' | 'number' | 'notedOn'>

/** Notes what a supplier asks for: features added to the NHS chair, or another chair. */
export const noteQuote = (doing: Doing, { reference, ...quote }: Of & NewQuote) =>
  change(doing, {
    reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-quoted',
    details: { supplier: quote.supplier, total: quote.total },
    whyNot: round => whyNotQuote(round, quote, doing.today),
    write: round =>
      here(doing)
        .db.insertInto('wheelchairs.quote')
        .values({
          id: newId(),
          ...ofRound(round),
          number: round.quotes.length + 1,
          kind: quote.kind,
          supplier: quote.supplier,
          says: quote.says,
          net: quote.net,
          vat: quote.vat,
          total: quote.total,
          valid_until: quote.validUntil,
          noted_on: doing.today,
          ...notedBy(doing),
        })
        .execute(),
  })

type NewChoice = Of & {
  readonly way: ChairWay
  /** The number of the quote that it is for. */
  readonly quote: number | null
  readonly because: string
}

const quoteIn = (round: Round, { way, quote }: NewChoice): Quote | null =>
  way === 'notional' ? null : (round.quotes.find(one => one.number === quote) ?? null)

/** Notes which way the person chose, and for which quote. Chosen again, the newest counts. */
export const chooseWay = (doing: Doing, asked: NewChoice) =>
  change(doing, {
    reference: asked.reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-chosen',
    details: { way: asked.way },
    whyNot: round => whyNotChoose(round, { way: asked.way, quote: quoteIn(round, asked) }, doing.today),
    write: async round => {
      const { db } = here(doing)
      const before = await db
        .selectFrom('wheelchairs.choice')
        .select(({ fn }) => fn.max('number').as('last'))
        .where('round_id', '=', round.id)
        .executeTakeFirst()
      await db
        .insertInto('wheelchairs.choice')
        .values({
          id: newId(),
          ...ofRound(round),
          number: (before?.last ?? 0) + 1,
          way: asked.way,
          quote_id: quoteIn(round, asked)?.id ?? null,
          because: asked.because,
          chosen_on: doing.today,
          ...notedBy(doing),
        })
        .execute()
    },
  })

/** Notes who promised to pay something of what the NHS does not. */
export const notePromise = (
  doing: Doing,
  { reference, giver, who, amount }: Of & Pick<Contribution, 'giver' | 'who' | 'amount'>,
) =>
  change(doing, {
    reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-promised',
    details: { giver, amount },
    whyNot: whyNotNote,
    write: round =>
      here(doing)
        .db.insertInto('wheelchairs.contribution')
        .values({
          id: newId(),
          ...ofRound(round),
          number: round.contributions.length + 1,
          giver,
          who,
          amount,
          promised_on: doing.today,
          ...notedBy(doing),
        })
        .execute(),
  })

/** Notes that what was promised has come; what comes to us is held for the supplier, apart from the rest. */
export const noteReceived = (
  doing: Doing,
  { reference, number, on }: Of & { readonly number: number; readonly on: Contribution['promisedOn'] },
) =>
  change(doing, {
    reference,
    may: 'wheelchairs.write',
    happened: 'wheelchair-received',
    details: { contribution: number },
    whyNot: round => whyNotReceive(round, number),
    write: async round => {
      const one = round.contributions.find(given => given.number === number)
      if (one === undefined) return
      await here(doing)
        .db.insertInto('wheelchairs.received')
        .values({ contribution_id: one.id, ...whoseOf(round), on_day: on, ...notedBy(doing) })
        .execute()
      if (throughUs(round).includes(one)) await posted(doing, [receivedEntry(round, one, on)])
    },
  })
