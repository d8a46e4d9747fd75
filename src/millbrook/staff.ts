import { addUser, type Role } from '../access/public.ts'
import type { Id } from '../kernel/brand.ts'
import { plainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import type { Organisations } from './place.ts'

type Colleague = {
  readonly name: string
  readonly role: Role
  readonly of: keyof Organisations
}

/** Everybody who works in Millbrook and Ashdale, first those whose sign-in link is printed. */
export const colleagues = {
  priya: { name: 'Priya Nair', role: 'case-worker', of: 'millbrook' },
  marek: { name: 'Marek Zieliński', role: 'case-worker', of: 'millbrook' },
  bronwen: { name: 'Bronwen Idris', role: 'case-worker', of: 'millbrook' },
  tom: { name: 'Tom Birkett', role: 'team-leader', of: 'millbrook' },
  helen: { name: 'Helen Ashworth', role: 'head-of-service', of: 'millbrook' },
  judith: { name: 'Judith Okello', role: 'panel', of: 'millbrook' },
  ngozi: { name: 'Ngozi Okafor', role: 'finance-officer', of: 'millbrook' },
  rashid: { name: 'Rashid Mahmood', role: 'finance-officer', of: 'millbrook' },
  edmund: { name: 'Edmund Pryce', role: 'auditor', of: 'millbrook' },
  carys: { name: 'Carys Lowther', role: 'administrator', of: 'millbrook' },
  nurse: { name: 'Siobhán Kelly', role: 'referrer', of: 'millbrook' },
  sian: { name: 'Sian Prosser', role: 'council-officer', of: 'council' },
  jo: { name: 'Jo Tarn', role: 'provider', of: 'trust' },
  kemi: { name: 'Kemi Alder', role: 'provider', of: 'fernway' },
  tess: { name: 'Tess Marlow', role: 'provider', of: 'payroll' },
  national: { name: 'Lena Fischer', role: 'national-team', of: 'england' },
  yusra: { name: 'Yusra Siddiqui', role: 'case-worker', of: 'ashdale' },
  colin: { name: 'Colin Maddox', role: 'team-leader', of: 'ashdale' },
  dolores: { name: 'Dolores Vega', role: 'head-of-service', of: 'ashdale' },
  farid: { name: 'Farid Haddad', role: 'finance-officer', of: 'ashdale' },
  wendy: { name: 'Wendy Oakes', role: 'finance-officer', of: 'ashdale' },
} as const satisfies Record<string, Colleague>
export type StaffKey = keyof typeof colleagues
export type Staff = Readonly<Record<StaffKey, Actor & { readonly id: Id<'actor'> }>>

/** `Marek Zieliński` as an address: letters of English only. */
export const addressOf = (name: string, at: string): string =>
  `${name
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '.')}@${at}.example`

/** Gives every colleague an account and a role, from long enough ago to have done what they did. */
export async function hire(doing: Doing, organisations: Organisations): Promise<Staff> {
  const since = { ...doing, today: plainDate('2024-04-01') }
  const hired: [string, Actor][] = []
  for (const [key, { name, role, of }] of Object.entries<Colleague>(colleagues)) {
    const organisation: OrganisationId = organisations[of]
    const { actor } = must(
      await addUser(since, {
        name,
        email: addressOf(name, of === 'ashdale' ? 'ashdale-icb' : 'millbrook-icb'),
        password: null,
        role: { role, organisation },
      }),
      `an account for ${name}`,
    )
    hired.push([key, { id: actor, name, person: null, roles: [{ role, organisation }] }])
  }
  return Object.fromEntries(hired) as Staff
}
