import { record, roleOf, whyNotApprove } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { type Paragraph, sendLetter } from '../../notices/public.ts'
import type { PersonId } from '../../people/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { authorsOf, planOf } from '../queries/plan.ts'
import { type Standing, standingOf } from '../queries/standing.ts'
import { turnOf } from '../queries/turn.ts'
import { type WhyNotSignOff, whyNotSignOff } from '../rules/sign-off.ts'
import { here } from '../tables.ts'
import { type Plan, type VersionId, wayNames } from '../types.ts'

export type SigningOff = {
  readonly reference: string
  /** The first day on which the version is in force. */
  readonly from: PlainDate
  /** What the approver wants to be remembered, or null. */
  readonly because: string | null
}

/**
 * Everything against signing the newest version off, and the facts it was asked of; null where there is no
 * plan.
 */
export async function askedToSign(doing: Doing, { reference, from }: Omit<SigningOff, 'because'>) {
  const plan = await planOf(doing, reference)
  if (plan === null || plan.words === null) return null
  const standing = await standingOf(doing, plan, from)
  const authors = await authorsOf(doing, plan.id)
  const toApprove = { organisation: plan.organisation, authors, weekly: standing.cost }
  const because = whyNotSignOff({
    approving: await whyNotApprove(doing, toApprove),
    signedOff: plan.signedOff !== null,
    turn: (await turnOf(doing, plan)).who,
    problems: standing.problems.length,
    from,
    before: standing.before,
  })
  return { plan, standing, because }
}

/**
 * Signs the newest version off from a day: by somebody who wrote none of it, within the limit of their role,
 * once nothing is left to put right. From then on it is never changed; the family gets a letter with what was
 * agreed.
 */
export async function signOff(
  doing: Doing,
  { reference, from, because }: SigningOff,
): Promise<Done<{ version: VersionId; number: number }, WhyNotSignOff | 'plan-not-found'>> {
  const asked = await askedToSign(doing, { reference, from })
  if (asked === null) return refused('plan-not-found')
  const { plan, standing } = asked
  if (asked.because.length > 0 || doing.actor.id === null) return refused(...asked.because)
  await here(doing)
    .db.insertInto('plans.sign_off')
    .values({
      version_id: plan.id,
      organisation_id: plan.organisation,
      person_id: plan.person,
      weekly: standing.cost,
      in_force_from: from,
      signed_by: doing.actor.id,
      signed_by_name: doing.actor.name,
      signed_role: roleOf(doing),
      signed_on: doing.today,
      because: because?.trim() || null,
    })
    .execute()
  await record(doing, {
    happened: 'plan-signed-off',
    organisation: plan.organisation,
    person: plan.person,
    to: plan.id,
    details: { reference, version: plan.number, weekly: standing.cost, from },
  })
  await tellFamily(doing, { plan, standing, from })
  return done({ version: plan.id, number: plan.number })
}

type Telling = { readonly plan: Plan; readonly standing: Standing; readonly from: PlainDate }

async function tellFamily(doing: Doing, { plan, standing, from }: Telling): Promise<void> {
  await sendLetter(doing, {
    organisation: plan.organisation,
    person: plan.person,
    to: { name: await nameOf(doing, plan.person) },
    kind: 'plan',
    title: `Your plan is agreed from ${sayShortDay(from)}`,
    paragraphs: paragraphsOf({ plan, standing, from }),
    from: { name: doing.actor.name, role: roleOf(doing), reach: 'by a message in your account' },
    reference: plan.reference,
    subject: plan.id,
    deliver: ['screen', 'print', 'mail'],
  })
}

const nameOf = async (doing: Doing, person: PersonId): Promise<string> =>
  (await personShown(doing, person))?.fullName ?? ''

const paragraphsOf = ({ plan, standing, from }: Telling): readonly Paragraph[] => [
  `We have agreed version ${plan.number} of your plan. It holds from ${sayDay(from)}.`,
  {
    table: {
      caption: 'What was agreed, for a week',
      columns: ['What', 'How it is held', 'A week'],
      rows: [
        ...plan.lines.map(line => [line.says, line.way ? wayNames[line.way] : '', sayMoney(line.weekly)]),
        ['Together', '', sayMoney(standing.cost)],
      ],
    },
  },
  ...(standing.budget ? [`Your budget is ${sayMoney(standing.budget.weekly)} a week.`] : []),
  {
    list: [
      `Your co-ordinator is ${plan.coordinator}.`,
      ...(plan.firstReviewOn ? [`We review the plan together by ${sayDay(plan.firstReviewOn)}.`] : []),
      `Before we cut or stop the money we tell you ${plan.noticeDays} days ahead, in writing, and say why.`,
    ],
  },
  'Next comes the agreement about how the money is held. Nothing is paid before both sides have signed it.',
  'If something in the plan is not right, or your life changes, tell your co-ordinator. It can be changed.',
]
