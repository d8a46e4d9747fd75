import { roleOf } from '../access/public.ts'
import { sayDay } from '../kernel/days.ts'
import { sayMoney } from '../kernel/money.ts'
import { type Paragraph, type StatedRule, sendLetter } from '../notices/public.ts'
import { contactOf, organisation, personShown } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { findRule, maternityStages, type RuleId, type StagePrices, sayConfidence } from '../rights/public.ts'
import { stageSays } from './rules/say.ts'
import { totalOf } from './rules/stand.ts'
import type { Budget, Choice } from './types.ts'

const stateRule = (id: RuleId): StatedRule => {
  const { says, confidence, source } = findRule(id)
  return { rule: id, says, confidence: sayConfidence(confidence), title: source.title }
}
type Told = Pick<Budget, 'id' | 'organisation' | 'person' | 'reference'>
type Words = { readonly title: string; readonly paragraphs: readonly Paragraph[] }

async function send(doing: Doing, { id, organisation: body, person, reference }: Told, words: Words) {
  const [shown, contact, from] = [
    await personShown(doing, person),
    await contactOf(doing, person),
    await organisation(doing, body),
  ]
  await sendLetter(doing, {
    organisation: body,
    person,
    to: { name: shown?.fullName ?? '' },
    kind: 'maternity',
    reference,
    subject: id,
    from: {
      name: doing.actor.name,
      role: `${roleOf(doing)}, ${from?.name ?? 'the NHS'}`,
      reach: 'Send us a message under “Messages”, or tell your midwife.',
    },
    deliver: contact?.email ? ['screen', 'print', 'mail'] : ['screen', 'print'],
    ...words,
  })
}

const why: Paragraph = {
  reasons: [
    {
      says: 'The NHS keeps the money and pays the provider. It is not paid to you, and you cannot add to it.',
      rules: [stateRule('MATERNITY_PMCB-NO-CASH')],
    },
    {
      says: 'You choose among providers that have a contract with the NHS here.',
      rules: [stateRule('MATERNITY_PMCB-CHOICE')],
    },
    {
      says: 'This is a pilot. We decide whom we offer it, and it is not a right.',
      rules: [stateRule('MATERNITY_PMCB-WHO-OFFERS')],
    },
  ],
}

/** The offer: what each part is worth today, and that a no changes nothing of her care. */
export const tellOffer = (doing: Doing, budget: Told, prices: StagePrices | null): Promise<void> =>
  send(doing, budget, {
    title: 'You can choose who looks after you in pregnancy, at the birth and after it',
    paragraphs: [
      ...(prices === null
        ? []
        : [
            {
              facts: [
                ...maternityStages.map(stage => [stageSays[stage], sayMoney(prices[stage])] as const),
                ['Together', sayMoney(totalOf(prices))] as const,
              ],
            },
          ]),
      { heading: 'What you can do' },
      'Say yes or no under “Maternity budget”, or tell your midwife.',
      'If you say no, you get the same care as before.',
      { heading: 'Why it is so' },
      why,
    ],
  })

/** A choice that is confirmed, for the first time or as a change of mind. */
export const tellConfirmed = (
  doing: Doing,
  budget: Told,
  choice: Choice,
  before: Choice | null,
): Promise<void> =>
  send(doing, budget, {
    title:
      before === null
        ? `${stageSays[choice.stage]}: ${choice.provider}`
        : `Changed: ${stageSays[choice.stage].toLowerCase()} is with ${choice.provider} now`,
    paragraphs: [
      {
        facts: [
          ['Part of your care', stageSays[choice.stage]],
          ['Who gives it', choice.provider],
          ...(before === null ? [] : [['Before', before.provider] as const]),
          ['What it costs the NHS', sayMoney(choice.price)],
          ['What you pay', 'Nothing'],
        ],
      },
      'You can change your mind as often as you like, until this part of your care is over.',
    ],
  })

/** The end, in plain words. After a loss it is sent only where she wants it in writing. */
export function tellEnded(doing: Doing, budget: Budget, { what, on, toBody }: NonNullable<Budget['ending']>) {
  const title = {
    'pregnancy-ended': 'We have closed your maternity budget',
    'moved-away': 'Your maternity care goes on in another area',
    'not-wanted': 'We have closed your maternity budget',
  } as const
  const says = {
    'pregnancy-ended': [
      'We are sorry.',
      'You do not have to do anything. We will not write to you about this budget again.',
      'You can talk to your midwife or GP at any time, about anything.',
    ],
    'moved-away': [
      `From ${sayDay(on)} your care is with ${toBody}. We have closed the budget here.`,
      `Whether there is a budget there is for ${toBody} to decide. Ask your midwife.`,
    ],
    'not-wanted': [
      `The budget is closed from ${sayDay(on)}, as you asked. Your care goes on as for everybody.`,
    ],
  } as const
  return send(doing, budget, { title: title[what], paragraphs: says[what] })
}
