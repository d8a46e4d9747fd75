import type { PlainDate } from '../../kernel/days.ts'
import { figuresOver, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { together } from '../../rights/public.ts'
import { roundsOf } from '../queries/rounds.ts'
import { settingNames, yearsFor } from '../rules/figures.ts'
import { endOf, termsOf } from '../rules/terms.ts'
import { whyNotAgree } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Round } from '../types.ts'
import { change, notedBy, ofRound, recordOf } from './changing.ts'

/** How long a budget lasts that begins on a day, and what its choice means for that long. */
export async function workedOut(doing: Doing, round: Round, startsOn: PlainDate) {
  const person = await personShown(doing, round.person)
  const figures = (await figuresOver(doing, round.organisation, settingNames))(startsOn)
  const years = yearsFor(figures, person?.bornOn ?? null, startsOn)
  const terms = round.choice === null ? null : termsOf(round, round.choice, years)
  return { years, terms, end: endOf(round, { startsOn, years }) }
}

/** Closes the budget that a new one follows. */
async function closeBefore(doing: Doing, round: Round, on: PlainDate): Promise<void> {
  const before = (await roundsOf(doing, round.reference)).find(
    one => one.number < round.number && one.agreed !== null && !one.endings.some(e => e.what === 'closed'),
  )
  if (before === undefined) return
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
}

/**
 * Agrees the budget for the NHS, with what it means as it is worked out on that day. The period before it is
 * closed.
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
  await closeBefore(doing, round, startsOn)
}
