import { record, recordRefused, whyNotApprove, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Agreement, agreementById, newestAgreement } from '../queries/agreements.ts'
import { standingOf } from '../queries/standing.ts'
import { type SigningFacts, type SignProblem, whyNotSignForBody, whyNotSignForPerson } from '../rules/sign.ts'
import type { AgreementId, AsWho, Standing } from '../types.ts'
import { afterBothSigned } from './after-signing.ts'
import { writeFacts } from './write-facts.ts'

export type PersonSignature = {
  readonly agreement: AgreementId
  /** The keys of the conditions that were ticked: all of them must be. */
  readonly agreedTo: readonly string[]
  /** The name as typed or as it stands on the paper. */
  readonly name: string
  readonly onPaper?: boolean
  /** The day on the paper; today where it is signed on line. */
  readonly on?: PlainDate
  /** Who signed, where staff record a paper: the person unless said. */
  readonly asWho?: 'the-person' | 'parent' | 'representative'
}

async function signingFacts(doing: Doing, one: Agreement, signedOn: PlainDate | null): Promise<SigningFacts> {
  return {
    today: doing.today,
    isNewest: (await newestAgreement(doing, one.reference))?.id === one.id,
    hasEnded: one.ends_on !== null,
    diedOn: (await personShown(doing, one.person_id))?.diedOn ?? null,
    signedOn,
  }
}

const whose = (one: Agreement) => ({
  id: one.id,
  organisation: one.organisation_id,
  person: one.person_id,
})

/**
 * The person's side signs: on line themselves or who stands in for them, or on paper, written down by staff.
 * What
 * follows when both sides have signed happens at once. Refuses with every reason of `whyNotSignForPerson`.
 */
export async function signForPerson(
  doing: Doing,
  signature: PersonSignature,
): Promise<Done<{ readonly bothSigned: boolean }, SignProblem>> {
  const one = await agreementById(doing, signature.agreement)
  if (one === null) return refused('agreement-not-found')
  const of = { organisation: one.organisation_id, person: one.person_id }
  const onBehalf = await whyNotOnBehalf(doing, one.person_id, 'sign')
  if (onBehalf.length > 0) {
    await recordRefused(doing, { happened: 'agreement-signed-by-person', ...of, because: onBehalf.join(' ') })
    return refused(...onBehalf)
  }
  const standing = await standingOf(doing, of)
  const { onPaper = false, on = doing.today } = signature
  const reasons = whyNotSignForPerson({
    ...(await signingFacts(doing, one, one.signed_by_person_on)),
    standing,
    ownConsent: one.own_consent,
    onPaper,
    on,
    madeOn: one.made_on,
    name: signature.name,
    conditions: one.conditions.map(({ key }) => key),
    agreedTo: signature.agreedTo,
  })
  if (reasons.length > 0) return refused(...reasons)
  await writeFacts(doing, whose(one), [
    {
      what: 'signed-by-person',
      on,
      by: signature.name.trim(),
      asWho: signerOf(one, standing, signature),
      how: onPaper ? 'paper' : 'online',
    },
  ])
  return signed(doing, one, 'agreement-signed-by-person')
}

function signerOf(one: Agreement, standing: Standing, { asWho }: PersonSignature): AsWho {
  if (standing === 'parent' || standing === 'representative' || standing === 'the-person') return standing
  return asWho ?? (one.own_consent ? 'the-person' : 'representative')
}

/**
 * Signs for the NHS. Refuses whoever is no approver of this ICB, whoever prepared the agreement, and
 * everything
 * that `whyNotSignForBody` names.
 */
export async function signForBody(
  doing: Doing,
  { agreement }: { readonly agreement: AgreementId },
): Promise<Done<{ readonly bothSigned: boolean }, SignProblem>> {
  const one = await agreementById(doing, agreement)
  if (one === null) return refused('agreement-not-found')
  const approving = await whyNotApprove(doing, {
    organisation: one.organisation_id,
    authors: one.made_by === null ? [] : [one.made_by],
    weekly: (one.weekly_direct + one.weekly_third_party + one.weekly_notional) as Pence,
  })
  const reasons = whyNotSignForBody({
    ...(await signingFacts(doing, one, one.signed_by_body_on)),
    isApprover: !approving.includes('role-may-not-approve'),
    wroteIt: approving.includes('wrote-it'),
    aboveLimit: approving.includes('above-limit'),
  })
  if (reasons.length > 0) return refused(...reasons)
  await writeFacts(doing, whose(one), [
    { what: 'signed-by-body', on: doing.today, by: doing.actor.name, asWho: 'body', how: 'online' },
  ])
  return signed(doing, one, 'agreement-signed-by-body')
}

async function signed(doing: Doing, one: Agreement, happened: string) {
  await record(doing, {
    happened,
    organisation: one.organisation_id,
    person: one.person_id,
    to: one.id,
    details: { reference: one.reference, number: one.number },
  })
  const now = await agreementById(doing, one.id)
  const bothSigned = now !== null && now.signed_by_person_on !== null && now.signed_by_body_on !== null
  if (bothSigned) await afterBothSigned(doing, now)
  return done({ bothSigned })
}
