import type { PlainDate } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import type { Typed } from '../platform/route.ts'
import { contactOf } from './contacts.ts'
import type { HelperShown } from './pages/helping.tsx'
import type { relationshipsOf } from './queries.ts'
import type { CommunicationNeed } from './rules/communication.ts'
import { helpOffered, legalBasisSays, readMay } from './rules/helping.ts'
import { here } from './tables.ts'
import type { PersonId } from './types.ts'

type Kept = {
  readonly askedOn: PlainDate | null
  readonly needs: readonly {
    readonly need: CommunicationNeed
    readonly detail: string | null
    readonly mayShare?: boolean
  }[]
}

/** What somebody needs to read, hear and be understood, and the same as it was typed, to be changed. */
export async function communicationOf(
  doing: Doing,
  person: PersonId,
): Promise<Kept & { readonly asTyped: Typed }> {
  const row = await here(doing)
    .db.selectFrom('people.person')
    .select('communication')
    .where('id', '=', person)
    .executeTakeFirst()
  const kept = { askedOn: null, needs: [], ...(row?.communication as Partial<Kept> | undefined) }
  const details = Object.fromEntries(
    kept.needs.flatMap(one => (one.detail ? [[`detail-${one.need}`, one.detail]] : [])),
  )
  return {
    ...kept,
    asTyped: {
      needs: kept.needs.map(one => one.need),
      share: kept.needs.some(one => one.mayShare) ? 'yes' : kept.needs.length > 0 ? 'no' : '',
      ...details,
    },
  }
}

/** How to reach somebody, as it was typed, to be changed. */
export async function typedContact(
  doing: Doing,
  person: PersonId,
  preferredName: string | null,
): Promise<Typed> {
  const {
    lines = [],
    town = '',
    postcode = '',
    telephone = '',
    email = '',
  } = (await contactOf(doing, person)) ?? {}
  return {
    preferredName: preferredName ?? '',
    address1: lines[0] ?? '',
    address2: lines[1] ?? '',
    address3: lines[2] ?? '',
    town,
    postcode,
    telephone,
    email,
  }
}

type Bond = Awaited<ReturnType<typeof relationshipsOf>>[number]

/** Somebody who helps, in words: what they are, what they may, until when. */
export function helperShown(bond: Bond, today: PlainDate): HelperShown {
  const ended = bond.revoked_at !== null || (bond.until_on !== null && bond.until_on < today)
  return {
    id: bond.id,
    name: bond.other_name,
    kind: bond.kind,
    basis: bond.basis ? legalBasisSays[bond.basis] : null,
    from: bond.from_on,
    until: bond.until_on,
    ended,
    mayEnd: bond.kind === 'helper' && !ended,
    may: mayInWords(bond),
  }
}

function mayInWords(bond: Bond): readonly string[] {
  if (bond.kind === 'parent' || bond.kind === 'representative')
    return ['See everything and decide in the person’s place']
  if (bond.kind === 'nominee') return ['See the money and the plan’s lines, and receive the payments']
  if (bond.kind === 'carer') return []
  const { sees, does } = readMay(bond.may)
  const words = helpOffered as Readonly<Record<string, string>>
  return [
    ...[...sees].map(part => words[part] ?? part),
    ...does.map(act =>
      'upTo' in act && act.upTo !== null
        ? `Approve hours, up to ${hoursSaid(act.upTo)} a week each`
        : (words[act.act] ?? act.act),
    ),
  ]
}

const hoursSaid = (hours: bigint): string => `${Number(hours) / 1000} hours`
