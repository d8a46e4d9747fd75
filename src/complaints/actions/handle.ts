import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { acknowledgementLetter, delayLetter } from '../letters/complaint.ts'
import { staffNamed } from '../queries/staff.ts'
import * as rule from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { AgreedWay, ConcernPart } from '../types.ts'
import { byWhom, change, notedBy, ofComplaint, type Which, whoseOf } from './changing.ts'

/** Tells them in writing that it arrived, and what comes next. */
export const acknowledge = (doing: Doing, which: Which) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-acknowledged',
    whyNot: rule.whyNotAcknowledge,
    write: async one => {
      const letter = await sendLetter(doing, {
        ...(await acknowledgementLetter(doing, one)),
        subject: one.id,
      })
      return here(doing)
        .db.insertInto('complaints.acknowledged')
        .values({ ...ofComplaint(one), ...notedBy(doing), letter_id: letter.id })
        .execute()
    },
  })

type Consent = Which & { readonly on: PlainDate; readonly how: string }
/** Notes that the person agrees that somebody else complains for them. */
export const noteConsent = (doing: Doing, { on, how, ...which }: Consent) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-consent-noted',
    details: { on },
    whyNot: one => rule.whyNotConsent(one, on),
    write: one =>
      here(doing)
        .db.insertInto('complaints.consent')
        .values({ ...ofComplaint(one), given_on: on, how, ...byWhom(doing) })
        .execute(),
  })

type Hearing = Which & { readonly heard: boolean; readonly because: string }
/** Decides whether a complaint that came late is heard all the same, with the reason. */
export const decideLate = (doing: Doing, { heard, because, ...which }: Hearing) =>
  change(doing, {
    ...which,
    may: 'complaints.answer',
    happened: 'complaint-lateness-decided',
    details: { heard },
    whyNot: rule.whyNotHear,
    write: one =>
      here(doing)
        .db.insertInto('complaints.hearing')
        .values({ ...ofComplaint(one), ...notedBy(doing), heard, because })
        .execute(),
  })

type Concern = Which & { readonly actor: string; readonly part: ConcernPart }
/** Notes who is complained of, or who decided what it is about: they do not answer it. */
export const noteConcern = (doing: Doing, { actor, part, ...which }: Concern) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-concerns-noted',
    details: { part },
    whyNot: async one => {
      const name = await staffNamed(doing, one.organisation, actor)
      const known = one.concerns.some(each => each.actor === actor && each.part === part)
      return [
        ...(name === null ? (['not-staff-here'] as const) : []),
        ...(known ? (['noted-already'] as const) : []),
      ]
    },
    write: async one =>
      here(doing)
        .db.insertInto('complaints.concern')
        .values({
          ...ofComplaint(one),
          ...notedBy(doing),
          actor_id: actor,
          part,
          name: (await staffNamed(doing, one.organisation, actor)) ?? '',
        })
        .execute(),
  })

type Planned = Which & {
  readonly how: string
  readonly handler: string
  readonly answerBy: PlainDate
  readonly lead: 'nhs' | 'council'
  readonly agreed: AgreedWay
  readonly points: readonly string[]
}
/** Notes what was agreed: the points, how they are looked into, by whom, by when, and who leads. */
export const planHandling = (doing: Doing, { reference, number, ...plan }: Planned) =>
  change(doing, {
    reference,
    number,
    may: 'complaints.handle',
    happened: 'complaint-planned',
    details: { answerBy: plan.answerBy, agreed: plan.agreed, lead: plan.lead },
    whyNot: async one => [
      ...((await staffNamed(doing, one.organisation, plan.handler)) === null
        ? (['not-staff-here'] as const)
        : []),
      ...rule.whyNotPlan(one, plan, doing.today),
    ],
    write: async one => {
      const { db } = here(doing)
      await db
        .insertInto('complaints.plan')
        .values({
          id: newId(),
          ...ofComplaint(one),
          ...notedBy(doing),
          number: one.plans.length + 1,
          how: plan.how,
          handler_id: plan.handler,
          handler_name: (await staffNamed(doing, one.organisation, plan.handler)) ?? '',
          answer_by: plan.answerBy,
          lead: plan.lead,
          agreed: plan.agreed,
        })
        .execute()
      const rows = plan.points.map((says, place) => ({
        complaint_id: one.id,
        ...whoseOf(one),
        number: one.points.length + place + 1,
        says,
      }))
      if (rows.length > 0) await db.insertInto('complaints.point').values(rows).execute()
    },
  })

/** A working note of staff. The family does not see it; the page says so. */
export const noteWork = (doing: Doing, { words, ...which }: Which & { readonly words: string }) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-noted',
    whyNot: rule.whyNotNote,
    write: one =>
      here(doing)
        .db.insertInto('complaints.note')
        .values({ id: newId(), ...ofComplaint(one), ...notedBy(doing), words })
        .execute(),
  })

type Delayed = Which & { readonly because: string; readonly answerBy: PlainDate }
/** Writes to them why the answer takes longer, and the new day. */
export const explainDelay = (doing: Doing, { because, answerBy, ...which }: Delayed) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-delay-explained',
    details: { answerBy },
    whyNot: one => rule.whyNotExplain(one, answerBy, doing.today),
    write: async one => {
      const letter = await delayLetter(doing, one, { because, answerBy })
      const { id } = await sendLetter(doing, { ...letter, subject: one.id })
      return here(doing)
        .db.insertInto('complaints.delay')
        .values({
          id: newId(),
          ...ofComplaint(one),
          ...notedBy(doing),
          number: one.delays.length + 1,
          because,
          answer_by: answerBy,
          letter_id: id,
        })
        .execute()
    },
  })
