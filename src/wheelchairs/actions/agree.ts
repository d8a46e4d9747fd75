import type { PlainDate } from '../../kernel/days.ts'
import type { NewEntry } from '../../ledger/public.ts'
import { figuresOver, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { together } from '../../rights/public.ts'
import { agreedLetter } from '../letters/letters.ts'
import { send } from '../letters/sending.ts'
import { roundsOf } from '../queries/rounds.ts'
import { settingNames, yearsFor } from '../rules/figures.ts'
import { agreedEntry } from '../rules/money.ts'
import { endOf, termsOf } from '../rules/terms.ts'
import { whyNotAgree } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Round } from '../types.ts'
import { change, notedBy, ofRound, recordOf } from './changing.ts'
import { noteUnspent } from './end-periods.ts'
import { fundFor, posted } from './money.ts'

/** How long a budget lasts that begins on a day, and what its choice means for that long. */
export async function workedOut(doing: Doing, round: Round, startsOn: PlainDate) {
  const person = await personShown(doing, round.person)
  const figures = (await figuresOver(doing, round.organisation, settingNames))(startsOn)
  const years = yearsFor(figures, person?.bornOn ?? null, startsOn)
  const terms = round.choice === null ? null : termsOf(round, round.choice, years)
  return { years, terms, end: endOf(round, { startsOn, years }) }
}

/** Closes the budget that a new one follows: what is left of its repair money goes back to the fund. */
async function closeBefore(doing: Doing, round: Round, on: PlainDate): Promise<readonly NewEntry[]> {
  const before = (await roundsOf(doing, round.reference)).find(
    one =>
      one.number < round.number &&
      one.agreed !== null &&
      !one.endings.some(({ what }) => what === 'closed' || what === 'given-up'),
  )
  if (before === undefined) return []
  await here(doing)
    .db.insertInto('wheelchairs.ending')
    .values({
      ...ofRound(before),
      what: 'closed',
      on_day: on,
      because: `replaced: ${round.standing}`,
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, before, { happened: 'wheelchair-replaced', details: { because: round.standing } })
  return noteUnspent(doing, before, { on, why: 'replaced' })
}

/**
 * Agrees the budget for the NHS, with what it means as it is worked out on that day: its money is set aside,
 * the family gets a letter, and the period before it is closed.
 */
export async function agreeBudget(
  doing: Doing,
  { reference, startsOn }: { readonly reference: string; readonly startsOn: PlainDate },
) {
  return change(doing, {
    reference,
    may: 'wheelchairs.agree',
    happened: 'wheelchair-agreed',
    details: { startsOn },
    whyNot: async (round, { outcome }) =>
      whyNotAgree(round, {
        terms: (await workedOut(doing, round, startsOn)).terms,
        startsOn,
        granted: outcome === 'granted' || outcome === 'partly-granted',
        by: doing.actor.id,
      }),
    write: round => write(doing, round, startsOn),
  })
}

async function write(doing: Doing, round: Round, startsOn: PlainDate): Promise<void> {
  const { terms, end } = await workedOut(doing, round, startsOn)
  if (terms === null || round.choice === null) return
  await here(doing)
    .db.insertInto('wheelchairs.agreed')
    .values({
      ...ofRound(round),
      choice_id: round.choice.id,
      starts_on: startsOn,
      ends_on: end.ends,
      nhs_pays: terms.nhsPays,
      person_pays: terms.personPays,
      repair_money: terms.repairMoney,
      owner: terms.owner,
      repairs: terms.repairs,
      rules: JSON.stringify(together(terms, end).rules),
      agreed_by: doing.actor.id,
      agreed_by_name: doing.actor.name,
      agreed_on: doing.today,
    })
    .execute()
  const agreed = { startsOn, nhsPays: terms.nhsPays, repairMoney: terms.repairMoney }
  const fund = await fundFor(doing, round)
  const closing = await closeBefore(doing, round, startsOn)
  await posted(doing, [...closing, agreedEntry(round, agreed, fund)])
  const now = (await roundsOf(doing, round.reference)).find(one => one.id === round.id)
  if (now?.agreed) await send(doing, now, agreedLetter(now, now.agreed))
}
