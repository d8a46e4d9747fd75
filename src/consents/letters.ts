import { sayDay } from '../kernel/days.ts'
import type { NewLetter } from '../notices/public.ts'
import { type Contact, organisation, type PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { findRule, sayConfidence } from '../rights/public.ts'
import type { BirthdayAhead } from './queries/birthdays.ts'
import { type Change, changesAt } from './rules/birthdays.ts'

export type Addressee = {
  readonly kind: 'the-person' | 'parent' | 'case-worker'
  readonly key: string
  readonly name: string
  readonly person: PersonId | null
}
type To = { readonly to: Addressee; readonly contact: Contact | null }

const stated = (id: string) => {
  const rule = findRule(id)
  return {
    rule: id,
    says: rule.says,
    confidence: sayConfidence(rule.confidence),
    title: rule.source.title,
  }
}

const reasonOf = ({ kind }: Addressee, { name }: BirthdayAhead, change: Change) => {
  const says = kind === 'the-person' ? change.you : change.they(name)
  return { says: kind === 'case-worker' ? `${says} ${change.todo}` : says, rules: [stated(change.rule)] }
}

const kindly = ({ kind }: Addressee, { name, age }: BirthdayAhead): readonly string[] => {
  if (kind === 'the-person')
    return [
      'You do not have to do any of this alone. Ask us, or somebody you trust, to go through it with you.',
    ]
  if (kind === 'parent' && age === 16)
    return [
      `This is no sign that anybody doubts you. It is ${name}’s own record from that day. Talk about it ` +
        `together: ${name} can let you in again, to all that you need for helping.`,
    ]
  return []
}

const titleOf = ({ kind }: Addressee, { name, age, on }: BirthdayAhead): string =>
  kind === 'the-person'
    ? `You will be ${age} on ${sayDay(on)}: what changes`
    : `${name} will be ${age} on ${sayDay(on)}: what changes`

/** The letter that tells a birthday ahead, in words for the one it goes to. */
export async function birthdayLetter(
  doing: Doing,
  one: BirthdayAhead,
  { to, contact }: To,
): Promise<NewLetter> {
  const body = await organisation(doing, one.organisation)
  const { telephone } = (body?.details ?? {}) as { telephone?: string }
  const worker = to.kind === 'case-worker'
  const lines = [...(contact?.lines ?? []), contact?.town ?? '', contact?.postcode ?? '']
  return {
    organisation: one.organisation,
    person: one.person,
    to: {
      name: to.name,
      addressLines: lines.filter(line => line !== ''),
      ...(contact?.email ? { email: contact.email } : {}),
    },
    kind: 'birthday',
    title: titleOf(to, one),
    paragraphs: [
      `${to.kind === 'the-person' ? 'Your' : `${one.name}’s`} birthday changes who decides about the budget.`,
      { heading: 'What changes on that day' },
      { reasons: changesAt(one.age, one).map(change => reasonOf(to, one, change)) },
      ...kindly(to, one),
      'Nothing stops by itself. The money and the care go on.',
    ],
    from: {
      name: one.worker ?? body?.name ?? 'The team',
      role: `Personal health budget team, ${body?.name ?? ''}`,
      reach:
        `Send us a message under “Messages”, with the reference ${one.reference}` +
        `${telephone ? `, or call ${telephone}` : ''}.`,
    },
    reference: one.reference,
    deliver: worker ? ['screen'] : contact?.email ? ['screen', 'print', 'mail'] : ['screen', 'print'],
  }
}
