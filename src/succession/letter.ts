import { type PlainDate, sayDay } from '../kernel/days.ts'
import type { NewLetter, Paragraph } from '../notices/public.ts'
import type { PersonId } from '../people/public.ts'
import type { BodyNamed } from './types.ts'

export type Told = {
  readonly person: PersonId
  readonly name: string
  readonly reference: string | null
  readonly old: BodyNamed
  readonly next: BodyNamed
  readonly on: PlainDate
  readonly reach: string
  readonly from: { readonly name: string; readonly role: string }
}

const paragraphs = ({ old, next, on, reach }: Told): readonly Paragraph[] => [
  `From ${sayDay(on)} ${next.name} answers for your personal health budget. Before that it was ${old.name}.`,
  { heading: 'What stays as it is' },
  {
    list: [
      'Your budget goes on. It is the same budget, with the same reference.',
      'Your plan, your agreement and how your money is paid stay as they are.',
      'Every day that you were promised stays: answers, reviews and payments.',
      'All that was written down about your budget moves with it. Nothing is lost.',
    ],
  },
  { heading: 'What is new' },
  {
    list: [
      `New letters come from ${next.name}. Letters that you have keep the name of ${old.name}.`,
      `If you have a question, reach us here: ${reach}.`,
    ],
  },
  'You do not need to do anything.',
]

/** The letter to a family: who answered, who answers now, from which day, and whom they reach. */
export const letterOf = (told: Told): NewLetter => ({
  organisation: told.next.id,
  person: told.person,
  kind: 'succession',
  title: `${told.next.name} now answers for your budget`,
  to: { name: told.name },
  paragraphs: paragraphs(told),
  from: { ...told.from, reach: told.reach },
  reference: told.reference,
  sees: 'name',
  deliver: ['screen', 'print', 'mail'],
})
