import { rolesOf } from '../access/public.ts'
import { sayDay } from '../kernel/days.ts'
import { nothing, sayMoney } from '../kernel/money.ts'
import { type Paragraph, sendLetter, tellColleague } from '../notices/public.ts'
import { settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { ProposalShown } from './queries/proposals.ts'
import { sayLeft } from './rules/ceiling.ts'
import { sayAdvance } from './rules/netting.ts'
import { repeatFrom } from './rules/repeats.ts'

const titles = {
  'one-off': 'We pay you',
  emergency: 'We pay you ahead:',
  repeat: 'We have agreed to pay up to',
} as const

function howItGoes(one: ProposalShown): string {
  switch (one.what) {
    case 'one-off':
      return `${sayMoney(one.amount)} leaves us on ${sayDay(one.from_on)} or with the next run after it.`
    case 'emergency':
      return sayAdvance({ amount: one.amount, parts: one.parts ?? 1, floor: one.floor ?? nothing })
    case 'repeat':
      return (
        `We pay ${one.supplier} each time, without asking you or anybody again, until it is used up. ` +
        sayLeft(repeatFrom(one), [])
      )
    default:
      return one.what satisfies never
  }
}

const paragraphs = (one: ProposalShown, because: string): readonly Paragraph[] => [
  `${titles[one.what]} ${sayMoney(one.amount)}. It is for: ${one.because}`,
  howItGoes(one),
  {
    facts: [
      ['How much', sayMoney(one.amount)],
      ['From', sayDay(one.from_on)],
      ['Why we agreed', because],
      ['Budget', one.reference],
    ],
  },
  { heading: 'What you need to do' },
  one.what === 'emergency'
    ? 'Nothing now. If a smaller payment would leave you without money for wages or care, tell us before ' +
      'it leaves: we can take less each time.'
    : 'Nothing. If something about it is wrong, tell us.',
]

const roleSays = (role: string): string =>
  role === 'head-of-service' ? 'Head of service' : 'Finance officer'

/** The letter to whoever holds the budget, from the one who agreed. Answers the letter's id. */
export async function tellProposal(doing: Doing, one: ProposalShown, because: string): Promise<string> {
  const { organisation_id: organisation, person_id: person } = one
  const reach = await settingOn(doing, { organisation, name: 'payments-reach', day: doing.today })
  const { id } = await sendLetter(doing, {
    organisation,
    person,
    to: { name: one.full_name },
    kind: 'remittance',
    title: `${titles[one.what]} ${sayMoney(one.amount)}`,
    paragraphs: paragraphs(one, because),
    from: {
      name: doing.actor.name,
      role: roleSays(rolesOf(doing.actor)[0] ?? ''),
      reach: reach ?? 'Send us a message from your budget’s page, or call the number on your agreement',
    },
    reference: one.reference,
    subject: one.id,
    sees: 'money',
    deliver: ['screen', 'mail'],
  })
  return id
}

/** Tells whoever proposed it that somebody has decided; who and why stand on its page. */
export async function tellProposer(doing: Doing, { id, who }: ProposalShown, agreed: boolean): Promise<void> {
  if (who === null) return
  const says = `A payment that you proposed was ${agreed ? 'agreed' : 'not agreed'}`
  await tellColleague(doing, { colleague: who, says, path: `/payments/proposals/${id}` })
}
