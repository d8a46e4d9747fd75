import { form, one, text } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'

export const signInForm = form({
  email: text({ missing: 'Enter your e-mail address', most: 254, called: 'Your e-mail address' }),
  // A password may begin or end with a space: it is taken as typed.
  password: (typed, name) => {
    const value = typed[name]
    return typeof value === 'string' && value !== ''
      ? { value: value.slice(0, 200) }
      : { says: 'Enter your password' }
  },
})

export const codeForm = form({ code: text({ missing: 'Enter the code', most: 40, called: 'The code' }) })

/** Where to go after signing in: only an address of this site, never another's. */
export function goOn(typed: Typed): string {
  const then = one(typed, 'then')
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(then) && !then.startsWith('/access/sign') ? then : '/home'
}
