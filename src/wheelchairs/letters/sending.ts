import { addresseesOf, deliveryTo, receiverFacts, senderOf } from '../../agreements/public.ts'
import { ageOn } from '../../kernel/days.ts'
import { type Paragraph, type StatedRule, sendLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { findRule, type RuleId, sayConfidence } from '../../rights/public.ts'
import type { Round } from '../types.ts'

/** A rule as a letter states it, with how sure we are of it. */
export function stated(id: string): StatedRule {
  const { id: rule, says, confidence, source } = findRule(id as RuleId)
  return { rule, says, confidence: sayConfidence(confidence), title: source.title }
}

export type Letter = { readonly title: string; readonly paragraphs: readonly Paragraph[] }

type Receivers = Parameters<typeof addresseesOf>[2]

/** A young child is written to through who stands in for them; everybody else themselves too. */
async function receiversFor(doing: Doing, { person }: Round, helped: boolean): Promise<Receivers> {
  const born = (await personShown(doing, person))?.bornOn ?? null
  const young = born !== null && ageOn(born, doing.today) < 16
  return helped ? (young ? ['representative'] : ['patient', 'representative']) : ['patient']
}

/**
 * Sends a letter about a wheelchair budget to the person, or to whoever stands in for them, from whoever
 * acts; what the service sends by itself comes from the team. Nobody is written to who has died.
 */
export async function send(doing: Doing, round: Round, { title, paragraphs }: Letter): Promise<void> {
  const { organisation, person, reference } = round
  const facts = await receiverFacts(doing, person)
  if (facts.died) return
  const from = await senderOf(doing, { organisation_id: organisation, reference })
  const deliver = await deliveryTo(doing, person)
  const to = await addresseesOf(doing, person, await receiversFor(doing, round, facts.representative))
  for (const receiver of to)
    await sendLetter(doing, {
      organisation,
      person,
      to: receiver,
      kind: 'wheelchair',
      title,
      paragraphs,
      from,
      reference,
      subject: round.id,
      sees: 'money',
      deliver: deliver(receiver),
    })
}

/** How to ask for another look, whom to, and what comes after that. */
export const lookAgain = (reference: string): readonly Paragraph[] => [
  { heading: 'If you think this is not right' },
  {
    list: [
      `Tell us: send us a message under “Messages” with your reference ${reference}, or call us.`,
      'Say what is wrong, and send what shows it. We know of no last day for asking.',
      'Somebody who did not decide this looks at it again and writes to you.',
      'You can also complain to us, and then to the Parliamentary and Health Service Ombudsman.',
    ],
  },
]
