import { addresseesOf, deliveryTo, receiverFacts, senderOf } from '../../agreements/public.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph, StatedRule } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { findRule, type RuleId, repaymentNotice, sayConfidence } from '../../rights/public.ts'
import { keptNames } from '../rules/proposing.ts'
import type { Kept, Recovery } from '../types.ts'

/** A rule as a letter states it. */
export function stated(id: RuleId): StatedRule {
  const rule = findRule(id)
  return {
    rule: rule.id,
    says: rule.says,
    confidence: sayConfidence(rule.confidence),
    title: rule.source.title,
  }
}

type To = Awaited<ReturnType<typeof addresseesOf>>

/** Whom letters about a recovery go to: whoever the notice went to, by the rules of today. */
export async function receiversOf(doing: Doing, one: Recovery): Promise<To> {
  if (one.executor !== null) return [{ name: one.executor.name, addressLines: one.executor.lines }]
  const { receivers } = repaymentNotice({
    ground: one.ground,
    reasons: one.because,
    amount: one.amount,
    daysToRepay: one.repayDays,
    whoMustRepay: one.whoMustRepay,
    to: [],
    person: await receiverFacts(doing, one.person),
  })
  return addresseesOf(doing, one.person, receivers)
}

type About = { readonly title: string; readonly paragraphs: readonly Paragraph[]; readonly to?: To }

/** The same letter to each whom it goes to. An estate's is read by staff and on paper only. */
export async function lettersTo(
  doing: Doing,
  one: Recovery,
  { title, paragraphs, to }: About,
): Promise<readonly NewLetter[]> {
  const from = await senderOf(doing, { organisation_id: one.organisation, reference: one.reference })
  const deliver = await deliveryTo(doing, one.person)
  return (to ?? (await receiversOf(doing, one))).map(receiver => ({
    organisation: one.organisation,
    person: one.person,
    to: receiver,
    kind: 'recovery',
    title,
    reference: one.reference,
    subject: one.id,
    sees: one.executor === null ? ('money' as const) : ('all' as const),
    from,
    deliver: one.executor === null ? deliver(receiver) : (['print'] as const),
    paragraphs,
  }))
}

/** What is protected as a table: each sum with its reason, and what they come to. */
export const keptTable = (kept: readonly Kept[]): Paragraph => ({
  table: {
    caption: 'Protected, and why',
    columns: ['What', 'Why', 'Amount'],
    rows: kept.map(({ kind, because, sum }) => [keptNames[kind], because, sayMoney(sum)]),
  },
})

/** How money is paid back, and how nobody is tricked into paying somebody else. */
export const howToPay = (one: Recovery): readonly string[] => [
  `Call us before you pay, so that you know it is us. Give the reference ${one.reference}.`,
  'You can pay in parts: tell us what you can manage.',
  'We never ask for card numbers, PINs or passwords, and never send a link to pay.',
]

/** What somebody can do who thinks that it is wrong, and what happens meanwhile. */
export const ifItIsWrong = (one: Recovery): readonly string[] => [
  one.executor === null
    ? 'Object on line, by telephone or by letter, in your own words. Send papers if you have any.'
    : 'Object by telephone or by letter, in your own words. Send papers if you have any.',
  'Tell us of wages, tax or bills that we did not count.',
  'Somebody who had no part in this looks at it again and answers in writing, with reasons.',
  'Until you have that answer nothing is taken and nothing is entered as owed.',
  'You can also complain to us, and after that to the Parliamentary and Health Service Ombudsman.',
]
