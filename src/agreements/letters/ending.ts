import { sayDay } from '../../kernel/days.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { findRule, sayConfidence, stopping } from '../../rights/public.ts'
import type { Agreement } from '../queries/agreements.ts'
import { type End, type EndGround, sayGround } from '../rules/ending.ts'
import { addresseesOf, deliveryTo, receiverFacts } from './addressees.ts'
import { senderOf } from './sender.ts'

/** The letters of an ending, one to each whom the regulations name: no stop without notice and reasons. */
export async function endingLetters(doing: Doing, one: Agreement, end: End): Promise<readonly NewLetter[]> {
  const { ground } = end
  const from = await senderOf(doing, one)
  const { receivers } = stopping({
    happened: ground === 'asked-by-the-person' ? [] : [ground],
    person: await receiverFacts(doing, one.person_id),
  })
  const deliver = await deliveryTo(doing, one.person_id)
  return (await addresseesOf(doing, one.person_id, receivers)).map(to => ({
    organisation: one.organisation_id,
    person: one.person_id,
    to,
    kind: 'notice',
    title: `Your agreement ends on ${sayDay(end.on)}`,
    reference: one.reference,
    subject: one.id,
    from,
    deliver: deliver(to),
    paragraphs: paragraphsOf(one, end),
  }))
}

const ruleOf = (ground: EndGround) => {
  if (ground === 'asked-by-the-person') return []
  const { rules } = stopping({
    happened: [ground],
    person: { died: false, representative: false, nominee: false },
  })
  return rules.map(id => {
    const rule = findRule(id)
    return {
      rule: rule.id,
      says: rule.says,
      confidence: sayConfidence(rule.confidence),
      title: rule.source.title,
    }
  })
}

const paragraphsOf = (one: Agreement, { on, ground, because, noticeOn }: End): readonly Paragraph[] => [
  `We write about the personal health budget ${one.reference}. ` +
    `The agreement about how it is held ends. Its last day is ${sayDay(on)}.`,
  { heading: 'Our reasons' },
  { reasons: [{ says: `${sayGround(ground)} ${because}`.trim(), rules: ruleOf(ground) }] },
  { heading: 'What happens until then' },
  {
    list: [
      `Notice was given on ${sayDay(noticeOn)}. The agreement asks for at least ` +
        `${one.notice_days} days, unless it must stop at once.`,
      'What is due up to the last day is paid as agreed.',
      'Wages, notice pay, holiday pay and bills for care up to the last day may still be paid ' +
        'from the money that is there.',
      'Keep statements and receipts: we settle the account together. Nothing is taken back ' +
        'without a letter that says why, how much and by when.',
    ],
  },
  { heading: 'If you think this is wrong' },
  'Ask us to look at it again and send anything that you want us to see. You can also complain to' +
    ' us, and after that to the Parliamentary and Health Service Ombudsman.',
]
