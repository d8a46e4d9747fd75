import { type PlainDate, reachesAge } from '../../kernel/days.ts'
import type { RuleId } from '../../rights/public.ts'
import { type Age, ages } from '../types.ts'

/** One thing that a birthday changes, in words to the young person and about them, and what is to be done. */
export type Change = {
  readonly rule: RuleId
  readonly you: string
  readonly they: (name: string) => string
  readonly todo: string
}

const consent: Change = {
  rule: 'DP-CON-02',
  you: 'From that day you say yes or no to your budget yourself.',
  they: name => `From that day ${name} says yes or no to the budget, no longer a parent.`,
  todo: 'Ask for their own consent before the birthday. Help them to understand what they agree to.',
}
const ownSight: Change = {
  rule: 'DP-CHILD',
  you: 'From that day your parents no longer see your record here, unless you let them. You can choose what.',
  they: name => `From that day parents no longer see the record here, unless ${name} lets them.`,
  todo: 'Ask whom they want to let in, and to what.',
}
const sharing: Change = {
  rule: 'SHARE-CONSENT',
  you: 'You decide who else may know what, and may change what was said for you before.',
  they: name => `${name} decides with whom information is shared, also of what a parent agreed before.`,
  todo: 'Go through what is shared with the council, school and hospital.',
}
const capacity: Change = {
  rule: 'CAP-PRESUMED',
  you: 'We take it that you can decide. You can ask for help with it.',
  they: name => `${name} is taken to be able to decide, until it is found of a decision that this is not so.`,
  todo: 'Where there is doubt, look at each decision by itself, with help, before the birthday.',
}
const holder: Change = {
  rule: 'DP-CON-02',
  you: 'The money can come to your own account, or you can name somebody to hold it.',
  they: name => `The account: ${name} holds the money, or names a nominee. A parent may be the nominee.`,
  todo: 'Open an account or name a nominee, who agrees and is agreed, before the first payment.',
}
const move = (age: 14 | 16 | 17, says: string, todo: string): Change => ({
  rule: `CYPCC-ADULT-${age}`,
  you: says,
  they: () => says,
  todo,
})
const check = move(
  16,
  'The first check for adult care is made.',
  'Refer for the adult checklist, so that adult care can be planned.',
)
const adult: Change = {
  rule: 'ADULT-AT-18',
  you: 'You are an adult: nobody has parental responsibility for you any more.',
  they: name => `${name} is an adult: parental responsibility ends.`,
  todo: 'Where they cannot decide, look for a deputy or attorney in good time.',
}
const adultRight: Change = {
  rule: 'CYP_CONTINUING_CARE-AT-18',
  you: 'The right to children’s continuing care ends. Adult care is decided afresh.',
  they: () => 'The right to children’s continuing care ends. Adult care is decided afresh.',
  todo: 'Have the adult decision made, so that a package is ready on the day.',
}
const noGap: Change = {
  rule: 'CYP_CONTINUING_CARE-NO-GAP',
  you: 'Your money goes on while the adult decision is open.',
  they: () => 'The money goes on while the adult decision is open.',
  todo: 'Keep paying. Nothing stops by itself.',
}

export type BirthdayFacts = {
  /** A child's continuing care: the dates of the move to adult care belong to it. */
  readonly childrensCare: boolean
  /** Somebody else than the young person holds a direct payment. */
  readonly heldByAnother: boolean
}

/** What a birthday changes. Fourteen and seventeen matter for the move to adult care only. */
export function changesAt(age: Age, { childrensCare, heldByAnother }: BirthdayFacts): readonly Change[] {
  if (age === 16) {
    const also = [...(heldByAnother ? [holder] : []), ...(childrensCare ? [check] : [])]
    return [consent, ownSight, sharing, capacity, ...also]
  }
  if (age === 18) return [adult, ...(childrensCare ? [adultRight, noGap] : [])]
  if (!childrensCare) return []
  if (age === 14)
    return [move(14, 'Planning for adult care begins.', 'Hold a meeting about adult life and adult care.')]
  return [
    move(
      17,
      'It is decided in principle whether adult continuing healthcare follows.',
      'Have the decision in principle made.',
    ),
  ]
}

/** The next birthday that changes anything, with its day; null where none is to come. */
export function nextBirthday(
  born: PlainDate | null,
  facts: BirthdayFacts,
  day: PlainDate,
): { readonly age: Age; readonly on: PlainDate; readonly changes: readonly Change[] } | null {
  if (born === null) return null
  const next = ages
    .map(age => ({ age, on: reachesAge(born, age), changes: changesAt(age, facts) }))
    .find(({ on, changes }) => on > day && changes.length > 0)
  return next ?? null
}
