import { sayShortDay } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import { sayMoney } from '../kernel/money.ts'
import { sendLetter } from '../notices/public.ts'
import { type OrganisationId, type PersonId, personShown } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { Correction } from './rules/corrections.ts'

/** A letter before it is sent: to the person, or to a body by its name. */
export type Letter = {
  readonly to: 'person' | { readonly body: string }
  readonly title: string
  readonly paragraphs: readonly string[]
}

type Said = { readonly names: ReadonlyMap<OrganisationId, string>; readonly because: string }

const days = ({ from, until }: Correction['issued']['period']): string =>
  `${sayShortDay(from)} to ${sayShortDay(until)}`

function toBody(corrections: readonly Correction[], { names, because }: Said): Letter {
  const body = names.get(corrections[0]?.issued.body as OrganisationId) ?? ''
  const numbers = corrections.map(({ issued }) => issued.number).join(', ')
  return {
    to: { body },
    title: `Recharge statement ${numbers} is corrected`,
    paragraphs: [
      ...corrections.map(
        ({ issued, before, after }) =>
          `Statement ${issued.number}, ${days(issued.period)}: your part was ${sayMoney(before)}. ` +
          `It is ${sayMoney(after)}.`,
      ),
      `Why: ${because}`,
      'The old and the new charge both stand in the statement. If you think a line is not right, put it in ' +
        'dispute: only that part waits.',
    ],
  }
}

/**
 * What is told, and to whom, when statements are corrected: each body its own, and the person that nothing
 * changes.
 */
export function correctionLetters(corrections: readonly Correction[], said: Said): readonly Letter[] {
  const byBody = Map.groupBy(corrections, ({ issued }) => issued.body)
  const person: Letter = {
    to: 'person',
    title: 'Who pays which share of your budget has changed. Your money has not',
    paragraphs: [
      'Several bodies pay for your budget together. They agreed other shares, also for past days.',
      'You get the same money, on the same days, for the same support. You need not do anything.',
      `Why: ${said.because}`,
      'If you think this is not right, send us a message from your budget’s page.',
    ],
  }
  return [person, ...[...byBody.values()].map(own => toBody(own, said))]
}

type About = {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: Reference
}

/** Sends them: to the person on screen and by mail, to a body on paper. All are about the person’s money. */
export async function sendAll(doing: Doing, about: About, letters: readonly Letter[]): Promise<void> {
  const person = await personShown(doing, about.person)
  for (const { to, title, paragraphs } of letters)
    await sendLetter(doing, {
      ...about,
      to: to === 'person' ? { name: person?.fullName ?? '' } : { name: to.body, addressLines: [] },
      kind: 'sum',
      title,
      paragraphs,
      from: {
        name: doing.actor.name,
        role: 'Finance',
        reach: 'Send us a message from your budget’s page, or call the number on your agreement',
      },
      sees: 'money',
      deliver: to === 'person' ? ['screen', 'mail'] : ['print'],
    })
}
