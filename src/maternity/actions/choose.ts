import { newestAgreement } from '../../agreements/public.ts'
import { type Done, done } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { type EntryId, post, reverse } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Case } from '../../requests/public.ts'
import type { MaternityStage } from '../../rights/public.ts'
import { tellConfirmed } from '../letters.ts'
import { placesOn } from '../queries/places.ts'
import { commit } from '../rules/entries.ts'
import { stageSays } from '../rules/say.ts'
import { heldBy, pricesOf } from '../rules/stand.ts'
import { type Problem, whyNotChoose, whyNotConfirm } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Budget, Choice } from '../types.ts'
import { change, fundCodeOf, notedBy, ofBudget } from './changing.ts'

type Choosing = {
  readonly reference: string
  readonly stage: MaternityStage
  /** The provider's key, as the comparison shows it. */
  readonly key: string
  readonly because: string
}

const placeOf = async (
  doing: Doing,
  { organisation }: Budget,
  { stage, key, on }: { readonly stage: MaternityStage; readonly key: string; readonly on: PlainDate },
) => (await placesOn(doing, organisation, on)).find(one => one.stage === stage && one.key === key) ?? null

/** She chooses who gives a stage, for the first time or anew. Somebody of the body confirms it. */
export const chooseProvider = (doing: Doing, { reference, stage, key, because }: Choosing) =>
  change(doing, {
    reference,
    may: 'maternity.choose',
    byFamily: true,
    happened: 'maternity-chosen',
    details: { stage, key },
    whyNot: async budget =>
      whyNotChoose(budget, { stage, place: await placeOf(doing, budget, { stage, key, on: doing.today }) }),
    write: async budget => {
      const place = await placeOf(doing, budget, { stage, key, on: doing.today })
      const prices = pricesOf(budget)
      if (place === null || prices === null) throw new Error('a choice was judged and its place is gone')
      await here(doing)
        .db.insertInto('maternity.choice')
        .values({
          id: newId(),
          ...ofBudget(budget),
          number: (budget.choices[0]?.number ?? 0) + 1,
          stage,
          key,
          provider: place.provider,
          price: prices[stage],
          because,
          chosen_on: doing.today,
          chosen_by: doing.actor.id,
          chosen_by_name: doing.actor.name,
          on_behalf_of: doing.onBehalfOf,
        })
        .execute()
    },
  })

/** Granted, or offered by the body itself, which is its decision. */
async function isGranted(doing: Doing, { request, outcome }: Case): Promise<boolean> {
  if (outcome === 'granted' || outcome === 'partly-granted') return true
  const row = await here(doing)
    .db.selectFrom('requests.request_shown')
    .select('reached_by')
    .where('id', '=', request)
    .executeTakeFirst()
  return outcome === null && row?.reached_by === 'offer'
}

async function weeklyStands(doing: Doing, { reference }: Budget): Promise<boolean> {
  const agreement = await newestAgreement(doing, reference)
  return Boolean(agreement?.signed_by_person_on && agreement.signed_by_body_on)
}

type Confirming = { readonly reference: string; readonly number: number }
/**
 * Confirms a choice for the NHS: the money of the stage is set aside for that provider. After a change of
 * mind what was set aside for the one before goes back first, so that the total never changes.
 */
export const confirmChoice = (doing: Doing, { reference, number }: Confirming) =>
  change(doing, {
    reference,
    may: 'maternity.write',
    happened: 'maternity-confirmed',
    details: { number },
    whyNot: async (budget, found) => {
      const choice = budget.choices.find(one => one.number === number)
      const asked = choice === undefined ? null : { ...choice, on: choice.chosenOn }
      return whyNotConfirm(budget, {
        number,
        granted: await isGranted(doing, found),
        weeklyStands: await weeklyStands(doing, budget),
        contracted: asked !== null && (await placeOf(doing, budget, asked)) !== null,
      })
    },
    write: async budget => {
      const choice = budget.choices.find(one => one.number === number)
      if (choice !== undefined) await setAside(doing, budget, choice)
    },
  })

/** Takes back what is set aside for the provider that a stage was with. */
export async function giveBack(doing: Doing, choice: Choice, because: string): Promise<void> {
  if (choice.confirmed === null) return
  const { entry } = choice.confirmed
  const key = `maternity:${choice.id}:back`
  const gone = await reverse(doing, { entry, on: 'correction-day', key, because })
  if (!gone.done) throw new Error(`what was set aside stays: ${gone.because.join(', ')}`)
}

/** Sets the money of a stage aside for one provider, and says which entry did. */
export async function setAsideFor(
  doing: Doing,
  budget: Budget,
  who: Pick<Choice, 'stage' | 'price' | 'provider'> & { readonly id: string },
): Promise<EntryId> {
  const fund = await fundCodeOf(doing, budget)
  const posted = await post(doing, [commit(budget, who, { id: who.id, on: doing.today, fund })])
  const entry = posted.done ? posted.value[0]?.entry : undefined
  if (entry === undefined) throw new Error('the money of a stage could not be set aside')
  return entry
}

async function setAside(doing: Doing, budget: Budget, choice: Choice): Promise<void> {
  const before = heldBy(budget, choice.stage)
  if (before !== null)
    await giveBack(doing, before, `${stageSays[choice.stage]}: not with ${before.provider} after all`)
  const entry = await setAsideFor(doing, budget, choice)
  await here(doing)
    .db.insertInto('maternity.confirmed')
    .values({
      choice_id: choice.id,
      ...ofBudget(budget),
      on_day: doing.today,
      entry_id: entry,
      ...notedBy(doing),
    })
    .execute()
  await tellConfirmed(doing, budget, choice, before)
}

/** In the clinic: a choice that was noted and read back to her is confirmed at once. */
export async function chooseInClinic(doing: Doing, choosing: Choosing): Promise<Done<null, Problem>> {
  const chosen = await chooseProvider(doing, choosing)
  if (!chosen.done) return chosen
  const row = await here(doing)
    .db.selectFrom('maternity.choice as c')
    .innerJoin('maternity.offer as o', 'o.id', 'c.offer_id')
    .select('c.number')
    .where('o.reference', '=', choosing.reference as never)
    .orderBy('c.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? done(null) : confirmChoice(doing, { ...choosing, number: row.number })
}
