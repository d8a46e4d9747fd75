import type { Tile } from '../../nhs/public.ts'
import type { OfPerson } from '../queries/family.ts'

/** The list of people at risk of admission, for who is on it. */
export const listTile = ({ onList, own }: OfPerson): readonly Tile[] =>
  onList === null
    ? []
    : [
        {
          href: `/registers/${onList}`,
          title: own ? 'The list you are on' : 'The list they are on',
          says: 'What it means, your reviews, and how to say no.',
        },
      ]

/** The education, health and care plan, for whom a council has one or is asked for one. */
export const ehcTile = ({ ehc }: OfPerson): readonly Tile[] =>
  ehc === null
    ? []
    : [{ href: ehc, title: 'EHC plan', says: 'Where the plan stands, whose turn it is, and by when.' }]

/**
 * What a budget is worth and how: the sum of so much a week, the wheelchair that is bought once, the stages
 * of maternity care. And what is awaited, by when.
 */
export const worthTiles = ({ standing, person, own, chair: told, calm }: OfPerson): readonly Tile[] => {
  if (standing === null) return []
  const { facts, one } = standing
  const sum = { href: `/needs/${one.reference}`, title: 'The sum', says: 'How it was worked out.' }
  const chair = {
    href: `/wheelchairs/${one.reference}`,
    title: 'Wheelchair',
    says: told ?? 'What you get, what you pay, who repairs it.',
  }
  const birth = {
    href: `/maternity/${one.reference}`,
    title: 'Maternity',
    says: 'The budget, and where it stands.',
  }
  const dates = {
    href: `/clocks/people/${person}`,
    title: own ? 'Your dates' : 'Dates',
    says: 'What is awaited, from whom and by when.',
  }
  return [
    ...(one.pathway === 'maternity' && !calm ? [birth] : []),
    ...(one.pathway === 'wheelchair' ? [chair] : []),
    ...(facts.sumShownOn === null ? [] : [sum]),
    ...(calm ? [] : [dates]),
  ]
}

/** The way on when something is wrong with any of it. */
export const wrongTile = (reference: string): Tile => ({
  href: `/complaints/${reference}`,
  title: 'If something is wrong',
  says: 'Ask us to look again, or complain. It never changes your care.',
})
