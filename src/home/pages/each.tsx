import { EmptyState, type Tile, Tiles } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { OfPerson } from '../queries/family.ts'

export const parts = {
  money: { title: 'Money', empty: 'There is no budget to see the money of yet.' },
  plan: { title: 'Plan', empty: 'There is no plan to see yet.' },
  people: { title: 'People who help', empty: 'There is nobody whose helpers you may see.' },
} as const
export type PartOfHome = keyof typeof parts

/** Where a part of one person's budget stands; null where there is none, or none that the reader may see. */
export function hrefOf(part: PartOfHome, { standing, sees, person }: OfPerson): string | null {
  if (part === 'people') return sees === 'all' ? `/people/${person}/helpers` : null
  if (standing === null || sees === 'name') return null
  const { facts, one } = standing
  if (part === 'money') return sees === 'plan' || facts.heldFrom === null ? null : `/bank/${one.reference}`
  return facts.planOn === null && facts.signedOffOn === null ? null : `/plans/${one.reference}`
}

/** One part for each person whose budget the reader follows. */
export const eachPage = (part: PartOfHome, people: readonly OfPerson[]): Page => {
  const { title, empty } = parts[part]
  const tiles = people.flatMap((of): Tile[] => {
    const href = hrefOf(part, of)
    return href === null ? [] : [{ href, title: of.own ? 'You' : of.name, says: title }]
  })
  return {
    title,
    back: '/home',
    body: (
      <>
        <h1>{title}</h1>
        {tiles.length === 0 ? (
          <EmptyState
            says={empty}
            next={
              <>
                Your <a href="/home">home page</a> says where things stand and what comes next.
              </>
            }
          />
        ) : (
          <Tiles tiles={tiles} />
        )}
      </>
    ),
  }
}
