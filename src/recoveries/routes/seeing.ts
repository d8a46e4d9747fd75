import { isStaff, look } from '../../access/public.ts'
import { agreementOn, newestAgreement } from '../../agreements/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Asked, FieldError, Page, Typed } from '../../platform/route.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { recoveryOf } from '../queries/recoveries.ts'
import type { Recovery } from '../types.ts'

export type Seen = {
  readonly found: Case
  readonly staff: boolean
  readonly strip: { readonly person: NonNullable<Page['person']> }
}
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

/** The case of an address for those who may see its money, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked, page: string): Promise<Seen | null> {
  const found = await caseOf(doing, at['reference'] ?? '')
  const person = found ? await personShown(doing, found.person) : null
  if (!found || !person || !(await seesMoney(doing, found))) return null
  const { organisation, person: id, reference } = found
  await look(doing, { page, organisation, person: id, details: { budget: reference } })
  return {
    found,
    staff: isStaff(doing.actor),
    strip: { person: { ...personStrip(person, doing.today), href: `/cases/${reference}` } },
  }
}

/** An agreement is seen by whoever sees the money: where there is none, there is no money to see. */
const seesMoney = async (doing: Doing, { reference }: Case): Promise<boolean> =>
  (await agreementOn(doing, reference, doing.today)) !== null ||
  (await newestAgreement(doing, reference)) !== null

/** One recovery of an address, for those who may see it; else null. */
export async function seenOne(
  doing: Doing,
  asked: Asked,
  page: string,
): Promise<(Seen & { readonly one: Recovery }) | null> {
  const number = /^\d{1,4}$/.exec(asked.at['number'] ?? '')?.[0]
  const all = await seen(doing, asked, page)
  const one = all && number ? await recoveryOf(doing, all.found.reference, Number(number)) : null
  return all && one ? { ...all, one } : null
}

/** Errors of an action at their fields. */
export const errorsAt = <Reason extends string>(
  because: readonly Reason[],
  says: Readonly<Record<Reason, string>>,
  field: (reason: Reason) => string,
): readonly FieldError[] => because.map(reason => ({ field: field(reason), says: says[reason] }))
