import { sql } from 'kysely'
import {
  decideLines,
  enterCreditNote,
  enterInvoice,
  invoicesOf,
  type NewLine,
  settleLine,
} from '../invoices/public.ts'
import { addDays } from '../kernel/days.ts'
import {
  costOf,
  nothing,
  type Pence,
  pence,
  plus,
  readMoney,
  readThousandths,
  type Thousandths,
} from '../kernel/money.ts'
import { decideSupplierAccount, giveSupplierAccount } from '../payments/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import type { Ago } from './ago.ts'
import { must } from './must.ts'
import { type Charge, charges } from './reference/invoices.ts'
import { as, type Place, referenceOf, type Walk } from './walk.ts'

export type Step = {
  readonly on: Ago
  readonly whose: Walk | 'everybody'
  readonly do: (walk: Pick<Walk, 'doing'>) => Promise<void>
}

const pounds = (text: string): Pence => readMoney(text) ?? pence(0n)

type Agreed = { readonly key: string; readonly unit: NewLine['unit']; readonly rate: Pence }

async function agreedLine(walk: Walk, { way }: Charge): Promise<Agreed> {
  const { rows } = await sql<Agreed>`select line_key as key, unit, rate from plans.line_shown
    where reference = ${referenceOf(walk)} and way = ${way} order by place limit 1`.execute(
    walk.doing.transaction,
  )
  const [line] = rows
  if (line === undefined) throw new Error(`${walk.life.name} has no line that is ${way}`)
  return line
}

function lineOf(
  walk: Walk,
  { key, unit, rate }: Agreed,
  [says, on, count, over]: Charge['lines'][number],
): NewLine {
  const units = readThousandths(count) ?? (0n as Thousandths)
  const charged = over === undefined ? rate : plus(rate, pounds(over))
  return {
    says,
    on: walk.place.calendar.day(on),
    begins: null,
    ends: null,
    units,
    unit,
    rate: charged,
    amount: costOf(units, charged),
    lineKey: key,
  }
}

const whoEnters = (walk: Walk, by: Charge['entered']['by']): Actor =>
  by === 'family' ? (walk.folk.relatives[0]?.actor ?? walk.folk.self) : walk.place.staff[by]

async function entered(walk: Walk, charge: Charge): Promise<void> {
  const agreed = await agreedLine(walk, charge)
  const { calendar } = walk.place
  const doing = as(walk, whoEnters(walk, charge.entered.by), charge.entered.on)
  const lines = charge.lines.map(one => lineOf(walk, agreed, one))
  const days = lines.map(one => one.on).sort()
  const invoice = {
    reference: referenceOf(walk),
    supplier: charge.supplier,
    address: '',
    theirs: charge.theirs,
    datedOn: calendar.day(charge.until),
    dueOn: charge.due > 0 ? addDays(calendar.today, charge.due) : calendar.day(charge.due),
    from: days[0] ?? calendar.day(charge.from),
    until: calendar.day(charge.until),
    total: plus(nothing, ...lines.map(one => one.amount)),
    lines,
    file: null,
  }
  must(await enterInvoice(doing, invoice), `the invoice ${charge.theirs} of ${charge.supplier}`)
}

async function numberOf(doing: Doing, walk: Walk, { theirs }: Charge): Promise<number> {
  const all = await invoicesOf(doing, referenceOf(walk))
  const found = all.find(one => one.theirs === theirs)
  if (found === undefined) throw new Error(`There is no invoice ${theirs}`)
  return found.number
}

async function decided(walk: Walk, charge: Charge): Promise<void> {
  const { decided: how } = charge
  if (how === undefined) return
  const doing = as(walk, walk.place.staff[how.by], how.on)
  const number = await numberOf(doing, walk, charge)
  const lines = charge.lines.map((_, at) => {
    const contested = how.contested?.find(one => one.line === at + 1)
    return {
      place: at + 1,
      disputed: contested === undefined ? nothing : pounds(contested.pounds),
      because: contested?.because ?? 'As in the night book',
    }
  })
  const made = await decideLines(doing, { reference: referenceOf(walk), number, lines })
  if (!made.done) throw new Error(`The invoice ${charge.theirs} was not decided: ${JSON.stringify(made)}`)
}

const settlements = (walk: Walk, charge: Charge): readonly Step[] =>
  (charge.decided?.contested ?? []).flatMap(({ line, settled }) =>
    settled === undefined
      ? []
      : [
          {
            on: settled.on,
            whose: walk,
            do: async ({ doing }: Pick<Walk, 'doing'>) => {
              const by = as({ ...walk, doing }, walk.place.staff.rashid, settled.on)
              const { outcome, because } = settled
              const made = await settleLine(by, {
                reference: referenceOf(walk),
                number: await numberOf(by, walk, charge),
                place: line,
                outcome,
                sum: pounds(settled.pounds ?? '0'),
                creditNote: '',
                because,
              })
              must(made, `settling ${charge.theirs}`)
            },
          },
        ],
  )

async function credited(walk: Walk, charge: Charge): Promise<void> {
  const { credited: note } = charge
  if (note === undefined) return
  const by = as(walk, walk.place.staff.rashid, note.on)
  const made = await enterCreditNote(by, {
    reference: referenceOf(walk),
    number: await numberOf(by, walk, charge),
    supplier: charge.supplier,
    theirs: note.theirs,
    datedOn: walk.place.calendar.day(note.on),
    total: pounds(note.pounds),
    because: note.because,
    lines: [{ place: note.line, amount: pounds(note.pounds) }],
  })
  if (!made.done) throw new Error(`${note.theirs} was not entered: ${JSON.stringify(made)}`)
}

/** Fernway's account: given by one finance officer and checked by another, long before its first invoice. */
const fernway = (place: Place): Step => ({
  on: -110,
  whose: 'everybody',
  do: async ({ doing }) => {
    const organisation = place.organisations.millbrook
    const numbers = { name: 'Fernway Care', sortCode: '089999', accountNumber: '66374958' }
    const given = { organisation, supplier: 'Fernway Care Ltd', ...numbers }
    const account = must(
      await giveSupplierAccount(as({ doing, place }, place.staff.ngozi, -110), given),
      'the account of Fernway',
    )
    const because = 'Rang Fernway on the number of its website'
    const checked = { organisation, account, decided: 'approved', because } as const
    must(await decideSupplierAccount(as({ doing, place }, place.staff.rashid, -110), checked), 'its check')
  },
})

/** Everything that suppliers charge, day by day, among everything else that happens. */
export function invoicing(place: Place, walks: readonly Walk[]): readonly Step[] {
  const steps = charges.flatMap((charge): readonly Step[] => {
    const walk = walks.find(({ life }) => life.name === charge.of)
    if (walk === undefined) return []
    const now = (doing: Doing): Walk => ({ ...walk, doing })
    return [
      { on: charge.entered.on, whose: walk, do: ({ doing }) => entered(now(doing), charge) },
      ...(charge.decided === undefined
        ? []
        : [
            {
              on: charge.decided.on,
              whose: walk,
              do: ({ doing }: Pick<Walk, 'doing'>) => decided(now(doing), charge),
            },
          ]),
      ...settlements(walk, charge),
      ...(charge.credited === undefined
        ? []
        : [
            {
              on: charge.credited.on,
              whose: walk,
              do: ({ doing }: Pick<Walk, 'doing'>) => credited(now(doing), charge),
            },
          ]),
    ]
  })
  return steps.length === 0 ? [] : [fernway(place), ...steps]
}
