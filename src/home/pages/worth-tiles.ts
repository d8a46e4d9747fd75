import type { Tile } from '../../nhs/public.ts'
import type { OfPerson } from '../queries/family.ts'

/** What a budget is worth and how: the sum of so much a week, or the wheelchair that is bought once. */
export const worthTiles = ({ standing }: OfPerson): readonly Tile[] => {
  if (standing === null) return []
  const { facts, one } = standing
  const sum = { href: `/needs/${one.reference}`, title: 'The sum', says: 'How it was worked out.' }
  const chair = {
    href: `/wheelchairs/${one.reference}`,
    title: 'Wheelchair',
    says: 'What you get, what you pay, who repairs it.',
  }
  return [...(one.pathway === 'wheelchair' ? [chair] : []), ...(facts.sumShownOn === null ? [] : [sum])]
}

/** The way on when something is wrong with any of it. */
export const wrongTile = (reference: string): Tile => ({
  href: `/complaints/${reference}`,
  title: 'If something is wrong',
  says: 'Ask us to look again, or complain. It never changes your care.',
})
