import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { figureOn, type PartsAnswer, type RuleId, type Setting } from '../../rights/public.ts'
import { sayPathway } from '../pathways.ts'
import { settingsOf } from '../queries/settings.ts'
import { stateRule } from '../rules/kept-rules.ts'
import type { PartToDecide } from '../rules/parts.ts'
import type { RightTold } from '../rules/right.ts'
import { waySays } from '../say.ts'
import type { Case, Outcome, Pathway } from '../types.ts'
import { addresseeOf, senderOf, waysToDeliver } from './addressee.ts'

export type DecisionFacts = {
  readonly one: Case
  readonly parts: readonly PartToDecide[]
  readonly pathway: Pathway
  readonly summary: string
  readonly fromOn: PlainDate
  readonly right: RightTold
  readonly answer: PartsAnswer
  /** Set where this letter answers a request to look again. */
  readonly again?: string
}

const firstLine = {
  granted: 'Granted: we have agreed everything you asked for',
  'partly-granted': 'Part granted: we have agreed some of what you asked for',
  refused: 'Refused: we have not agreed what you asked for',
} as const satisfies Record<Outcome, string>

/**
 * The letter of a decision: the outcome first, numbered reasons with their rules, what happens now, what to
 * do.
 */
export async function decisionLetter(doing: Doing, facts: DecisionFacts): Promise<NewLetter> {
  const { one, answer } = facts
  const settings = await settingsOf(doing, one)
  return {
    organisation: one.organisation,
    person: one.person,
    to: { name: await addresseeOf(doing, one) },
    kind: facts.again === undefined ? 'decision' : 'reconsideration',
    title: firstLine[answer.decision],
    reference: one.reference,
    subject: one.request,
    from: await senderOf(doing, one),
    deliver: await waysToDeliver(doing, one),
    paragraphs: [
      ...opening(facts),
      { heading: 'Our reasons' },
      { reasons: [reasonOfRight(facts), ...facts.parts.map(reasonOfPart)] },
      { heading: 'What happens now' },
      { list: whatNow(facts) },
      { heading: 'If you think this is wrong' },
      ...howToAskAgain(facts, { by: doing.actor.name, settings, today: doing.today }),
    ],
  }
}

function opening({ one, answer, again, summary, fromOn }: DecisionFacts): readonly Paragraph[] {
  const asked = `You asked for a personal health budget on ${sayDay(one.askedOn)}.`
  const whatItIs = 'That is a sum of NHS money for care that you plan together with us.'
  const { grantedWeekly, refusedWeekly } = answer
  const sums = [
    ...(grantedWeekly > nothing ? [`Agreed: ${sayMoney(grantedWeekly)} a week, as asked for.`] : []),
    ...(refusedWeekly > nothing ? [`Not agreed: ${sayMoney(refusedWeekly)} a week.`] : []),
  ]
  return [
    `${asked} ${whatItIs}`,
    ...(again === undefined ? [] : [again]),
    ...(sums.length === 0
      ? []
      : [`${sums.join(' ')} The final sum is worked out from your needs and may differ.`]),
    ...(summary.trim() === '' ? [] : [summary.trim()]),
    ...(answer.decision === 'refused' ? [] : [`What we have agreed holds from ${sayDay(fromOn)}.`]),
  ]
}

const reasonOfRight = ({ right, pathway }: DecisionFacts) => ({
  says: [
    right.says,
    ...right.reasons,
    `${right.against ? 'This is about' : 'You get'} ${sayPathway(pathway).toLowerCase()}.`,
  ].join(' '),
  rules: right.rules.map(rule => stateRule(rule.id)),
})

function reasonOfPart(part: PartToDecide) {
  const { says, granted, askedWay, decidedWay, weekly, reason } = part
  const sum = weekly === null ? '' : ` (${sayMoney(weekly)} a week)`
  const why = reason?.trim() ? ` ${reason.trim()}` : ''
  const state = (...ids: readonly RuleId[]) => ids.map(stateRule)
  if (!granted || decidedWay === null) {
    const rules =
      askedWay === 'direct-payment'
        ? state('RIGHT-05', 'RIGHT-07', 'DP-DEC-03')
        : state('RIGHT-05', 'RIGHT-07')
    return { says: `${says}${sum}: refused.${why}`, rules }
  }
  if (askedWay === null || askedWay === decidedWay)
    return { says: `${says}${sum}: granted, ${waySays[decidedWay]}.${why}`, rules: state('RIGHT-05') }
  const rules = askedWay === 'direct-payment' ? state('RIGHT-06', 'DP-DEC-03') : state('RIGHT-06')
  const asked = `You asked for it to be ${waySays[askedWay]}.`
  return { says: `${says}${sum}: granted, but ${waySays[decidedWay]}. ${asked}${why}`, rules }
}

const whatNow = ({ one, answer }: DecisionFacts): readonly string[] =>
  answer.decision === 'refused'
    ? [
        'The care you get now goes on. Nothing stops because of this letter.',
        'You can ask us to look at this again, and you can ask for a budget again.',
      ]
    : [
        `${one.caseWorker?.name ?? 'A case worker'} will look at your needs with you and work out the sum.`,
        'You see the sum before any planning starts.',
        'Then we write your plan together. The care you get now goes on until the plan begins.',
      ]

const lessThanSixMonths =
  'If we looked at the same thing again less than six months before, we may do so but need not. ' +
  'That is general knowledge; we have not read it in the law.'

type AskingAgain = { readonly by: string; readonly settings: readonly Setting[]; readonly today: PlainDate }

const again = {
  'direct-payment-refused': 'that it is not paid to you as a direct payment',
  'budget-refused': 'that it is refused',
  'other-way': 'that it is held in another way than you asked',
} as const

function howToAskAgain(facts: DecisionFacts, { by, settings, today }: AskingAgain): readonly Paragraph[] {
  const about = facts.answer.reconsiderationFor.map(({ part, of }) => {
    const says = facts.parts.find(({ place }) => String(place) === part)?.says ?? ''
    return `${says}: ${again[of]}`
  })
  const { value: days } = figureOn(settings, 'reconsideration-answer-working-days', today)
  const answered =
    days === null
      ? 'We found no time limit in law for the answer, and have set none ourselves. Ask us for a day.'
      : `We answer within ${days} working days. That is our own standard: we found no time limit in law.`
  return [
    about.length === 0
      ? 'Nothing was refused, but tell us if something is not right.'
      : 'You can ask us to look again, and send anything that you want us to see, at:',
    ...(about.length === 0 ? [] : [{ list: about }]),
    `How: sign in and choose “Ask us to look at this again” on your request ${facts.one.reference}.`,
    'Or write to us, or call us and we write it down for you.',
    'By when: we know of no last day for asking.',
    lessThanSixMonths,
    `Who will look: somebody other than ${by}, a team leader or the head of service. ${answered}`,
    'You can also complain to us, and after that to the Parliamentary and Health Service Ombudsman.',
  ]
}
