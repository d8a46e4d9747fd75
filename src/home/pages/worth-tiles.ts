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
  const birth = {
    href: `/maternity/${one.reference}`,
    title: 'Maternity',
    says: 'The budget, and where it stands.',
  }
  return [
    ...(one.pathway === 'maternity' ? [birth] : []),
    ...(one.pathway === 'wheelchair' ? [chair] : []),
    ...(facts.sumShownOn === null ? [] : [sum]),
  ]
}
