import { isStaff, permissions, type Role, rolesOf } from './access/public.ts'
import { type Entry, type For, menu } from './menu-entries.ts'
import type { MenuLink } from './nhs/public.ts'
import type { Actor } from './platform/doing.ts'

/**
 * Pure: what somebody is here. A member of staff; somebody's assistant; or a person or family, who follows a
 * budget or may ask for one. An assistant who follows a budget too is both.
 */
export function standsAs({ roles, assistant, follows }: Actor): readonly For[] {
  if (roles.length > 0) return ['all', 'staff']
  if (assistant === true) return follows === true ? ['all', 'assistant', 'family'] : ['all', 'assistant']
  return ['all', 'family']
}

/** Pure: is somebody an assistant here, and nothing else? */
export const onlyAssistant = (actor: Actor): boolean => {
  const stands = standsAs(actor)
  return stands.includes('assistant') && !stands.includes('family')
}

const isAt = (href: string, address: string): boolean =>
  address === href || (href !== '/home' && address.startsWith(`${href}/`))

/**
 * The menu of one actor at an address: what they use every day stands at hand, the rest in its group. The
 * longest address that fits is the one where they are.
 */
export function menuFor(actor: Actor, address: string): readonly MenuLink[] {
  const [stands, roles] = [standsAs(actor), rolesOf(actor)]
  // What everybody may do for themselves is not the work of staff.
  const own = isStaff(actor) ? roles.slice(1) : roles
  const may = (entry: Entry) => (permissions[entry.allow] as readonly Role[]).some(role => own.includes(role))
  const shown = menu.filter(entry => may(entry) && entry.for.some(one => stands.includes(one)))
  const here = shown
    .filter(({ href }) => isAt(href, address))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return shown.map(entry => ({
    href: entry.href,
    says: entry.says,
    current: entry === here,
    group: isDaily(entry, own) ? undefined : entry.group,
  }))
}

const isDaily = ({ group, daily }: Entry, roles: readonly Role[]): boolean =>
  group === '' || daily.some(role => roles.includes(role))
