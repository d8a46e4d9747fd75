import {
  type AccountId,
  type ChosenHolder,
  decideAccount,
  giveAccount,
  type NewAgreement,
  newestAgreement,
  noteFact,
  prepareAgreement,
  signForBody,
  signForPerson,
} from '../agreements/public.ts'
import { ageOn, type PlainDate } from '../kernel/days.ts'
import { schedulePayments } from '../payments/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { bornOf } from './folk.ts'
import { must } from './must.ts'
import { approverOf } from './planning.ts'
import type { Held } from './types.ts'
import { as, beginsOn, daysOf, leaderOf, referenceOf, type Walk, workerOf } from './walk.ts'

const heldOf = ({ life }: Walk): Held => life.held ?? { holder: 'person' }

function holderOf(walk: Walk): ChosenHolder | null {
  const { holder, who, managed } = heldOf(walk)
  if (holder === undefined) return null
  if (holder === 'person') return { kind: 'person' }
  if (holder === 'managed-account')
    return { kind: 'managed-account', organisation: walk.place.organisations[managed ?? 'trust'] }
  const relationship = walk.folk.relatives.find(({ name }) => name === who)?.relationship
  if (!relationship) throw new Error(`${walk.life.name} has nobody called ${who}`)
  return { kind: holder, relationship }
}

/** Whoever may decide about the person's life: themselves, or the one who stands in for them. */
function decides(walk: Walk, on: PlainDate): { readonly own: boolean; readonly actor: Actor } {
  const child = ageOn(bornOf(walk.life, walk.place), on) < 16
  const own = !child && !heldOf(walk).cannotDecide
  const standsIn = walk.folk.relatives.find(
    (_, at) => walk.life.family?.[at]?.kind === 'parent' || walk.life.family?.[at]?.kind === 'representative',
  )
  return own || !standsIn ? { own, actor: walk.folk.self } : { own, actor: standsIn.actor }
}

/** The agreement as it is asked for on the plan that is in force from a day. */
export async function wantedAgreement(walk: Walk, doing: Doing, from: PlainDate): Promise<NewAgreement> {
  const held = heldOf(walk)
  const reference = referenceOf(walk)
  const lines = await linesOn(doing, reference, from)
  const { own, actor } = decides(walk, doing.today)
  const holder = holderOf(walk)
  const employs = lines.some(line => line.employs && line.way === 'direct-payment')
  return {
    reference,
    from,
    ways: lines.map(line => ({ line: line.line_key, way: line.way })),
    holder,
    thirdParty: held.thirdParty ? walk.place.organisations[held.thirdParty] : null,
    canDecide: !held.cannotDecide,
    consent: holder
      ? {
          by: actor.name,
          asWho: own ? 'the-person' : 'representative',
          on: doing.today,
          how: 'meeting',
        }
      : null,
    exclusionsAsked: true,
    ...(employs && !walk.life.uninsured ? { insurance: { from: doing.today } } : {}),
  }
}

export async function prepared(walk: Walk): Promise<Walk> {
  const doing = as(walk, workerOf(walk), daysOf(walk.life).prepared)
  const from = beginsOn(walk.life, walk.place)
  must(
    await prepareAgreement(doing, await wantedAgreement(walk, doing, from)),
    `the agreement of ${walk.life.name}`,
  )
  if (heldOf(walk).holder === 'nominee') await nomineeAgreed(walk)
  return walk
}

/** The nominee agrees, and so does a team leader for the board. */
async function nomineeAgreed(walk: Walk, on = daysOf(walk.life).prepared): Promise<void> {
  const who = heldOf(walk).who ?? ''
  const nominee = walk.folk.relatives.find(({ name }) => name === who)?.actor
  const leader = leaderOf(walk)
  for (const [what, actor] of [
    ['nominee-agreed', nominee ?? leader],
    ['body-agreed-nominee', leader],
  ] as const) {
    const doing = as(walk, actor, on)
    const noted = { reference: referenceOf(walk), what, on: doing.today, by: actor.name }
    must(await noteFact(doing, noted), `${what} for ${walk.life.name}`)
  }
}

/** Account numbers under a sort code that no bank has: nobody is paid by mistake. */
export const numbersOf = (walk: Walk, part: number) => ({
  sortCode: '000001',
  accountNumber: String(20_000_000 + walk.serial * 1_013 + part * 7),
})

/** How a bank writes a name on an account: `A HASSAN PHB`. */
const onAccount = (name: string): string => {
  const [first = '', ...rest] = name
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '')
    .toUpperCase()
    .split(' ')
  return `${first.slice(0, 1)} ${rest.join(' ')} PHB`
}

export async function accountGiven(walk: Walk): Promise<Walk> {
  const { life } = walk
  const held = heldOf(walk)
  const doing = as(walk, workerOf(walk), daysOf(life)['account-given'])
  const reference = referenceOf(walk)
  const sound = { solePurpose: !life.sharedAccount, othersUseIt: false, auditable: true }
  const accounts: AccountId[] = []
  if (held.holder) {
    const name = held.holder === 'managed-account' ? 'TALLY CLIENT MONEY' : onAccount(held.who ?? life.name)
    const given = { reference, name, ...numbersOf(walk, 0), whose: held.holder, ...sound }
    accounts.push(must(await giveAccount(doing, given), `the account of ${life.name}`).id)
  }
  if (held.thirdParty) {
    const given = { reference, name: 'MILLBROOK ILT', ...numbersOf(walk, 1), ...sound, solePurpose: true }
    const made = await giveAccount(doing, { ...given, whose: 'third-party' })
    accounts.push(must(made, `the third party’s account for ${life.name}`).id)
  }
  return { ...walk, accounts }
}

export async function accountApproved(walk: Walk): Promise<Walk> {
  const { life, place } = walk
  const finance = life.icb === 'ashdale' ? place.staff.farid : place.staff.ngozi
  const doing = as(walk, finance, daysOf(life)['account-approved'])
  for (const account of walk.accounts)
    must(
      await decideAccount(doing, { account, decided: 'approved' }),
      `approving the account of ${life.name}`,
    )
  return walk
}

/** Signs as the person or who stands in for them: on line where they have an account, else on paper. */
export async function signedByPerson(walk: Walk, on = daysOf(walk.life)['signed-by-person']): Promise<Walk> {
  const reference = referenceOf(walk)
  const { own, actor } = decides(walk, walk.place.calendar.day(on))
  const online = actor.id !== null && (own || askerOf(walk).actor.id === actor.id)
  const doing = as(walk, online ? actor : workerOf(walk), on)
  const agreement = await newestAgreement(doing, reference)
  if (!agreement) throw new Error(`${walk.life.name} has no agreement to sign`)
  const agreedTo = agreement.conditions.map(({ key }) => key)
  const signature = { agreement: agreement.id, agreedTo, name: actor.name, onPaper: !online }
  must(await signForPerson(doing, signature), `the signature of ${walk.life.name}`)
  return walk
}

export async function signedByBody(walk: Walk, on = daysOf(walk.life).signed): Promise<Walk> {
  const reference = referenceOf(walk)
  const doing = as(walk, await approverOf(walk, as(walk, workerOf(walk), on)), on)
  const agreement = await newestAgreement(doing, reference)
  if (!agreement) throw new Error(`${walk.life.name} has no agreement to sign`)
  must(await signForBody(doing, { agreement: agreement.id }), `signing for ${walk.life.name}`)
  return walk
}

/** The payments of a signed budget, as often as was agreed: every four weeks unless said. */
export async function scheduled(walk: Walk): Promise<Walk> {
  const { life, place } = walk
  const held = heldOf(walk)
  if (!held.holder && !held.thirdParty) return walk
  const finance = life.icb === 'ashdale' ? place.staff.farid : place.staff.ngozi
  const doing = as(walk, finance, daysOf(life).signed)
  const agreement = await newestAgreement(doing, referenceOf(walk))
  if (!agreement) throw new Error(`${life.name} has no agreement to pay`)
  const asked = { agreement: agreement.id, ...(held.every ? { every: held.every } : {}) }
  must(await schedulePayments(doing, asked), `scheduling the payments of ${life.name}`)
  return walk
}
