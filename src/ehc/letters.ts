import { ageOn, sayDay } from '../kernel/days.ts'
import { sayMoney } from '../kernel/money.ts'
import { strandNames } from '../needs/public.ts'
import { type Paragraph, type StatedRule, sendLetter } from '../notices/public.ts'
import { organisation } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { findRule, type RuleId, sayConfidence } from '../rights/public.ts'
import type { NamedPlan } from './queries/plans.ts'
import { answerSays, testSays } from './rules/say.ts'
import type { Decided, Line } from './types.ts'

const stated = (id: RuleId): StatedRule => {
  const { says, confidence, source } = findRule(id)
  return { rule: id, says, confidence: sayConfidence(confidence), title: source.title }
}

const next = (answer: Decided['answer'], round: number): string =>
  answer === 'direct-payment'
    ? 'We will agree with you from which day it is paid, and into which account.'
    : round === 1
      ? 'If you do not agree, ask us to look at it again. You can do so once, on the page of the plan.'
      : 'We looked at it a second time. If you still do not agree, the local offer says whom you can ask.'

type About = { readonly line: Line; readonly decided: Decided }

const paragraphsOf = ({ line, decided }: About): readonly Paragraph[] => [
  {
    facts: [
      ['What it is for', line.says],
      ['Strand', strandNames[line.strand]],
      ['A year', sayMoney(line.yearly)],
      ['Our answer', answerSays[decided.answer]],
      ['Decided', sayDay(decided.on)],
      ...(line.strand === 'education' && decided.met.length > 0
        ? [['What we found', decided.met.map(test => testSays[test]).join('. ')] as const]
        : []),
    ],
  },
  { reasons: [{ says: decided.because, rules: decided.rules.map(stated) }] },
  next(decided.answer, decided.round),
]

/** Tells the family what was decided of a line of section J, with the reasons and what they can do. */
export async function decisionLetter(doing: Doing, plan: NamedPlan, about: About): Promise<void> {
  const body = about.line.strand === 'health' ? plan.health : plan.council
  const name = (await organisation(doing, body))?.name ?? ''
  const child = plan.born !== null && ageOn(plan.born, doing.today) < 16
  await sendLetter(doing, {
    organisation: body,
    person: plan.person,
    to: { name: child ? plan.askedByName : plan.name },
    kind: 'decision',
    title: `${about.line.says}: ${answerSays[about.decided.answer].toLowerCase()}`,
    paragraphs: paragraphsOf(about),
    from: { name: doing.actor.name, role: name, reach: 'Answer on the page of the plan, or write to us' },
    reference: plan.reference,
    subject: plan.id,
    sees: 'money',
    deliver: ['screen', 'print'],
  })
}
