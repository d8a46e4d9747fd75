import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, plus } from '../../kernel/money.ts'
import type { Way } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Case } from '../../requests/public.ts'
import type { NewAgreement } from '../asked.ts'
import { loadToPrepare, type ToPrepare } from '../queries/to-prepare.ts'
import { conditionsFor } from '../rules/conditions.ts'
import { type PrepareReason, whyNotPrepare } from '../rules/prepare.ts'
import { here } from '../tables.ts'
import type { AgreementId, HeldWay, HolderKind } from '../types.ts'
import { type NewFact, writeFacts } from './write-facts.ts'

export type PrepareProblem = PrepareReason | 'case-not-found' | 'not-yours-to-prepare' | 'changed-meanwhile'

/** Used where the plan says nothing: the plan carries the notice that was agreed (DP-PLAN-06). */
export const usualNoticeDays = 28

/**
 * Prepares the agreement on the plan that is signed off: who holds what, with the consent, orders and
 * insurance
 * known so far. A new one replaces an unsigned one at once, and a signed one when both sides have signed it.
 * Refuses with every reason of `whyNotPrepare`; a form opened before somebody else prepared one; whoever is
 * not
 * a case worker or team leader of the ICB.
 */
export async function prepareAgreement(
  doing: Doing,
  asked: NewAgreement,
): Promise<Done<{ readonly id: AgreementId; readonly number: number }, PrepareProblem>> {
  const met = await loadToPrepare(doing, asked)
  if (met === null) return refused('case-not-found')
  if (!met.mayPrepare) return refused('not-yours-to-prepare')
  const number = (met.newest?.number ?? 0) + 1
  if (asked.seen !== undefined && asked.seen !== number - 1) return refused('changed-meanwhile')
  const reasons = whyNotPrepare(met.facts)
  if (reasons.length > 0) return refused(...reasons)
  const id = newId<'agreement'>()
  await write(doing, { id, number, asked, met })
  await writeFacts(doing, { id, ...met.case }, factsFrom(doing, asked))
  await record(doing, {
    happened: 'agreement-prepared',
    organisation: met.case.organisation,
    person: met.case.person,
    to: id,
    details: { reference: met.case.reference, number, from: asked.from },
  })
  return done({ id, number })
}

type Writing = {
  readonly id: AgreementId
  readonly number: number
  readonly asked: NewAgreement
  readonly met: ToPrepare
}

const weeklyOf = (ways: readonly HeldWay[], way: Way) =>
  plus(nothing, ...ways.filter(({ decided }) => decided === way).map(({ weekly }) => weekly))

function sumsAndHolder({ asked, met }: Writing) {
  const { ways } = met.facts
  const weekly_direct = weeklyOf(ways, 'direct-payment')
  const thirdParty = ways.some(({ decided }) => decided === 'third-party') ? met.thirdParty : null
  const direct = ways.some(({ decided }) => decided === 'direct-payment')
  const kind: HolderKind = direct ? (asked.holder?.kind ?? 'none') : thirdParty ? 'third-party' : 'none'
  return {
    holder_kind: kind,
    holder_person_id: direct ? met.holder.person : null,
    holder_organisation_id: direct ? met.holder.organisation : (thirdParty?.id ?? null),
    holder_name: direct ? met.holder.name : (thirdParty?.name ?? ''),
    relationship_id: direct ? met.holder.relationship : null,
    third_party_id: thirdParty?.id ?? null,
    third_party_name: thirdParty?.name ?? '',
    weekly_direct,
    weekly_third_party: weeklyOf(ways, 'third-party'),
    weekly_notional: weeklyOf(ways, 'notional'),
  }
}

async function write(doing: Doing, writing: Writing): Promise<void> {
  const { id, number, asked, met } = writing
  const { ways } = met.facts
  const held = sumsAndHolder(writing)
  const notice_days = asked.noticeDays ?? met.version?.notice_days ?? usualNoticeDays
  const conditions = conditionsFor({
    holder: held.holder_kind,
    employs: met.employs,
    thirdPartyName: held.third_party_name,
    thirdParty: held.third_party_id !== null,
    notional: held.weekly_notional > 0n,
    oneOff: (asked.oneOff ?? null) !== null,
    noticeDays: notice_days,
  })
  await here(doing)
    .db.insertInto('agreements.agreement')
    .values({
      id,
      number,
      ...held,
      ...ofCase(met.case),
      plan_version_id: met.version?.id ?? met.planNeeded(),
      from_on: asked.from,
      notice_days,
      employs: met.employs,
      own_consent: met.ownConsent,
      exclusions_asked_on: asked.exclusionsAsked ? doing.today : null,
      one_off_items: asked.oneOff?.items ?? null,
      ways: JSON.stringify(ways, (_name, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      ),
      family: JSON.stringify(asked.family ?? []),
      conditions: JSON.stringify(conditions),
      made_by: doing.actor.id,
      made_on: doing.today,
    })
    .execute()
}

const ofCase = ({ reference, organisation, person }: Case) => ({
  reference,
  organisation_id: organisation,
  person_id: person,
})

function factsFrom(doing: Doing, asked: NewAgreement): readonly NewFact[] {
  const staff = { by: doing.actor.name, asWho: 'staff', how: 'meeting' } as const
  const { consent = null, insurance = null, exclusions = [] } = asked
  return [
    ...(consent === null ? [] : [{ what: 'consent' as const, ...consent }]),
    ...(insurance === null
      ? []
      : [
          {
            ...staff,
            what: 'employer-insurance' as const,
            on: insurance.from,
            until: insurance.until ?? null,
          },
        ]),
    ...exclusions.map(order => ({
      ...staff,
      what: 'exclusion' as const,
      on: order.from,
      until: order.until,
      words: order.exclusion,
    })),
  ]
}
