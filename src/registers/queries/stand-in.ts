import type { PlainDate } from '../../kernel/days.ts'
import { type PersonId, relationshipsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'

// A power over property says nothing about health; that the other bases suffice here is general knowledge.
const notForHealth = ['lasting-power-property', 'appointed-by-icb']

/** Who may say yes for a person on a day, by name: parents of a child, and those with power over health. */
export async function standInOn(doing: Doing, person: PersonId, day: PlainDate): Promise<readonly string[]> {
  return (await relationshipsOf(doing, person))
    .filter(
      one =>
        (one.kind === 'parent' || one.kind === 'representative') &&
        !notForHealth.includes(one.basis ?? '') &&
        one.revoked_at === null &&
        one.from_on <= day &&
        (one.until_on === null || one.until_on >= day),
    )
    .map(one => one.other_name)
}
