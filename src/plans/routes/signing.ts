import type { Route } from '../../access/public.ts'
import { readReference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { typedDay } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound, type Typed } from '../../platform/route.ts'
import { draftPlan } from '../actions/draft.ts'
import { handPlan } from '../actions/hand.ts'
import { askedToSign, signOff } from '../actions/sign-off.ts'
import { draftForm, handForm, signForm } from '../forms.ts'
import { signOffPage } from '../pages/sign-off.tsx'
import { turnOf } from '../queries/turn.ts'
import { refusalSays } from '../says.ts'
import {
  errorsFrom,
  inPlan,
  limitSays,
  noteLook,
  nothingWrong,
  showNewest,
  showPlan,
  type WithPlan,
  type Wrong,
} from '../showing.ts'

type Signing = { readonly wrong?: Wrong; readonly sent?: 'agree' | 'back' | null }

async function showSigning(
  doing: Doing,
  at: WithPlan,
  { wrong = nothingWrong, sent = null }: Signing = {},
): Promise<Answer> {
  const asked = await askedToSign(doing, { reference: at.reference, from: doing.today })
  if (asked === null) return notFound
  await noteLook(doing, at, 'plan to be agreed')
  const { plan, standing, because } = asked
  const fixed = because.filter(reason => reason !== 'not-after-the-one-before')
  return signOffPage({
    reference: at.reference,
    number: plan.number,
    person: at.person,
    ...standing,
    limitSays: await limitSays(doing, plan.organisation),
    against: fixed.map(reason => refusalSays[reason]),
    typed: sent === null ? typedDay('from', standing.budget?.from ?? doing.today) : wrong.typed,
    errors: wrong.errors,
    sent,
  })
}

async function sign(doing: Doing, at: WithPlan, form: Typed): Promise<Answer> {
  const read = signForm(doing.today).read(form)
  if (!read.ok) return showSigning(doing, at, { wrong: { typed: form, errors: read.errors }, sent: 'agree' })
  const signed = await signOff(doing, { reference: at.reference, ...read.value })
  if (signed.done) return `/plans/${at.reference}`
  const errors = errorsFrom('from-day', signed.because)
  return showSigning(doing, at, { wrong: { typed: form, errors }, sent: 'agree' })
}

async function hand(doing: Doing, at: WithPlan, form: Typed): Promise<Answer> {
  const wasWith = (await turnOf(doing, at.plan)).who
  const fail = (wrong: Wrong): Promise<Answer> =>
    wasWith === 'approver' && doing.actor.roles.length > 0
      ? showSigning(doing, at, { wrong, sent: 'back' })
      : showPlan(doing, at, { wrong })
  const read = handForm.read(form)
  if (!read.ok) return fail({ typed: form, errors: read.errors })
  const handed = await handPlan(doing, { reference: at.reference, ...read.value })
  if (handed.done) return `/plans/${at.reference}`
  if (handed.because.includes('plan-not-found')) return notFound
  return fail({ typed: form, errors: errorsFrom('words', handed.because) })
}

async function begin(doing: Doing, asked: Asked): Promise<Answer> {
  const read = draftForm.read(asked.form)
  const reference = readReference(asked.at['reference'] ?? '')
  if (reference === null) return notFound
  if (!read.ok) return showNewest(doing, asked, read.errors.map(({ says }) => says).join('. '))
  const begun = await draftPlan(doing, { reference, from: read.value.from })
  if (begun.done || begun.because.includes('draft-exists')) return `/plans/${reference}`
  if (begun.because.includes('case-not-found')) return notFound
  return showNewest(doing, asked, begun.because.map(reason => refusalSays[reason]).join('. '))
}

/** Beginning a version, handing it on, agreeing it or sending it back. */
export const signingRoutes: readonly Route[] = [
  {
    at: 'POST /plans/:reference/versions',
    allow: 'plans.write',
    handle: (doing, asked) => begin(doing, asked),
  },
  {
    at: 'POST /plans/:reference/handing',
    allow: 'plans.read',
    handle: (doing, asked) => inPlan(doing, asked, at => hand(doing, at, asked.form)),
  },
  {
    at: 'GET /plans/:reference/sign-off',
    allow: 'plans.sign-off',
    handle: (doing, asked) => inPlan(doing, asked, at => showSigning(doing, at)),
  },
  {
    at: 'POST /plans/:reference/sign-off',
    allow: 'plans.sign-off',
    handle: (doing, asked) => inPlan(doing, asked, at => sign(doing, at, asked.form)),
  },
]
