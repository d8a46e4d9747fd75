import { type PlainDate, plainDate } from '../src/kernel/days.ts'
import { type Pence, pence } from '../src/kernel/money.ts'
import type { Life } from '../src/millbrook/types.ts'
import { decideSupplierAccount, giveSupplierAccount, prepareRun, releaseRun } from '../src/payments/public.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import * as chairs from '../src/wheelchairs/public.ts'
import { must, onDay } from './joint.ts'
import type { Lived } from './living.ts'

export const pounds = (sum: number): Pence => pence(BigInt(Math.round(sum * 100)))

/** Invented: a young man in Millbrook who wants a chair that he can lift into his car. */
export const amir: Life = {
  name: 'Amir Lowen',
  born: '2001-02-14',
  home: ['5 Bobbin Lane', 'Millbrook', 'MB1 3RF'],
  path: 'wheelchair',
  account: true,
  worker: 'priya',
  fact: 'referred-and-eligible',
  asks: { on: -60, by: 'online', words: 'One I can lift.', parts: [['A wheelchair', 'third-party']] },
  upTo: 'decided',
}

type Promised = readonly (readonly ['person' | 'charity' | 'access-to-work', string, number])[]
type Looked = Partial<Parameters<typeof chairs.assessChair>[1]>
type Quoted = Partial<Parameters<typeof chairs.noteQuote>[1]>

/** The wheelchair service at work on one budget, whoever does it on whichever day. */
export function serviceOf(doing: Doing, { reference, place, walk }: Lived) {
  const { priya, tom, ngozi, rashid } = place.staff
  const organisation = walk.organisation
  const at = (actor: Actor, day: string): Doing => onDay(doing, actor, plainDate(day))
  const by = (day: string) => at(priya, day)
  const on = (day: string): PlainDate => plainDate(day)
  const rounds = () => chairs.roundsOf(doing, reference)
  const look = async (day: string, say: Looked = {}) =>
    must(
      await chairs.assessChair(by(day), {
        reference,
        referredOn: on(day),
        assessedOn: on(day),
        assessor: 'Rhona Kerr',
        standing: 'referred-and-eligible',
        need: 'medium',
        chair: 'Active user chair with a firm back',
        value: pounds(1850),
        repairYearly: pounds(84),
        voucherValue: null,
        voucherUntil: null,
        ...say,
      }),
    )
  const quote = async (day: string, sum: number, say: Quoted = {}) =>
    must(
      await chairs.noteQuote(by(day), {
        reference,
        kind: 'chair',
        supplier: 'Wharfside Mobility',
        says: 'Carbon active chair',
        net: pounds(sum),
        vat: pounds(0),
        total: pounds(sum),
        validUntil: plainDate(`${day.slice(0, 3)}9-12-31`),
        ...say,
      }),
    )
  type Way = Parameters<typeof chairs.chooseWay>[1]['way']
  const agree = async (day: string, way: Way, promised: Promised = []) => {
    const chosen = { reference, way, quote: way === 'notional' ? null : 1, because: 'It fits my life' }
    must(await chairs.chooseWay(by(day), chosen))
    for (const [giver, who, sum] of promised)
      must(await chairs.notePromise(by(day), { reference, giver, who, amount: pounds(sum) }))
    must(await chairs.agreeBudget(at(tom, day), { reference, startsOn: on(day) }))
  }
  const came = async (day: string, number: number) =>
    must(await chairs.noteReceived(by(day), { reference, number, on: on(day) }))
  const handOver = async (day: string, serial: string) =>
    must(await chairs.handOver(by(day), { reference, on: on(day), serial, gs1: null }))
  const bill = (day: string, sum: number, say: Partial<chairs.NewInvoice> = {}) =>
    chairs.noteInvoice(by(day), {
      reference,
      supplier: 'Wharfside Mobility Ltd',
      theirs: 'WM-3301',
      datedOn: on(day),
      total: pounds(sum),
      ...say,
    })
  const repair = async (day: string, number: number, sum: number) => {
    must(await chairs.askRepair(at(walk.folk.self, day), { reference, words: 'It pulls to the left.' }))
    const paid = { supplier: 'Wharf Cycles', theirs: `WC-${number}` }
    const done = {
      reference,
      number,
      on: on(day),
      says: 'New wheel',
      part: 'basic',
      cost: pounds(sum),
    } as const
    must(await chairs.noteRepaired(by(day), { ...done, ...paid }))
  }
  /** Lets a supplier be paid: one finance officer gives the account, another checks it. */
  const withAccount = async (supplier: string, day: string) => {
    const numbers = { sortCode: '089999', accountNumber: '66374958' }
    const given = { organisation, supplier, name: supplier, ...numbers }
    const account = must(await giveSupplierAccount(at(ngozi, day), given))
    const decided = { organisation, account, decided: 'approved', because: 'Rang them' } as const
    must(await decideSupplierAccount(at(rashid, day), decided))
  }
  /** All that is due leaves by a run that two people release; answers its sum. */
  const pay = async (day: string): Promise<Pence> => {
    const { run, payments, total } = must(await prepareRun(at(ngozi, day), { organisation, until: on(day) }))
    must(await releaseRun(at(ngozi, day), { run, payments, total }))
    must(await releaseRun(at(rashid, day), { run, payments, total }))
    return total
  }
  const asks = async (day: string, words: string) => {
    const asked = { reference, why: 'clinical-need-changed', words } as const
    must(await chairs.askNewLook(at(walk.folk.self, day), asked))
  }
  const steps = { look, quote, agree, came, handOver, bill, repair, withAccount, pay, asks }
  return { ...steps, at, rounds, reference, organisation }
}
