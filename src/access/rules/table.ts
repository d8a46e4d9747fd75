import { type Role, roleNames, roles, rolesMay } from '../permissions.ts'
import type { Route } from '../public.ts'

/** What a role gets at a route's door, whoever's record it is about. */
export type AtTheDoor = 'goes in' | 'signs in first' | 'not found' | 'refused'

/** Pure: everybody who has signed in is also a person; a visitor is nobody else. */
const held = (role: Role): readonly Role[] => (role === 'visitor' ? ['visitor'] : ['person', role])

/**
 * Pure: what a role gets. A page that may not be seen is not found; a form that may not be sent is refused;
 * a visitor who may not is asked to sign in. Who goes in may still find nothing there: that is asked of the
 * record.
 */
export function atTheDoor({ at, allow }: Pick<Route, 'at' | 'allow'>, role: Role): AtTheDoor {
  if (rolesMay(held(role), allow)) return 'goes in'
  if (role === 'visitor') return 'signs in first'
  return at.startsWith('POST ') ? 'refused' : 'not found'
}

const marks: Record<AtTheDoor, string> = {
  'goes in': '✓',
  'signs in first': '→',
  'not found': '·',
  refused: '✗',
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Pure: the table of every route by every role, as the document shows it. */
export function tableOf(routes: readonly Pick<Route, 'at' | 'allow'>[]): string {
  const sorted = [...routes].sort((a, b) => {
    const [x, y] = [a.at.split(' ').reverse().join(' '), b.at.split(' ').reverse().join(' ')]
    return x < y ? -1 : x > y ? 1 : 0
  })
  const rows = sorted.map(route =>
    line([`\`${route.at}\``, route.allow, ...roles.map(role => marks[atTheDoor(route, role)])]),
  )
  const head = [
    line(['Route', 'Permission', ...roles.map(role => roleNames[role])]),
    line(['---', '---', ...roles.map(() => ':-:')]),
  ]
  return `# Every route by every role

Made by \`npm run openphb -- access table\` from the routes and the permissions; do not edit. A test
requests each route as each role and compares. ${routes.length} routes, ${roles.length} roles.

- ✓ goes in: whose record it may be is asked next, of the grants and by row-level security
- → is asked to sign in first
- · is told that there is no such page
- ✗ is refused, and nothing is changed

${[...head, ...rows].join('\n')}
`
}
